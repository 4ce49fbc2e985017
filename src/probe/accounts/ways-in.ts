import type { Door } from '../actors/door.ts';
import { logInByFields } from '../actors/fields-login.ts';
import { logInByForm } from '../actors/form-login.ts';
import { findCsrfToken } from '../actors/csrf.ts';
import { findLogins } from '../actors/login-operation.ts';
import type { Account, Entered, FieldsRecipe } from '../actors/recipe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { carried } from './carrying.ts';
import { once } from './memo.ts';

export const doorOf = (context: ProbeContext): Door => ({
  send: context.send,
  origins: context.config.boundary?.origins ?? [],
  operations: context.operations,
  mailbox: context.mailbox ?? null,
  signal: context.signal,
});

const USUAL = ['/login', '/sign-in', '/signin', '/auth/login', '/account/login', '/users/sign_in'];
const MOST_PAGES = 6;

/** Pages that may hold the form. */
const loginPages = ({ config, operations }: ProbeContext): string[] => {
  const { login } = config.boundary ?? {};
  if (login?.kind === 'form') return [login.path];
  const found = operations
    .filter(({ method, path }) => method === 'GET' && !path.includes('{') && /(?:log-?in|sign-?in)\/?$/i.test(path))
    .map(({ path }) => path)
    .filter((path) => !/\/api\//i.test(path));
  return [...new Set([...found, ...USUAL])].slice(0, MOST_PAGES);
};

const recipes = ({ config, operations }: ProbeContext): FieldsRecipe[] => {
  const { login } = config.boundary ?? {};
  const found = findLogins(operations);
  if (login?.kind !== 'json') return found.slice(0, 2);
  const known = found.find(({ path }) => path === login.path);
  return [
    {
      kind: 'fields',
      path: login.path,
      encoding: 'json',
      extra: {},
      ...known,
      loginField: login.loginField ?? known?.loginField ?? 'email',
      passwordField: login.passwordField ?? known?.passwordField ?? 'password',
      ...(login.tokenAt === undefined ? {} : { tokenAt: login.tokenAt }),
    },
  ];
};

/** Where a way in was found; remembered, so that it is not looked for again. */
const found = new WeakMap<ProbeContext, { page?: string | null; recipe?: FieldsRecipe | null }>();
const memoryOf = (context: ProbeContext) => {
  const memory = found.get(context) ?? {};
  found.set(context, memory);
  return memory;
};

/** A browser's session. Null when the app has no form that lets this account in. */
export const enterByForm = async (
  context: ProbeContext,
  account: Account,
): Promise<(Entered & { path: string }) | null> => {
  const memory = memoryOf(context);
  if (memory.page === null) return null;
  const pages = memory.page === undefined ? loginPages(context) : [memory.page];
  for (const path of pages) {
    const attempt = await logInByForm(doorOf(context), account, { kind: 'form', path });
    if (!attempt.ok) {
      if (attempt.why === 'silent') return null;
      if (attempt.why === 'refused') break;
      continue;
    }
    memory.page = path;
    const csrf = findCsrfToken(attempt.page ?? '', attempt.json);
    if (csrf !== undefined) attempt.session.csrfToken = csrf;
    return { ...attempt, path };
  }
  memory.page ??= null;
  return null;
};

/** A session by fields (JSON mostly), its token carried as the actors carry theirs. Null when there is no such login. */
export const enterByFields = async (
  context: ProbeContext,
  account: Account,
): Promise<(Entered & { recipe: FieldsRecipe }) | null> => {
  const memory = memoryOf(context);
  if (memory.recipe === null) return null;
  const tried = memory.recipe === undefined ? recipes(context) : [memory.recipe];
  for (const recipe of tried) {
    const attempt = await logInByFields(doorOf(context), account, recipe, true);
    if (!attempt.ok) continue;
    memory.recipe = recipe;
    if (attempt.token !== undefined) Object.assign(attempt.session.headers, carried(context, attempt.token));
    return { ...attempt, recipe };
  }
  return null;
};

/** Shared sessions, for probes that only look. */
export const sharedForm = (context: ProbeContext, account: Account) =>
  once(context, `form ${account.login}`, () => enterByForm(context, account));
export const sharedFields = (context: ProbeContext, account: Account) =>
  once(context, `fields ${account.login}`, () => enterByFields(context, account));
