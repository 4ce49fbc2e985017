/** Names that a tsconfig or jsconfig gives to folders. */
export interface Aliases {
  /** Folder of the config, relative to the repository. */
  folder: string;
  /** Folder that bare names are looked up in, where it says so. */
  baseUrl: string | undefined;
  paths: readonly { pattern: string; targets: readonly string[] }[];
  extends: readonly string[];
}

/** JSON with comments and commas at the end, as TypeScript reads it. Null for what is none. What is not closed goes on to the end, so that hostile text is read once. */
export const parseJsonc = (text: string): unknown => {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/("(?:[^"\\]|\\.)*(?:"|$))|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, (_, string?: string) => string ?? '')
    .replaceAll(/("(?:[^"\\]|\\.)*(?:"|$))|,(?=\s{0,1000}[}\]])/g, (_, string?: string) => string ?? '');
  try {
    return JSON.parse(plain);
  } catch {
    return null;
  }
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const readAliases = (folder: string, text: string): Aliases => {
  const json = parseJsonc(text);
  const options = isObject(json) && isObject(json['compilerOptions']) ? json['compilerOptions'] : {};
  const parents = isObject(json) ? [json['extends']].flat() : [];
  const { baseUrl, paths } = options;
  return {
    folder,
    baseUrl: typeof baseUrl === 'string' ? baseUrl : undefined,
    paths: isObject(paths)
      ? Object.entries(paths).map(([pattern, targets]) => ({
          pattern,
          targets: [targets].flat().filter((one): one is string => typeof one === 'string'),
        }))
      : [],
    extends: parents.filter((one): one is string => typeof one === 'string' && one.startsWith('.')),
  };
};
