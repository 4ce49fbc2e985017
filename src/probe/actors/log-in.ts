import type { LoginConfig } from '../../model/target.ts';
import type { Operation } from '../contract/operation.ts';
import type { Door } from './door.ts';
import { logInByAuthJs } from './authjs-login.ts';
import { logInByFields } from './fields-login.ts';
import { logInByForm } from './form-login.ts';
import { findLogins, findMailLogins } from './login-operation.ts';
import { logInByMail } from './mail-login.ts';
import { LOGIN_PAGES, LOGIN_PATHS } from './usual-paths.ts';
import { notEntered, type Account, type Attempt, type FieldsRecipe, type Recipe } from './recipe.ts';

/** An app may shut out who fails five times. */
const MOST_REFUSALS = 3;

export interface Way {
  recipe: Recipe;
  /** The app's description, its page or the user says that it is there. */
  certain: boolean;
}

export const attemptBy = (door: Door, account: Account, { recipe, certain }: Way): Promise<Attempt> => {
  if (recipe.kind === 'form') return logInByForm(door, account, recipe);
  if (recipe.kind === 'mail') return logInByMail(door, account, recipe);
  if (recipe.kind === 'authjs') return logInByAuthJs(door, account);
  return logInByFields(door, account, recipe, certain);
};

/** Tries ways until one lets in or the app has said no too often. */
export const findWayIn = async (
  door: Door,
  account: Account,
  ways: readonly Way[],
  budget: { refusals: number },
): Promise<{ attempt: Attempt; way?: Way }> => {
  let refusals = Math.max(0, MOST_REFUSALS - budget.refusals);
  let last: Attempt = notEntered('absent', 'no way to log in was found');
  const absent = new Set<string>();
  const isSpent = refusals >= MOST_REFUSALS;
  for (const way of isSpent ? ways.slice(0, 1) : ways) {
    const key = `${way.recipe.kind} ${way.recipe.path}`;
    if (absent.has(key)) continue;
    const attempt = await attemptBy(door, account, way);
    if (attempt.ok) return { attempt, way };
    if (last.ok || attempt.why !== 'absent' || last.why === 'absent') last = attempt;
    if (attempt.why === 'absent') absent.add(key);
    if (attempt.why === 'silent') break;
    if (attempt.why === 'absent') continue;
    budget.refusals--;
    if (++refusals >= MOST_REFUSALS) break;
  }
  if (isSpent && !last.ok && last.why === 'absent') {
    return { attempt: notEntered('refused', 'not tried any further: too many log-ins of others were refused') };
  }
  return { attempt: last };
};

const AUTH_JS: Way = { recipe: { kind: 'authjs', path: '/api/auth' }, certain: true };

/** The ways to log in that are worth trying, in order. */
export const waysIn = (
  operations: readonly Operation[],
  account: Account,
  role: string,
  config?: LoginConfig,
): Way[] => {
  if (config !== undefined) return configured(operations, account, config);
  if (account.password === undefined) {
    return findMailLogins(operations).map((recipe) => ({ recipe, certain: true }));
  }
  const found = findLogins(operations)
    .toSorted((a, b) => foreign(a.path, role) - foreign(b.path, role))
    .slice(0, 4)
    .map((recipe): Way => ({ recipe, certain: true }));
  const pages = operations
    .filter(
      ({ method, path }) => method === 'GET' && !path.includes('{') && /(?:log-?in|sign-?in|sign_in)\/?$/i.test(path),
    )
    .map(({ path }) => path);
  const forms = [...new Set([...pages, ...LOGIN_PAGES])].map((path): Way => ({
    recipe: { kind: 'form', path },
    certain: true,
  }));
  const known = new Set(found.map(({ recipe }) => recipe.path));
  const guessed = LOGIN_PATHS.filter((path) => !known.has(path)).flatMap((path) => shapesOf(path, account.login));
  return [...found, ...forms, AUTH_JS, ...guessed.map((recipe): Way => ({ recipe, certain: false }))];
};

/** The door of another role comes last: `/admin/login` for a customer. */
const foreign = (path: string, role: string): number => {
  const named = /\b(admin|seller|vendor|merchant|customer|staff|driver|moderator|partner|store|user)s?\b/i
    .exec(path)?.[1]
    ?.toLowerCase();
  if (named === undefined) return 1;
  return role.toLowerCase().includes(named) ? 0 : 2;
};

const shape = (path: string, loginField: string, passwordField = 'password'): FieldsRecipe => ({
  kind: 'fields',
  path,
  encoding: 'json',
  loginField,
  passwordField,
  extra: {},
});

/** Bodies that are tried where nothing says what is wanted. */
export const shapesOf = (path: string, login: string): FieldsRecipe[] => {
  const first = login.includes('@') ? 'email' : 'username';
  return [
    shape(path, first),
    shape(path, `user.${first}`, 'user.password'),
    shape(path, first === 'email' ? 'username' : 'email'),
  ];
};

const configured = (operations: readonly Operation[], { login }: Account, config: LoginConfig): Way[] => {
  const { kind, path, loginField, passwordField, tokenAt } = config;
  if (kind === 'form') {
    const names = {
      ...(loginField === undefined ? {} : { loginField }),
      ...(passwordField === undefined ? {} : { passwordField }),
    };
    return [{ recipe: { kind, path, ...names }, certain: true }];
  }
  const known = findLogins(operations).find((recipe) => recipe.path === path);
  const shapes =
    known !== undefined ? [known] : loginField !== undefined ? [shape(path, loginField)] : shapesOf(path, login);
  return shapes.map((recipe) => ({
    recipe: {
      ...recipe,
      ...(loginField === undefined ? {} : { loginField }),
      ...(passwordField === undefined ? {} : { passwordField }),
      ...(tokenAt === undefined ? {} : { tokenAt }),
    },
    certain: true,
  }));
};
