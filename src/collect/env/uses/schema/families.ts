import { appliedAfter } from './applied.ts';
import type { Declaration } from './declarations.ts';
import type { Marked } from './nesting.ts';
import type { ObjectSchema } from './object-schemas.ts';

/** One constant and the object schemas in it, or one schema that is used where it stands. */
export interface Family {
  declaration?: Declaration;
  schemas: ObjectSchema[];
  /** Constants that it is made of: `server.merge(client)`, `z.object({ ...base.shape })`. */
  bases: readonly string[];
}

/** Constants made of constants made of … are followed so far. */
const ROUNDS = 3;
const COMBINES =
  /^[A-Za-z_$][\w$]*\s*\.\s*(?:intersection|union|discriminatedUnion|merge|preprocess|pipe|object|strictObject|looseObject|Intersect|Composite)\b/;

export const familiesOf = (
  file: Marked,
  schemas: readonly ObjectSchema[],
  known: ReadonlyMap<string, Declaration>,
): Family[] => {
  const byDeclaration = new Map<Declaration, Family>();
  const families: Family[] = [];
  for (const schema of schemas) {
    const declaration = innermost(schema, known);
    const family = declaration === undefined ? undefined : byDeclaration.get(declaration);
    if (family !== undefined) family.schemas.push(schema);
    else {
      const made: Family = { ...(declaration === undefined ? {} : { declaration }), schemas: [schema], bases: [] };
      if (declaration !== undefined) byDeclaration.set(declaration, made);
      families.push(made);
    }
  }
  const names = new Set([...byDeclaration.keys()].map(({ name }) => name));
  for (const family of families)
    if (family.declaration !== undefined) family.bases = basesIn(file, family.declaration, names);
  for (let round = 0; round < ROUNDS; round++) {
    for (const declaration of known.values()) {
      if (names.has(declaration.name)) continue;
      const start = /^[A-Za-z_$][\w$]*/.exec(file.text.slice(declaration.from, declaration.to))?.[0] ?? '';
      const combines = COMBINES.test(file.text.slice(declaration.from, declaration.from + 120));
      if (!names.has(start) && !combines) continue;
      if (names.has(start) && appliedAfter(file, declaration.from + start.length) !== undefined) continue;
      const bases = basesIn(file, declaration, names);
      if (bases.length === 0) continue;
      names.add(declaration.name);
      families.push({ declaration, schemas: [], bases });
    }
  }
  return families;
};

/** The family and all that it is made of. */
export const withBases = (family: Family, families: readonly Family[]): Set<Family> => {
  const all = new Set([family]);
  for (const one of all)
    for (const base of one.bases) for (const found of families) if (found.declaration?.name === base) all.add(found);
  return all;
};

const innermost = ({ at, end }: ObjectSchema, known: ReadonlyMap<string, Declaration>): Declaration | undefined => {
  let best: Declaration | undefined;
  for (const one of known.values())
    if (one.from <= at && one.to >= end && (best === undefined || one.from > best.from)) best = one;
  return best;
};

const basesIn = ({ text }: Marked, { name, from, to }: Declaration, names: ReadonlySet<string>): string[] => {
  const found = new Set<string>();
  for (const match of text.slice(from, to).matchAll(/(?:^|[(,[]|\.\.\.)\s*([A-Za-z_$][\w$]*)/g)) {
    const base = match[1] ?? '';
    if (base !== name && names.has(base)) found.add(base);
  }
  return [...found];
};
