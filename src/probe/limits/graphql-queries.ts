import { innermost, isName, type FieldNode, type TypeNode, type Types } from '../inventory/graphql-types.ts';
import { graphqlAnswer } from '../answers/graphql-endpoint.ts';

export const ALIASES = 200;
export const DEPTH = 12;
const NOWHERE = 'lr-nothing-00000000';

export interface Schema {
  types: Types;
  root: string;
}

export const schemaIn = (json: unknown): Schema | null => {
  const schema = graphqlAnswer(json)?.data?.['__schema'];
  if (typeof schema !== 'object' || schema === null) return null;
  const { queryType, types } = schema as { queryType?: { name?: unknown } | null; types?: unknown };
  if (!Array.isArray(types) || !isName(queryType?.name)) return null;
  const nodes = (types as unknown[])
    .filter((type): type is TypeNode => typeof type === 'object' && type !== null)
    .slice(0, 2_000);
  return {
    root: queryType.name,
    types: new Map(nodes.filter(({ name }) => isName(name)).map((type) => [type.name ?? '', type])),
  };
};

const fieldsOf = (types: Types, name: string): readonly FieldNode[] => {
  const fields = types.get(name)?.fields;
  return Array.isArray(fields)
    ? (fields as readonly FieldNode[]).filter((field) => isName(field?.name)).slice(0, 200)
    : [];
};

/** Arguments that make it cheap: an id that nothing has, a text that nothing matches, one row. Null when a required one cannot be given. */
export const cheapArguments = (field: FieldNode): { text: string; bounded: boolean; empty: boolean } | null => {
  const parts: string[] = [];
  let [bounded, empty] = [false, false];
  for (const { name, type, defaultValue } of Array.isArray(field.args) ? field.args.slice(0, 30) : []) {
    if (!isName(name)) continue;
    const required = type?.kind === 'NON_NULL' && defaultValue == null;
    const { name: of, list } = innermost(type);
    const isText = !list && (of === 'ID' || of === 'String');
    if (!list && of === 'Int' && /^(?:limit|first|take|size|count|page_?size|per_?page)$/i.test(name)) {
      parts.push(`${name}: 1`);
      bounded = true;
    } else if (isText && (required || /^(?:q|query|search|term|text|filter|keyword)$/i.test(name))) {
      parts.push(`${name}: "${NOWHERE}"`);
      empty = true;
    } else if (required && of === 'Int' && !list) parts.push(`${name}: 1`);
    else if (required) return null;
  }
  return { text: parts.length === 0 ? '' : `(${parts.join(', ')})`, bounded, empty };
};

interface Step {
  text: string;
  type: string;
  /** A list whose length cannot be set. */
  loose: boolean;
  /** Nothing will be found there. */
  empty: boolean;
}

const stepsFrom = (types: Types, name: string): Step[] =>
  fieldsOf(types, name).flatMap((field) => {
    const { name: type, list } = innermost(field.type);
    const args = cheapArguments(field);
    if (args === null || !['OBJECT', 'INTERFACE'].includes(types.get(type)?.kind ?? '')) return [];
    return [{ text: `${field.name ?? ''}${args.text}`, type, loose: list && !args.bounded, empty: args.empty }];
  });

/** A way from a type back to itself. */
const cycleFrom = (types: Types, start: string): Step[] | null => {
  let paths: Step[][] = [[]];
  for (let length = 1; length <= 4; length++) {
    paths = paths
      .flatMap((path) => stepsFrom(types, path.at(-1)?.type ?? start).map((step) => [...path, step]))
      .slice(0, 400);
    const back = paths.filter((path) => path.at(-1)?.type === start);
    const [best] = back.toSorted(
      (a, b) => a.filter(({ loose }) => loose).length - b.filter(({ loose }) => loose).length,
    );
    if (best !== undefined) return best;
  }
  return null;
};

/** A query that goes round a cycle of types, begun where nothing is found, so that it costs nothing. Null when the schema has none. */
export const deepQuery = ({ types, root }: Schema, depth = DEPTH): string | null => {
  for (const start of stepsFrom(types, root)
    .toSorted((a, b) => Number(b.empty) - Number(a.empty))
    .slice(0, 20)) {
    const cycle = cycleFrom(types, start.type);
    // Lists in lists of what exists would be the attack itself.
    if (cycle === null || (!start.empty && (start.loose || cycle.some(({ loose }) => loose)))) continue;
    const steps = [start, ...Array.from({ length: depth - 2 }, (_, at) => cycle[at % cycle.length]!)];
    return `{ ${steps.map(({ text }) => text).join(' { ')} { __typename } ${'} '.repeat(steps.length)}`.trim();
  }
  return null;
};

/** The same cheap question under many names. */
export const wideQuery = (schema: Schema | null, count = ALIASES): { text: string; real: boolean } => {
  const steps =
    schema === null ? [] : stepsFrom(schema.types, schema.root).filter(({ loose, empty }) => empty || !loose);
  const step = steps.toSorted((a, b) => Number(b.empty) - Number(a.empty))[0];
  const asked = step === undefined ? '__typename' : `${step.text} { __typename }`;
  return {
    text: `{ ${Array.from({ length: count }, (_, at) => `a${at}: ${asked}`).join(' ')} }`,
    real: step !== undefined,
  };
};
