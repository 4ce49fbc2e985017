import type { Module } from '../ir.ts';
import { parseModule } from '../parse.ts';
import { loopsIn, unescapedIn } from './unescaped.ts';

/** What is called with each value that a template writes unescaped: by it the patterns see them. Its first argument is how the language says it. */
export const MARKUP = '$$markup';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---/;
const NO_CODE = /\bsrc\s*=|type\s*=\s*["']?(?:application\/|text\/(?!javascript|typescript))/i;

/**
 * A template as a module: its scripts on the lines on which they stand, and a call for each value that is written unescaped, on its line. Undefined
 * for those that hold neither.
 */
export const templateModule = async (path: string, text: string): Promise<Module | undefined> => {
  const lines = text.split('\n').map(() => '');
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  const put = (code: string, offset: number): void => {
    for (const [index, line] of code.split('\n').entries()) lines[lineOf(offset) + index] += line;
  };
  const front = path.endsWith('.astro') ? FRONT_MATTER.exec(text) : null;
  if (front?.[1] !== undefined) put(front[1], front[0].indexOf(front[1]));
  for (const { code, attributes, offset } of scriptsIn(text)) if (!NO_CODE.test(attributes)) put(code, offset);
  const loops = loopsIn(text);
  for (const { what, expression, offset } of unescapedIn(path, text)) {
    // What `this` is in a loop of Handlebars.
    const value = expression
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replace(/^this\./, 'row.');
    const root = /^[\w$]+/.exec(value)?.[0];
    const list = loops.find(({ name }) => name === root)?.list;
    const call = `${MARKUP}(${JSON.stringify(what)}, (${value}));`;
    lines[lineOf(offset)] += list === undefined ? `;${call}` : `;for (const ${root} of ${list}) ${call}`;
  }
  const code = lines.join('\n');
  return code.trim() === '' ? undefined : { ...(await parseModule(`${path}.ts`, code)), path };
};

interface Script {
  code: string;
  attributes: string;
  offset: number;
}

const MOST_SCRIPTS = 50;

const scriptsIn = (text: string): Script[] => {
  const found: Script[] = [];
  const lower = text.toLowerCase();
  for (
    let at = lower.indexOf('<script');
    at >= 0 && found.length < MOST_SCRIPTS;
    at = lower.indexOf('<script', at + 1)
  ) {
    const start = text.indexOf('>', at) + 1;
    const end = start === 0 ? -1 : lower.indexOf('</script', start);
    if (end < 0) break;
    found.push({ code: text.slice(start, end), attributes: text.slice(at + 7, start - 1), offset: start });
    at = end;
  }
  return found;
};
