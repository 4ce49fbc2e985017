import type { RawUse } from '../raw-use.ts';
import type { Declaration } from './declarations.ts';
import type { Marked } from './nesting.ts';
import type { SchemaEntry } from './object-schemas.ts';

const MOST_RULE = 1500;
const OPTIONAL =
  /\.(?:optional|nullish|default|catch|prefault|notRequired)\(|\b(?:default|devDefault):|(?<![\w$])(?:optional|nullish|Optional|Default|fallback|exactOptional)\(|\.(?:optional|nullish|Optional)\(/;
const DEFAULT =
  /\.(?:default|prefault|catch)\(\s*(?:\(\)\s*=>\s*)?(?:(['"`])([^'"`\n$]{1,500})\1|([A-Za-z_$][\w$]*)\s*\))|\bdefault:\s*(?:(['"`])([^'"`\n$]{1,500})\4|([A-Za-z_$][\w$]*)\s*[,}])|\b(?:optional|fallback|nullish)\([^()]{0,200}\([^()]{0,100}\)\s*,\s*(?:(['"`])([^'"`\n$]{1,500})\7)/;
/** Their keys may be missing unless they say otherwise. */
const OPTIONAL_BY_NATURE = /^(?:Joi|joi|yup|Yup)\b/;

/** What one key of an environment schema says of its variable. */
export const useOf = (file: Marked, entry: SchemaEntry, known: ReadonlyMap<string, Declaration>): RawUse => {
  const own = file.text.slice(entry.value.from, Math.min(entry.value.to, entry.value.from + MOST_RULE));
  const { rule, closed } = withConstants(file, own, known);
  const value = defaultIn(own, file, known) ?? defaultIn(rule, file, known);
  const loose = OPTIONAL_BY_NATURE.test(rule) && !/\.required\(/.test(rule);
  const optional = value !== undefined || loose || OPTIONAL.test(rule) || /^(?:optional|maybe)/i.test(own);
  return {
    name: entry.name,
    at: entry.at,
    via: 'schema',
    required: !optional && closed,
    // What a helper of another file does with a missing value is not known.
    ...(optional || closed ? { optional } : {}),
    ...(value === undefined ? {} : { fallback: value }),
  };
};

const LIBRARY =
  /^(?:z|zod|v|s|t|Type|Joi|joi|yup|Yup|str|num|bool|url|email|port|json|host|make\w+|string\w*|boolean\w*|number\w*|S|Schema|type|coerce|literal|enum\w*|picklist|pipe)\b/;

/** The rule of an entry with the local constants that it starts with, followed a few steps. */
const withConstants = (
  { text }: Marked,
  own: string,
  known: ReadonlyMap<string, Declaration>,
): { rule: string; closed: boolean } => {
  let rule = own;
  let head = own;
  for (let step = 0; step < 4; step++) {
    if (LIBRARY.test(head)) return { rule, closed: true };
    const name = /^([A-Za-z_$][\w$]*)/.exec(head)?.[1];
    const constant = name === undefined ? undefined : known.get(name);
    if (constant === undefined) return { rule, closed: false };
    head = text.slice(constant.from, Math.min(constant.to, constant.from + MOST_RULE));
    const body = /^(?:async\s*)?(?:<[^<>]*>\s*)?\([^()]*\)\s*(?::[^={]{1,100})?=>\s*/.exec(head)?.[0];
    if (body !== undefined) head = head.slice(body.length);
    rule = `${head} ${rule}`;
  }
  return { rule, closed: false };
};

const defaultIn = (rule: string, { text }: Marked, known: ReadonlyMap<string, Declaration>): string | undefined => {
  const found = DEFAULT.exec(rule);
  if (found === null) return undefined;
  const literal = found[2] ?? found[5] ?? found[8];
  if (literal !== undefined) return literal;
  const constant = known.get(found[3] ?? found[6] ?? '');
  if (constant === undefined) return undefined;
  return /^(['"`])([^'"`\n$]{1,500})\1/.exec(text.slice(constant.from, constant.to))?.[2];
};
