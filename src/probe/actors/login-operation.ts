import type { JsonSchema, Operation } from '../contract/operation.ts';

export interface LoginOperation {
  operation: Operation;
  loginField: string;
  passwordField: string;
}

const PATH = /(?:^|[/_-])(?:log-?in|sign-?in|sessions?|auth(?:enticate)?|token)\b/i;
const NOT_PATH =
  /(?:register|sign-?up|forgot|reset|refresh|verify|confirm|change|logout|sign-?out|revoke|admin\/users|invite|accept)/i;
const LOGIN_FIELDS = ['email', 'username', 'userName', 'user', 'login', 'identifier', 'emailOrUsername', 'account'];
const PASSWORD_FIELDS = ['password', 'passwd', 'pass', 'secret'];

/** The members of a body, those one level down included (`{ user: { email, password } }`), as paths. */
const membersOf = (schema: JsonSchema | undefined, prefix = ''): string[] =>
  Object.entries(schema?.properties ?? {})
    .slice(0, 100)
    .flatMap(([name, member]) => [`${prefix}${name}`, ...(prefix === '' ? membersOf(member, `${name}.`) : [])]);

const named = (members: readonly string[], names: readonly string[]): string | undefined =>
  names
    .flatMap((name) => members.filter((member) => member.split('.').at(-1)?.toLowerCase() === name.toLowerCase()))
    .at(0);

/** Operations by which one logs in with a password, likeliest first. */
export const findLoginOperations = (operations: readonly Operation[]): LoginOperation[] =>
  operations
    .filter(({ method, path }) => method === 'POST' && !NOT_PATH.test(path))
    .flatMap((operation) => {
      const members = membersOf(operation.body?.schema);
      const loginField = named(members, LOGIN_FIELDS);
      const passwordField = named(members, PASSWORD_FIELDS);
      if (passwordField === undefined || loginField === undefined) return [];
      const rank = (PATH.test(operation.path) ? 0 : 10) + members.length;
      return PATH.test(operation.path) || members.length <= 4 ? [{ operation, loginField, passwordField, rank }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ operation, loginField, passwordField }) => ({ operation, loginField, passwordField }));

/** `{ user: { email: … } }` from `user.email`. */
export const bodyWith = (values: Readonly<Record<string, string>>): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const names = path.split('.');
    let at = body;
    for (const name of names.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
    at[names.at(-1) ?? ''] = value;
  }
  return body;
};
