/** Reads single options out of a configuration's source, which is never run. */

/** Stands for the folder of the configuration in what `option` gives back: such a path is not relative to another option. */
export const places = { FOLDER: '\u0001/' } as const;

const MOST_TEXT = 200_000;

/** The source without its comments; strings keep what looks like one. */
export const codeOf = (source: string): string =>
  source
    .slice(0, MOST_TEXT)
    .replace(
      /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
      (_, text: string | undefined) => text ?? ' ',
    );

const STRING = String.raw`(?:'([^'\n\\]*)'|"([^"\n\\]*)"|\x60([^\x60$\\]*)\x60)`;
const WHOLE_STRING = new RegExp(`^${STRING}\\s*[,;}\\n)]`);
const HERE = String.raw`(?:__dirname|import\.meta\.dirname|process\.cwd\(\)|(?:path\.)?dirname\(fileURLToPath\(import\.meta\.url\)\))`;
const JOINED = new RegExp(String.raw`^(?:\w+\.)?(?:resolve|join)\(\s*(?:(${HERE})\s*,?\s*)?([^()]{0,300})\)`);
const BY_URL = new RegExp(String.raw`^(?:\w+\.)?fileURLToPath\(\s*new URL\(\s*${STRING}\s*,\s*import\.meta\.url\s*\)`);

/**
 * The path given to an option: a string, a constant that is one, `path.resolve(__dirname, …)` or a URL beside the
 * configuration. Undefined for anything that would have to be run. `all` is where constants are looked up.
 */
export const option = (text: string, name: string, all: string = text): string | undefined => {
  const found = new RegExp(String.raw`(?<![\w.$'"])['"]?${name}['"]?\s*:\s*`).exec(text);
  return found === null ? undefined : pathIn(text.slice(found.index + found[0].length, found.index + 700), all, 0);
};

const pathIn = (value: string, all: string, depth: number): string | undefined => {
  const plain = stringIn(WHOLE_STRING.exec(value));
  if (plain !== undefined) return plain;
  const url = stringIn(BY_URL.exec(value));
  if (url !== undefined) return places.FOLDER + url;
  const joined = JOINED.exec(value);
  if (joined !== null) {
    const strings = [...(joined[2] ?? '').matchAll(new RegExp(STRING, 'g'))].map((one) => stringIn(one) ?? '');
    const rest = (joined[2] ?? '').replace(new RegExp(STRING, 'g'), '').replace(/[\s,]/g, '');
    // `path.resolve('dist')` starts from where the build is run: the folder of the configuration.
    return rest === '' ? places.FOLDER + strings.join('/') : undefined;
  }
  if (new RegExp(`^${HERE}\\s*[,;}\\n]`).test(value)) return places.FOLDER;
  const constant = /^([A-Za-z_$][\w$]*)\s*[,;}\n]/.exec(value)?.[1];
  if (constant === undefined || depth > 1) return undefined;
  const given = new RegExp(
    String.raw`\b(?:const|let|var)\s+${constant.replaceAll('$', String.raw`\$`)}\s*(?::\s*string\s*)?=\s*`,
  ).exec(all);
  return given === null
    ? undefined
    : pathIn(`${all.slice(given.index + given[0].length, given.index + given[0].length + 600)};`, all, depth + 1);
};

const stringIn = (found: RegExpExecArray | RegExpMatchArray | null): string | undefined =>
  found === null ? undefined : (found[1] ?? found[2] ?? found[3]);
