import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '../contract/actor.ts';
import type { JsonSchema, Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Body } from '../contract/send.ts';
import { peopleOf } from '../accounts/people.ts';
import { wordsOf } from '../values/names.ts';
import { matchesPattern } from '../values/safe-test.ts';
import { valueFor } from '../values/value-for.ts';
import { isObject } from './json.ts';
import { nounOf } from './operations.ts';

const UNTOUCHED =
  /(?:e-?mail|password|passwd|pwd|user_?name|login|url|image|avatar|token|iban|phone|slug|currency|country|locale|date|time|code|kind|type)/i;
const LIKED = [
  /note/i,
  /bio|about/i,
  /description|summary/i,
  /text|content|body|message|comment/i,
  /title|name|label/i,
  /address|street/i,
  /reason/i,
];

const single = (schema: JsonSchema | undefined): string | undefined => {
  const type: unknown = schema?.type;
  return typeof type === 'string'
    ? type
    : Array.isArray(type)
      ? (type as string[]).find((one) => one !== 'null')
      : undefined;
};

export const membersOfBody = ({ body }: Operation): Readonly<Record<string, JsonSchema>> => {
  const schema = body?.schema;
  const parts = [schema, ...(schema?.allOf ?? []), ...(schema?.anyOf ?? []), ...(schema?.oneOf ?? [])];
  const seen = isObject(body?.seen) ? Object.fromEntries(Object.keys(body.seen).map((name) => [name, {}])) : {};
  return Object.assign({}, seen, ...parts.map((part) => part?.properties ?? {})) as Record<string, JsonSchema>;
};

/** A text that stands nowhere else. */
export const mark = (): string => `Launch Ready check ${randomBytes(6).toString('hex')}`;

/** A member that may be changed without harm, and another value for it. Texts first; `now` is what it is at present. */
export const harmlessChange = (
  members: Readonly<Record<string, JsonSchema>>,
  now: unknown,
): { name: string; value: unknown } | undefined => {
  const current = isObject(now) ? now : {};
  const texts = Object.entries(members).filter(
    ([name, schema]) =>
      !UNTOUCHED.test(name) &&
      (single(schema) === 'string' ||
        (single(schema) === undefined && (schema.anyOf !== undefined || typeof current[name] === 'string'))) &&
      schema.enum === undefined &&
      schema.format === undefined &&
      (schema.pattern === undefined || matchesPattern(schema.pattern, mark())) &&
      (schema.maxLength ?? 100) >= 40,
  );
  for (const liked of LIKED) {
    const found = texts.find(([name]) => liked.test(name));
    if (found !== undefined) return { name: found[0], value: mark() };
  }
  if (texts[0] !== undefined) return { name: texts[0][0], value: mark() };
  for (const [name, schema] of Object.entries(members)) {
    const value = otherValue(schema, current[name]);
    if (value !== undefined && !UNTOUCHED.test(name)) return { name, value };
  }
  return undefined;
};

/** A value that differs from the present one and fits the schema: booleans turned, numbers one more, another choice. */
export const otherValue = (schema: JsonSchema, now: unknown): unknown => {
  if (typeof now === 'boolean' || single(schema) === 'boolean') return now !== true;
  if (schema.enum !== undefined && schema.enum.length > 1)
    return schema.enum.find((one) => one !== now && one !== null);
  if (single(schema) === 'integer' || single(schema) === 'number') {
    const base = typeof now === 'number' ? now : (schema.minimum ?? 1);
    return base + 1 <= (schema.maximum ?? Infinity) ? base + 1 : base - 1;
  }
  return undefined;
};

export interface BodyOptions {
  /** What the object shows of itself at present: flags and choices are given another value. */
  now?: unknown;
  /** Members whose value is known. */
  given?: Readonly<Record<string, unknown>>;
  /** Canaries are planted in private members, as of this thing. */
  private?: string;
}

/** A valid body for an operation as somebody; undefined when it has none or none could be made. */
export const bodyFor = (
  context: ProbeContext,
  operation: Operation,
  owner: Actor,
  { now, given = {}, private: place }: BodyOptions = {},
): Record<string, unknown> | undefined => {
  if (operation.body === undefined) return undefined;
  const members = membersOfBody(operation);
  const current = isObject(now) ? now : {};
  const changed: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(members)) {
    // What the object shows of itself is given another value, so that an effect can be seen.
    if (name in current && (typeof current[name] === 'boolean' || schema.enum !== undefined))
      changed[name] = otherValue(schema, current[name]);
  }
  const password = peopleOf(context).find(({ actor }) => actor.name === owner.name)?.account.password;
  const value = valueFor(operation.body.schema, '', {
    owner,
    canaries: context.canaries,
    place: place ?? nounOf(operation.path),
    now: new Date(),
    plain: place === undefined,
    given: new Map(Object.entries({ ...changed, ...given })),
    reference: (name) => referenceOf(context, owner, name),
    ...(password === undefined ? {} : { password }),
  });
  return isObject(value) ? { ...value, ...given } : undefined;
};

/** The id of an own or public object for a member named after its type. */
const referenceOf = ({ resources }: ProbeContext, owner: Actor, name: string): string | undefined => {
  const words = wordsOf(name);
  if (!['id', 'uuid', 'slug'].includes(words.at(-1) ?? '') || words.length < 2) return undefined;
  const type = words.slice(0, -1).join(' ');
  const fits = [...resources.of(owner), ...resources.all().filter((one) => one.public)];
  return fits.find((one) => one.type.replaceAll(/[-_]/g, ' ') === type || one.type.endsWith(words.at(-2) ?? type))?.id;
};

/** A value as a form or a query has it. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

/** As the operation wants it: JSON, a form, or a small file. */
export const encoded = ({ body }: Operation, value: Record<string, unknown> | undefined): Body | undefined => {
  const type = body?.contentType.toLowerCase() ?? 'application/json';
  if (body !== undefined && type.includes('multipart')) {
    const file =
      Object.entries(body.schema.properties ?? {}).find(
        ([, schema]) => schema.format === 'binary' || schema.format === 'byte',
      )?.[0] ?? 'file';
    return { file: { field: file, name: 'launch-ready.png', contentType: 'image/png', content: PIXEL } };
  }
  if (value === undefined) return undefined;
  if (type.includes('urlencoded')) {
    return {
      form: Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asText(one)])),
    };
  }
  return { json: value };
};

/** Headers that an operation asks for: a key for each time it is meant. */
export const headersFor = ({ parameters }: Operation): Record<string, string> =>
  Object.fromEntries(
    parameters
      .filter(({ in: place, required }) => place === 'header' && required)
      .map(({ name, seen, schema }) => [
        name.toLowerCase(),
        /idempot|request-?id|key$/i.test(name)
          ? randomUUID()
          : (seen?.[0] ?? asText(schema.default ?? schema.enum?.[0] ?? 'launch-ready')),
      ]),
  );

/** One transparent pixel. */
const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);
