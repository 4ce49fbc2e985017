import type { JsonSchema, Operation } from '../contract/operation.ts';
import { encodingOf, loginFieldOf, membersOf, passwordFieldOf } from './login-operation.ts';
import { signUpValue, type Person } from './sign-up-values.ts';

/** A way to make an account. */
export interface SignUp {
  path: string;
  origin: string;
  encoding: 'json' | 'form';
  /** Member → schema, nested ones dotted; empty when nothing is known of the body. */
  members: ReadonlyMap<string, JsonSchema>;
  required: ReadonlySet<string> | null;
  certain: boolean;
  /** What the app missed in the last account's fields. */
  complaint?: string;
}

const STRONG = /(?:register|registration|sign-?up|create-?account|\/join\/?$)/i;
const WEAK = /(?:^|\/)(?:users|accounts|customers|members)\/?$/i;
const NOT = /(?:verify|confirm|resend|admin|invite|login|newsletter|webhook|device|push)/i;
const GUESSES = [
  '/api/auth/register',
  '/api/auth/signup',
  '/api/auth/sign-up',
  '/api/register',
  '/api/signup',
  '/api/users/register',
  '/api/users',
  '/auth/register',
  '/auth/signup',
  '/register',
  '/signup',
];

/** Ways to make an account, likeliest first. */
export const findSignUps = (operations: readonly Operation[], origin: string): SignUp[] => {
  const found = operations
    .filter(
      ({ method, path, sources }) =>
        method === 'POST' &&
        !path.includes('{') &&
        !NOT.test(path) &&
        !sources.includes('form') &&
        (STRONG.test(path) || WEAK.test(path)),
    )
    .flatMap((operation): SignUp[] => {
      const members = membersOf(operation);
      const known = loginFieldOf(members.keys()) !== undefined && passwordFieldOf(members.keys()) !== undefined;
      if (!known && (members.size > 0 || !STRONG.test(operation.path))) return [];
      const required = operation.body?.schema.required;
      return [
        {
          path: operation.path,
          origin: operation.origin,
          encoding: encodingOf(operation),
          members,
          required: required === undefined ? null : new Set(required),
          certain: true,
        },
      ];
    })
    .toSorted((a, b) => Number(STRONG.test(b.path)) - Number(STRONG.test(a.path)));
  const guessed = GUESSES.filter((path) => !found.some((other) => other.path === path)).map((path): SignUp => ({
    path,
    origin,
    encoding: 'json',
    members: new Map(),
    required: null,
    certain: false,
  }));
  return [...found, ...guessed];
};

const EXTRAS = [
  'username',
  'name',
  'firstName',
  'lastName',
  'first_name',
  'last_name',
  'fullName',
  'displayName',
  'phone',
  'passwordConfirm',
  'passwordConfirmation',
  'confirmPassword',
  'password_confirmation',
  'passwordRepeat',
  'acceptTerms',
  'terms',
  'agree',
  'country',
];

/** The fields to send. `complaint`: what the app said of the last try, whose names are taken up. */
export const signUpFields = (
  { members, required, complaint = '' }: SignUp,
  person: Person,
): Record<string, unknown> => {
  const fields: Record<string, unknown> = {};
  for (const [name, schema] of members) {
    const [wrapper = '', inner] = name.split('.');
    if (schema.readOnly === true || [...members.keys()].some((other) => other.startsWith(`${name}.`))) continue;
    const last = inner ?? name;
    const needed = required === null || required.has(wrapper) || isBasic(last) || mentions(complaint, last);
    // What need not be said is left out: a role or a plan might be more than what anybody gets.
    if (!needed || (required === null && !isBasic(last) && !mentions(complaint, last) && members.size > 6)) continue;
    const value = signUpValue(last, schema, person);
    if (value !== undefined) fields[name] = value;
  }
  if (members.size > 0) return fields;
  return {
    email: person.email,
    password: person.password,
    ...Object.fromEntries(
      EXTRAS.filter((name) => mentions(complaint, name)).map((name) => [name, signUpValue(name, {}, person)]),
    ),
  };
};

const isBasic = (name: string): boolean =>
  /^(?:e-?mail|user_?name|login|name|full_?name|first_?name|last_?name|pass.*|.*confirm.*|.*terms.*)$/i.test(name);

const mentions = (complaint: string, name: string): boolean =>
  complaint !== '' && new RegExp(String.raw`(?<![a-z])${name.replaceAll(/[^\w]/g, '')}(?![a-z])`, 'i').test(complaint);

/** The fields of a form on a page. */
export const formFields = (
  fields: readonly { name: string; type: string; value: string }[],
  person: Person,
): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ name, type, value }) => {
      if (['submit', 'button', 'radio', 'file'].includes(type)) return [];
      if (type === 'hidden') return [[name, value]];
      if (type === 'checkbox') return /accept|agree|terms|consent|privacy/i.test(name) ? [[name, value || 'on']] : [];
      const made =
        type === 'email'
          ? person.email
          : type === 'password'
            ? person.password
            : value || signUpValue(name, {}, person);
      return typeof made === 'string' ? [[name, made]] : [];
    }),
  );
