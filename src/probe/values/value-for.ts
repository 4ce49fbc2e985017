import type { Actor } from '../contract/actor.ts';
import type { JsonSchema } from '../contract/operation.ts';
import type { CanaryBook } from '../contract/resource.ts';
import { classOf, isStock, wordsOf } from './names.ts';
import { numberFor } from './number-for.ts';
import { mergedSchema, typeOf } from './one-schema.ts';
import { textFor } from './text-for.ts';

/** Who a value is made for, and what it may refer to. */
export interface ValueContext {
  /** Canaries are planted as this actor's. */
  owner: Actor;
  canaries: CanaryBook;
  /** What the value is part of: `order`. Canaries stand in `<place>.<name>`. */
  place: string;
  now: Date;
  /** The value for a name that refers to another object (`listingId`); undefined when there is none. */
  reference?: (name: string, within: readonly string[], schema: JsonSchema) => unknown;
  /** The owner's password, for things that ask for it again. */
  password?: string;
  /** Optional members that are filled as well: the app asked for them. `*` for all. */
  also?: ReadonlySet<string>;
  /** Members whose value is known: what the app said it must be. */
  given?: ReadonlyMap<string, unknown>;
  /** No private canaries: for bodies that are tried as somebody else. */
  plain?: boolean;
}

const DEEPEST = 6;
const MOST_MEMBERS = 60;

/** A value that satisfies the schema and is believable for the name. Undefined when none could be made: a reference that nothing fits, a password that is not known. */
export const valueFor = (
  schema: JsonSchema,
  name: string,
  context: ValueContext,
  within: readonly string[] = [context.place],
): unknown => {
  if (within.length > DEEPEST) return undefined;
  if (context.given?.has(name) === true) return context.given.get(name);
  const plain = mergedSchema(schema);
  if (plain.const !== undefined) return plain.const;
  if (plain.enum !== undefined && plain.enum.length > 0) return fromEnum(plain, name);
  const type = typeOf(plain, name);
  if (isPassword(name)) return context.password;
  if (type !== 'object' && type !== 'array') {
    const referred = context.reference?.(name, within, plain);
    if (referred !== undefined) return referred === NOTHING ? undefined : asType(referred, type);
  }
  switch (type) {
    case 'object':
      return objectFor(plain, name, context, within);
    case 'array': {
      const { items = {}, minItems = 0 } = plain;
      const most = within.length > 2 ? 2 : 10;
      const wanted = Math.min(most, Math.max(minItems, /tags?|images|photos/i.test(name) ? 0 : 1));
      const values = Array.from({ length: wanted }, () => valueFor(items, name, context, [...within, '']));
      return values.includes(undefined) ? undefined : values;
    }
    case 'integer':
    case 'number':
      return numberFor(plain, name, type === 'integer');
    case 'boolean':
      return typeof plain.default === 'boolean' ? plain.default : isConsent(name);
    case 'null':
      return null;
    default:
      return textFor(plain, name, within, context);
  }
};

/** What `reference` gives when the name surely refers to something and there is nothing. */
export const NOTHING = Symbol('nothing');

const objectFor = (
  schema: JsonSchema,
  name: string,
  context: ValueContext,
  within: readonly string[],
): Record<string, unknown> | undefined => {
  const { properties = {}, required = [] } = schema;
  const inner = name === '' ? within : [...within, name];
  const made: Record<string, unknown> = {};
  // Where nothing says what is required (a body read out of a bundle), all members are.
  const knowsRequired = schema.required !== undefined;
  for (const [member, own] of Object.entries(properties).slice(0, MOST_MEMBERS)) {
    if (member === '__proto__' || own.readOnly === true) continue;
    const must = required.includes(member) || context.also?.has(member) === true || context.given?.has(member) === true;
    if (!must && !isWanted(member, own, inner, context, knowsRequired)) continue;
    const value = valueFor(own, member, context, inner);
    if (value === undefined) {
      if (required.includes(member)) return undefined;
      continue;
    }
    made[member] = value;
  }
  return made;
};

const isWanted = (
  member: string,
  schema: JsonSchema,
  within: readonly string[],
  { also, plain }: ValueContext,
  knowsRequired: boolean,
): boolean => {
  if (also?.has('*') === true) return classOf(member, within) !== 'server';
  if (isPassword(member)) return false;
  if (isStock(member)) return true;
  const fieldClass = classOf(member, within);
  if (!knowsRequired && Object.keys(schema).length <= 1) return fieldClass !== 'server';
  return fieldClass === 'private' && plain !== true;
};

const isPassword = (name: string): boolean =>
  /(?:^| )(?:password|passwd|passphrase|pwd)$/.test(wordsOf(name).join(' '));
const isConsent = (name: string): boolean => /agree|accept|terms|consent|confirm/i.test(name);

const fromEnum = ({ enum: choices = [], default: usual }: JsonSchema, name: string): unknown => {
  if (usual !== undefined && choices.includes(usual)) return usual;
  const wanted = /country/i.test(name) ? ['DE', 'US'] : /currency/i.test(name) ? ['EUR', 'USD', 'eur', 'usd'] : [];
  return (
    wanted.find((value) => choices.includes(value)) ??
    choices.find((value) => value !== null && value !== '') ??
    choices[0]
  );
};

const asType = (value: unknown, type: string): unknown => {
  if ((type === 'integer' || type === 'number') && typeof value === 'string' && /^\d{1,15}$/.test(value))
    return Number(value);
  return value;
};
