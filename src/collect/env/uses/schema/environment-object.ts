import { CODE } from '../mark-code.ts';
import type { Marked } from './nesting.ts';

/** What an expression stands for: the process's environment, what a function is given, or something else. */
export type Source = { kind: 'environment' } | { kind: 'parameter'; of: string } | { kind: 'other' };

const ENVIRONMENT = String.raw`(?:\bprocess\s*\??\.\s*env|\bimport\.meta\.env|\bBun\.env|\bDeno\.env\.toObject\(\))(?![\w$])`;
const SPEAKS_OF_IT = new RegExp(ENVIRONMENT);
const OTHER: Source = { kind: 'other' };
const HEADER =
  /\bfunction\s*\*?\s*([A-Za-z_$][\w$]*)\s*(?:<[^<>()]{0,200}>)?\(([^()]{0,400})\)|\b(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*(?::[^=;\n]{1,200})?=\s*(?:async\s*)?(?:function\b[\s\w$]{0,60})?(?:<[^<>()]{0,200}>)?(?:\(([^()]{0,400})\)|([A-Za-z_$][\w$]*)\s*=>)|(?:^|\n)\s*(?:(?:public|private|static|async)\s+){0,3}([A-Za-z_$][\w$]*)\s*\(([^()]{0,400})\)\s*(?::[^{;\n]{0,120})?\{/g;
const MOST_HEADERS = 2000;

/** Where the values come from that a schema is applied to: `argument` is the text of the call's argument, at `at`. */
export const sourceOf = (file: Marked, argument: string, at: number): Source => {
  const text = argument.slice(0, 4000);
  if (SPEAKS_OF_IT.test(text)) return { kind: 'environment' };
  // `env`, `{ ...env }`, `env as Env`, `withoutBlanks(env)`.
  const name =
    /^\s*(?:\{\s*\.\.\.\s*)?(?:[A-Za-z_$][\w$]*\(\s*(?:\{\s*\.\.\.\s*)?)?([A-Za-z_$][\w$]*)(?![\w$]*\s*[.([])/.exec(
      text,
    )?.[1];
  return name === undefined ? OTHER : sourceOfName(file, name, at, 0);
};

interface Function {
  at: number;
  name: string;
  taken: string;
}
const headers = new WeakMap<Marked, readonly Function[]>();
const environments = new WeakMap<Marked, Map<string, boolean>>();

const sourceOfName = (file: Marked, name: string, at: number, depth: number): Source => {
  if (isEnvironment(file, name)) return { kind: 'environment' };
  const word = name.replaceAll('$', String.raw`\$`);
  const owner = functionWith(file, word, at);
  if (owner !== undefined) return { kind: 'parameter', of: owner };
  if (depth > 1) return OTHER;
  const given = new RegExp(
    String.raw`\b(?:const|let|var)\s+${word}\s*(?::[^=;\n]{1,120})?=\s*(?:[A-Za-z_$][\w$]*\(\s*|\{\s*\.\.\.\s*)?([A-Za-z_$][\w$]*)\s*[,;)}\n]`,
  ).exec(file.text);
  return given?.[1] === undefined || given[1] === name ? OTHER : sourceOfName(file, given[1], given.index, depth + 1);
};

/** Typed as the environment, or given it: `env: NodeJS.ProcessEnv`, `env = process.env`, `raw = { ...process.env }`. */
const isEnvironment = (file: Marked, name: string): boolean => {
  const known = environments.get(file) ?? new Map<string, boolean>();
  environments.set(file, known);
  const word = name.replaceAll('$', String.raw`\$`);
  const answer =
    known.get(name) ??
    new RegExp(
      String.raw`(?<![\w.$])${word}\??\s*:\s*(?:Readonly<\s*)?(?:NodeJS\.ProcessEnv|ProcessEnv|typeof\s+process\.env|ImportMetaEnv)\b|(?<![\w.$])${word}\s*(?::[^=;{}\n]{1,120})?=\s*(?:(?:\{[^;}]{0,300}?|[\w.]{1,60}\(\s*(?:\{\s*\.\.\.\s*)?)${ENVIRONMENT}|${ENVIRONMENT}(?!\s*(?:!|\?)?\s*[.[]))`,
    ).test(file.text);
  known.set(name, answer);
  return answer;
};

const functionsIn = (file: Marked): readonly Function[] => {
  const known = headers.get(file);
  if (known !== undefined) return known;
  const found: Function[] = [];
  for (const header of file.text.matchAll(HEADER)) {
    if (found.length >= MOST_HEADERS) break;
    const name = header[1] ?? header[3] ?? header[6] ?? '';
    if (/^(?:if|for|while|switch|catch|return)$/.test(name)) continue;
    if (file.marks[header.index + header[0].search(/\S/)] !== CODE) continue;
    found.push({ at: header.index, name, taken: header[2] ?? header[4] ?? header[5] ?? header[7] ?? '' });
  }
  headers.set(file, found);
  return found;
};

/** The nearest function above that has this parameter. */
const functionWith = (file: Marked, word: string, at: number): string | undefined => {
  const parameter = new RegExp(String.raw`(?<![\w.$])${word}(?![\w$])`);
  return functionsIn(file).findLast((one) => one.at <= at && parameter.test(one.taken))?.name;
};
