import { randomBytes } from 'node:crypto';
import type { JsonSchema } from '../contract/operation.ts';

/** Somebody who does not exist, at a domain that never will (RFC 6761 6.5). */
export interface Person {
  email: string;
  username: string;
  firstName: string;
  lastName: string;
  password: string;
}

const NAMES = [
  ['Anna', 'Berger'],
  ['Ben', 'Carlsson'],
  ['Clara', 'Dubois'],
  ['David', 'Evans'],
] as const;

export const newPerson = (index: number): Person => {
  const mark = randomBytes(5).toString('hex');
  const [firstName, lastName] = NAMES[index % NAMES.length]!;
  return {
    email: `${firstName.toLowerCase()}-${mark}@launch-ready.example`,
    username: `${firstName.toLowerCase()}${mark}`,
    firstName,
    lastName,
    // Every usual rule of composition is met, beside what makes it strong.
    password: `Lr7!${randomBytes(12).toString('base64url')}`,
  };
};

const RULES: readonly (readonly [name: RegExp, value: (person: Person) => unknown])[] = [
  [/e-?mail/i, ({ email }) => email],
  [/pass.*|.*pwd/i, ({ password }) => password],
  [/^(?:user_?name|login|handle|nick(?:name)?|display_?name|slug)$/i, ({ username }) => username],
  [/^(?:first|given|fore)_?name$/i, ({ firstName }) => firstName],
  [/^(?:last|family|sur)_?name$/i, ({ lastName }) => lastName],
  [/company|organi[sz]ation|shop|store/i, ({ lastName }) => `${lastName} Trading`],
  [/name$/i, ({ firstName, lastName }) => `${firstName} ${lastName}`],
  [/phone|mobile|^tel/i, () => '+14155550132'],
  [/accept|agree|terms|consent|tos|privacy|gdpr|age_?ok/i, () => true],
  [/birth|dob/i, () => '1990-05-17'],
  [/country/i, () => 'DE'],
  [/currency/i, () => 'EUR'],
  [/locale|lang/i, () => 'en'],
  [/time_?zone/i, () => 'Europe/Berlin'],
  [/zip|postal/i, () => '10115'],
  [/city/i, () => 'Berlin'],
  [/street|address/i, () => '12 Garden Street'],
  [/answer/i, () => 'Rosenthal'],
];

const LOW_ROLE = /^(?:customer|user|buyer|member|client|basic)$/i;

/** A believable value for a field of a sign-up; undefined when none can be thought of. */
export const signUpValue = (name: string, schema: JsonSchema, person: Person): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) {
    return (
      schema.enum.find((value) => typeof value === 'string' && LOW_ROLE.test(value)) ?? schema.default ?? schema.enum[0]
    );
  }
  const type = Array.isArray(schema.type) ? (schema.type as readonly string[])[0] : schema.type;
  const rule = RULES.find(([pattern]) => pattern.test(name));
  const value = rule?.[1](person);
  if (type === 'boolean') return value ?? schema.default ?? true;
  if (type === 'integer' || type === 'number') return schema.default ?? schema.minimum ?? 1;
  if (type === 'array') return [];
  if (type === 'object') return undefined;
  if (value === true && type === 'string') return 'true';
  if (value !== undefined) return typeof value === 'string' ? fit(value, schema) : value;
  return schema.default ?? schema.example ?? (type === 'string' ? fit('Garden', schema) : undefined);
};

/** Passwords and addresses are not cut: a shorter one would be another. */
const fit = (text: string, { minLength = 0, maxLength = Infinity }: JsonSchema): string =>
  text.length > maxLength ? text.slice(0, maxLength) : text.padEnd(Math.min(minLength, 200), 'a');
