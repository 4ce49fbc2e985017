import { CODE } from './mark-code.ts';
import type { RawUse } from './raw-use.ts';

const LIBRARIES: readonly (readonly [string, RegExp])[] = [
  ['t3-env', /['"]@t3-oss\/env-[\w-]+['"]/],
  ['envalid', /\bcleanEnv\(\s*process\.env/],
  ['znv', /\bparseEnv\(\s*process\.env/],
  ['zod', /\.(?:safeParse|parse|parseAsync)\(\s*(?:process\.env|import\.meta\.env|Deno\.env\.toObject\(\))/],
  ['valibot', /\b(?:parse|safeParse)\(\s*\w+\s*,\s*(?:process\.env|import\.meta\.env)/],
  ['joi', /\.validate\(\s*process\.env/],
  ['env-var', /\bfrom\s*['"]env-var['"]/],
  ['pydantic', /\bclass\s+\w+\(\s*BaseSettings\b/],
];
const ENTRY =
  /(?:^|[\s{,])(['"]?)([A-Z][A-Z0-9_]{1,120})\1\s*:\s*(?=(?:z|v|s|t|Joi|yup|str|num|bool|url|email|port|json|host|makeValidator|stringSchema|booleanSchema)\b\s*[.(\n])/g;
const MOST_ENTRY = 1500;

/** The library that validates the environment in this file, if one does. */
export const validatorIn = (text: string): string | null =>
  LIBRARIES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** Variables of an environment schema: `NAME: z.string().default('…')`, `NAME: str({ default: '…' })`. */
export const usesInSchema = (text: string, marks: Uint8Array): RawUse[] => {
  const uses: RawUse[] = [];
  for (const found of text.matchAll(ENTRY)) {
    const at = found.index + found[0].indexOf(found[2] ?? '');
    if (marks[at] !== CODE) continue;
    const rule = entryFrom(text, marks, found.index + found[0].length);
    const fallback = /\.default\(\s*(['"`])([^'"`\n]{1,500})\1|\bdefault:\s*(['"`])([^'"`\n]{1,500})\3/.exec(rule);
    const optional = /\.(?:optional|nullish|default|catch|prefault)\(|\b(?:default|devDefault):/.test(rule);
    const value = fallback?.[2] ?? fallback?.[4];
    uses.push({
      name: found[2] ?? '',
      at,
      via: 'schema',
      required: !optional,
      optional,
      ...(value === undefined ? {} : { fallback: value }),
    });
  }
  return uses;
};

/** From the colon to the comma or brace that ends the entry. */
const entryFrom = (text: string, marks: Uint8Array, from: number): string => {
  let depth = 0;
  const last = Math.min(text.length, from + MOST_ENTRY);
  for (let i = from; i < last; i++) {
    if (marks[i] !== CODE) continue;
    const letter = text[i] ?? '';
    if ('([{'.includes(letter)) depth++;
    else if (')]}'.includes(letter)) depth--;
    if (depth < 0 || (depth === 0 && letter === ',')) return text.slice(from, i);
  }
  return text.slice(from, last);
};
