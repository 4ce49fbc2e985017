import { CODE } from './mark-code.ts';
import type { RawUse } from './raw-use.ts';
import { type Declaration, declarationsIn } from './schema/declarations.ts';
import { useOf } from './schema/entry.ts';
import { type EnvironmentSchemas, environmentSchemas } from './schema/environment-schemas.ts';
import { closing, firstWord, type Marked, parts, type Span } from './schema/nesting.ts';
import { entriesIn } from './schema/object-schemas.ts';

const LIBRARIES: readonly (readonly [string, RegExp])[] = [
  ['t3-env', /['"]@t3-oss\/env-[\w-]+['"]/],
  ['envalid', /\bcleanEnv\(\s*process\.env/],
  ['znv', /\bparseEnv\(\s*process\.env/],
  [
    'zod',
    /(?<!\bJSON)\.(?:safeParse|parse|parseAsync|safeParseAsync)\(\s*(?:\{\s*\.\.\.\s*)?(?:process\.env|import\.meta\.env|Deno\.env\.toObject\(\))(?!\s*!?\??[.[])/,
  ],
  ['valibot', /\b(?:parse|safeParse)\(\s*\w+\s*,\s*(?:process\.env|import\.meta\.env)/],
  ['joi', /\.validate\(\s*process\.env/],
  ['env-var', /\bfrom\s*['"]env-var['"]/],
  ['pydantic', /\bclass\s+\w+\(\s*BaseSettings\b/],
];
/** Their calls take the environment by themselves: every schema inside is one of a variable. */
const CALLS = /(?<![\w$])(?:createEnv|cleanEnv|parseEnv|defineEnv|customCleanEnv)\s*(?:<[^<>()]{0,80}>)?\(/g;
const OF_CALLS: ReadonlySet<string> = new Set(['t3-env', 'envalid', 'znv']);
const MOST_CALLS = 20;

/** The library that validates the environment in this file, if one does. */
export const validatorIn = (text: string): string | null =>
  LIBRARIES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** Variables of the schemas of one file, certain ones and those that depend on what other files do with the schema. */
export const usesInSchemas = (path: string, text: string, marks: Uint8Array): EnvironmentSchemas => {
  const file: Marked = { text, marks };
  const found = environmentSchemas(path, file);
  const library = validatorIn(text);
  if (library === null || !OF_CALLS.has(library)) return found;
  return { ...found, raw: [...found.raw, ...usesInCalls(file)] };
};

/** `createEnv({ server: { A: z.string() } })`, `cleanEnv(process.env, { A: str() })`. */
const usesInCalls = (file: Marked): RawUse[] => {
  const known = declarationsIn(file);
  const uses: RawUse[] = [];
  const look = (body: Span, depth: number): void => {
    for (const entry of entriesIn(file, body).entries) {
      const { from } = entry.value;
      if (/^[A-Z][A-Z0-9_]+$/.test(entry.name)) {
        if (isRule(file.text.slice(from, from + 80), known)) uses.push(useOf(file, entry, known));
      } else if (depth < 2 && file.text[from] === '{') look({ from: from + 1, to: closing(file, from) }, depth + 1);
    }
  };
  let calls = 0;
  for (const match of file.text.matchAll(CALLS)) {
    if (file.marks[match.index] !== CODE || ++calls > MOST_CALLS) continue;
    const open = match.index + match[0].length - 1;
    const close = closing(file, open);
    if (close === -1) continue;
    for (const part of parts(file, { from: open + 1, to: close })) {
      const at = firstWord(file, part.from, part.to);
      if (file.text[at] === '{') look({ from: at + 1, to: closing(file, at) }, 0);
    }
  }
  return uses;
};

/** Not `runtimeEnv: { A: process.env.A }`. */
const isRule = (value: string, known: ReadonlyMap<string, Declaration>): boolean =>
  !/^(?:process|import|Deno|Bun)\b/.test(value) &&
  (/^[A-Za-z_$][\w$]*\s*[.(]/.test(value) || known.has(/^[A-Za-z_$][\w$]*/.exec(value)?.[0] ?? ''));
