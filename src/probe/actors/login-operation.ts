import type { JsonSchema, Operation } from '../contract/operation.ts';
import type { FieldsRecipe, MailRecipe } from './recipe.ts';

const PATH = /(?:^|[/_-])(?:log-?in|log-?on|sign-?in|sessions?|auth(?:enticate)?|token)\b/i;
const NOT_PATH =
  /(?:register|sign-?up|forgot|reset|refresh|verify|confirm|change|logout|log-?off|sign-?out|revoke|admin\/users|invite|accept|introspect|csrf|2fa|mfa|otp|push|device)/i;
const LOGIN_FIELDS = ['email', 'username', 'user_name', 'user', 'login', 'identifier', 'emailOrUsername', 'account'];
const PASSWORD_FIELDS = ['password', 'passwd', 'pass', 'pwd', 'secret'];
const WRAPPERS = /^(?:user|account|data|credentials|auth|session|login|customer|input)$/i;

/** The members of a body, those one level down included (`{ user: { email, password } }`), as paths. */
export const membersOf = (operation: Pick<Operation, 'body'>): Map<string, JsonSchema> => {
  const members = new Map<string, JsonSchema>();
  const add = (schema: JsonSchema | undefined, prefix: string): void => {
    for (const [name, member] of Object.entries(schema?.properties ?? {}).slice(0, 100)) {
      members.set(`${prefix}${name}`, member);
      if (prefix === '' && WRAPPERS.test(name)) add(member, `${name}.`);
    }
    for (const part of prefix === '' ? (schema?.allOf ?? []).slice(0, 10) : []) add(part, prefix);
  };
  add(operation.body?.schema, '');
  const seen = operation.body?.seen;
  if (members.size === 0 && typeof seen === 'object' && seen !== null) {
    for (const [name, value] of Object.entries(seen).slice(0, 100)) {
      members.set(name, {});
      if (typeof value !== 'object' || value === null) continue;
      for (const inner of Object.keys(value).slice(0, 50)) members.set(`${name}.${inner}`, {});
    }
  }
  return members;
};

/** The member that has one of the names, in the names' order. */
export const named = (members: Iterable<string>, names: readonly string[]): string | undefined => {
  const all = [...members];
  return names
    .flatMap((name) => all.filter((member) => member.split('.').at(-1)?.toLowerCase() === name.toLowerCase()))
    .at(0);
};

export const loginFieldOf = (members: Iterable<string>): string | undefined => named(members, LOGIN_FIELDS);
export const passwordFieldOf = (members: Iterable<string>): string | undefined => named(members, PASSWORD_FIELDS);

export const encodingOf = ({ body }: Pick<Operation, 'body'>): 'json' | 'form' =>
  body?.contentType.toLowerCase().includes('urlencoded') === true ? 'form' : 'json';

const isFixed = ({ path, method }: Operation): boolean => method === 'POST' && !path.includes('{');

/** Ways to log in with a password among what was found, likeliest first. */
export const findLogins = (operations: readonly Operation[]): FieldsRecipe[] =>
  operations
    .filter((operation) => isFixed(operation) && !NOT_PATH.test(operation.path) && !operation.sources.includes('form'))
    .flatMap((operation) => {
      const members = membersOf(operation);
      const inPath = PATH.test(operation.path);
      const loginField = loginFieldOf(members.keys());
      const passwordField = passwordFieldOf(members.keys());
      // Nothing is known of the body: the name of the path must do.
      if (members.size === 0 && inPath)
        return [{ recipe: recipeOf(operation, 'email', 'password', members), rank: 30 }];
      if (passwordField === undefined || loginField === undefined) return [];
      if (!inPath && members.size > 4) return [];
      return [
        {
          recipe: recipeOf(operation, loginField, passwordField, members),
          rank: (/log-?in|sign-?in/i.test(operation.path) ? 0 : inPath ? 5 : 15) + members.size,
        },
      ];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ recipe }) => recipe);

const recipeOf = (
  operation: Operation,
  loginField: string,
  passwordField: string,
  members: ReadonlyMap<string, JsonSchema>,
): FieldsRecipe => ({
  kind: 'fields',
  path: operation.path,
  origin: operation.origin,
  encoding: encodingOf(operation),
  loginField,
  passwordField,
  extra: Object.fromEntries(
    [...members].flatMap(([name, { const: only, default: usual, pattern, enum: choice }]) => {
      const value = only ?? usual ?? choice?.[0] ?? (/^\^?password\$?$/.test(pattern ?? '') ? 'password' : undefined);
      return name === loginField || name === passwordField || value == null ? [] : [[name, value]];
    }),
  ),
});

const MAIL_PATH =
  /(?:magic|passwordless|otp|one-?time|email-?(?:code|link|log-?in)|log-?in|sign-?in|send-?(?:code|link))/i;
const NOT_MAIL_PATH = /(?:verify|confirm|callback|consume|forgot|reset|register|sign-?up|resend|newsletter|change)/i;

/** Ways to have a code or a link sent, by an address alone. */
export const findMailLogins = (operations: readonly Operation[]): MailRecipe[] =>
  operations
    .filter((operation) => isFixed(operation) && MAIL_PATH.test(operation.path) && !NOT_MAIL_PATH.test(operation.path))
    .flatMap((operation): MailRecipe[] => {
      const members = membersOf(operation);
      const loginField = named(members.keys(), ['email', 'identifier', 'login', 'username']);
      if (loginField === undefined || passwordFieldOf(members.keys()) !== undefined || members.size > 4) return [];
      const { path, origin } = operation;
      return [{ kind: 'mail', path, origin, encoding: encodingOf(operation), loginField }];
    });

/** `{ user: { email: … } }` from `user.email`. */
export const bodyWith = (values: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const names = path.split('.');
    if (names.some((name) => name === '__proto__')) continue;
    let at = body;
    for (const name of names.slice(0, -1)) {
      const inner = Object.hasOwn(at, name) && typeof at[name] === 'object' ? at[name] : {};
      at = at[name] = inner as Record<string, unknown>;
    }
    at[names.at(-1) ?? ''] = value;
  }
  return body;
};

/** A body of fields, as the recipe says. */
export const fieldsBody = (
  encoding: 'json' | 'form',
  values: Readonly<Record<string, unknown>>,
): { json: unknown } | { form: Record<string, string> } =>
  encoding === 'json'
    ? { json: bodyWith(values) }
    : { form: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])) };
