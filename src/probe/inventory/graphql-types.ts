import type { JsonSchema } from '../contract/operation.ts';

export interface GraphqlArgument {
  name: string;
  /** As the schema language writes it: `[ID!]!`. */
  type: string;
  required: boolean;
  schema: JsonSchema;
}

/** One query or mutation that an endpoint offers. */
export interface GraphqlField {
  kind: 'query' | 'mutation';
  name: string;
  args: readonly GraphqlArgument[];
  returns: {
    /** Name of the innermost type. */
    type: string;
    list: boolean;
    /** A selection of its plain fields, two objects deep: `{ id title shop { name } }`; empty for a scalar. */
    selection: string;
  };
}

/** As introspection gives it. */
export interface TypeRef {
  kind?: string;
  name?: string | null;
  ofType?: TypeRef | null;
}
interface InputValue {
  name?: string;
  type?: TypeRef;
  defaultValue?: string | null;
}
export interface FieldNode {
  name?: string;
  args?: readonly InputValue[];
  type?: TypeRef;
}
export interface TypeNode {
  kind?: string;
  name?: string;
  fields?: readonly FieldNode[] | null;
  inputFields?: readonly InputValue[] | null;
  enumValues?: readonly { name?: string }[] | null;
}
export type Types = ReadonlyMap<string, TypeNode>;

const DEEPEST = 10;
const NAME = /^[_A-Za-z]\w{0,200}$/;
const MOST_FIELDS = 40;

export const isName = (text: unknown): text is string => typeof text === 'string' && NAME.test(text);

export const innermost = (ref: TypeRef | null | undefined): { name: string; list: boolean } => {
  let now = ref;
  let list = false;
  for (let depth = 0; depth < DEEPEST && now?.ofType != null; depth++) {
    list ||= now.kind === 'LIST';
    now = now.ofType;
  }
  return { name: isName(now?.name) ? now.name : '', list };
};

export const written = (ref: TypeRef | null | undefined, depth = 0): string => {
  if (ref == null || depth > DEEPEST) return '';
  if (ref.kind === 'NON_NULL') return `${written(ref.ofType, depth + 1)}!`;
  if (ref.kind === 'LIST') return `[${written(ref.ofType, depth + 1)}]`;
  return isName(ref.name) ? ref.name : '';
};

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  ID: { type: 'string' },
  String: { type: 'string' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
};

export const schemaOfRef = (ref: TypeRef | null | undefined, types: Types, depth = 0): JsonSchema => {
  if (ref == null || depth > 6) return {};
  if (ref.kind === 'NON_NULL') return schemaOfRef(ref.ofType, types, depth);
  if (ref.kind === 'LIST') return { type: 'array', items: schemaOfRef(ref.ofType, types, depth + 1) };
  const name = ref.name ?? '';
  const known = Object.hasOwn(SCALARS, name) ? SCALARS[name] : undefined;
  if (known !== undefined) return known;
  const type = types.get(name);
  if (type?.kind === 'ENUM')
    return { type: 'string', enum: (type.enumValues ?? []).slice(0, 200).map((value) => value.name) };
  if (type?.kind !== 'INPUT_OBJECT') return {};
  const fields = (type.inputFields ?? []).slice(0, 100).filter((field) => isName(field.name));
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [field.name ?? '', schemaOfRef(field.type, types, depth + 1)]),
    ),
    required: fields
      .filter((field) => field.type?.kind === 'NON_NULL' && field.defaultValue == null)
      .map((field) => field.name ?? ''),
  };
};

export const argumentsOf = (field: FieldNode, types: Types): GraphqlArgument[] =>
  (field.args ?? [])
    .slice(0, 50)
    .filter((arg) => isName(arg.name))
    .map((arg) => ({
      name: arg.name ?? '',
      type: written(arg.type),
      required: arg.type?.kind === 'NON_NULL' && arg.defaultValue == null,
      schema: schemaOfRef(arg.type, types),
    }));

/** Plain fields, and objects two deep; what needs arguments is left out. */
export const selectionOf = (typeName: string, types: Types, depth = 0): string => {
  const type = types.get(typeName);
  if (type === undefined || (type.kind !== 'OBJECT' && type.kind !== 'INTERFACE'))
    return type?.kind === 'UNION' ? '{ __typename }' : '';
  const parts: string[] = [];
  for (const field of (type.fields ?? []).slice(0, MOST_FIELDS)) {
    if (
      !isName(field.name) ||
      (field.args ?? []).some((arg) => arg.type?.kind === 'NON_NULL' && arg.defaultValue == null)
    )
      continue;
    const inner = innermost(field.type).name;
    const kind = types.get(inner)?.kind ?? 'SCALAR';
    if (kind === 'SCALAR' || kind === 'ENUM') parts.push(field.name);
    else if (depth < 2 && kind !== 'UNION') {
      const below = selectionOf(inner, types, depth + 1);
      if (below !== '') parts.push(`${field.name} ${below}`);
    }
  }
  return parts.length === 0 ? '{ __typename }' : `{ ${parts.join(' ')} }`;
};
