import type { RawUse } from '../raw-use.ts';
import { type Application, appliedAfter, appliedBy, occurrences } from './applied.ts';
import { declarationsIn } from './declarations.ts';
import { useOf } from './entry.ts';
import { familiesOf, type Family, withBases } from './families.ts';
import { handedIn } from './handed.ts';
import { fileSpeaksOf, isEnvironmentName } from './naming.ts';
import type { Marked } from './nesting.ts';
import { hasVariableKeys, type ObjectSchema, objectSchemasIn } from './object-schemas.ts';

/** Variables of a schema that is the environment's if one of `names` is given the environment somewhere. */
export interface Awaiting {
  names: readonly string[];
  raw: readonly RawUse[];
}

export interface EnvironmentSchemas {
  raw: readonly RawUse[];
  awaiting: readonly Awaiting[];
}

const NONE: EnvironmentSchemas = { raw: [], awaiting: [] };
const MAY_HOLD_ONE =
  /\.\s*(?:object|strictObject|looseObject|interface|Object|keys)\s*\(\s*\{|(?<![\w.$])(?:object|strictObject|looseObject)\s*\(\s*\{/;

/** Object schemas with keys like `JWT_SECRET` that are applied to the process's environment, and what they say of each variable. */
export const environmentSchemas = (path: string, file: Marked): EnvironmentSchemas => {
  if (!MAY_HOLD_ONE.test(file.text)) return NONE;
  const schemas = withoutNested(objectSchemasIn(file));
  if (!schemas.some(hasVariableKeys)) return NONE;
  const known = declarationsIn(file);
  const families = familiesOf(file, schemas, known);
  const local = new Set(handedIn(file).map((handed) => handed.name));
  const certain = new Set<ObjectSchema>();
  const open: { names: readonly string[]; schemas: readonly ObjectSchema[] }[] = [];
  for (const family of families) {
    const members = [...withBases(family, families)].flatMap((one) => one.schemas).filter(hasVariableKeys);
    if (members.length === 0) continue;
    const applied = applicationsOf(file, family);
    const names = applied.flatMap(({ source }) => (source.kind === 'parameter' ? [source.of] : []));
    if (family.declaration !== undefined) names.push(family.declaration.name);
    const isEnvironment =
      applied.some(({ source }) => source.kind === 'environment') ||
      names.some((name) => local.has(name)) ||
      isNamedSo(path, family, members, applied);
    if (isEnvironment) for (const member of members) certain.add(member);
    else if (names.length > 0) open.push({ names, schemas: members });
  }
  const variants = new Set(families.filter((family) => isChoice(file, family)).flatMap((family) => family.schemas));
  const usesOf = (of: Iterable<ObjectSchema>): RawUse[] =>
    [...of].flatMap((schema) =>
      schema.entries
        .filter(({ name }) => VARIABLE.test(name))
        .map((entry) => useOf(file, entry, known))
        .map((use) => (variants.has(schema) ? { ...use, required: false } : use)),
    );
  return {
    raw: usesOf(certain),
    awaiting: open
      .map(({ names, schemas: all }) => ({ names, raw: usesOf(all.filter((one) => !certain.has(one))) }))
      .filter(({ raw }) => raw.length > 0),
  };
};

/** One of several objects is enough, so that none of their keys is needed in every case. */
const isChoice = ({ text }: Marked, { declaration, schemas }: Family): boolean =>
  declaration !== undefined &&
  schemas.length > 1 &&
  /\b(?:discriminatedUnion|union|variant|alternatives|oneOf)\s*\(/.test(text.slice(declaration.from, schemas[0]?.at));

const VARIABLE = /^[A-Z][A-Z0-9_]+$/;

/** `z.object({ A: z.object({…}) })`: the inner one describes a value, not variables. */
const withoutNested = (schemas: readonly ObjectSchema[]): ObjectSchema[] => {
  let reach = 0;
  return schemas.filter((schema) => {
    if (schema.at < reach - 1) return false;
    reach = schema.end;
    return true;
  });
};

const applicationsOf = (file: Marked, { declaration, schemas }: Family): Application[] => [
  ...schemas.flatMap((schema) => appliedAfter(file, schema.end) ?? appliedBy(file, schema.at, schema.end) ?? []),
  ...(declaration === undefined
    ? []
    : occurrences(file, declaration.name, declaration).flatMap(
        ({ from, to }) => appliedAfter(file, to) ?? appliedBy(file, from, to) ?? [],
      )),
];

/** Names of the file and the constant, where nothing shows what the schema is applied to. */
const isNamedSo = (
  path: string,
  { declaration }: Family,
  members: readonly ObjectSchema[],
  applied: readonly Application[],
): boolean => {
  const names = members.flatMap(({ entries }) => entries.map((entry) => entry.name));
  if (names.length < 2 || !names.some((name) => name.includes('_'))) return false;
  const about = fileSpeaksOf(path);
  const named = declaration !== undefined && isEnvironmentName(declaration.name);
  const fits = applied.some(({ unclear }) => unclear);
  if (about === null) return named && fits;
  return fits || (applied.length === 0 && declaration !== undefined && (named || about === 'environment'));
};
