import { fromPage, isGood, visit, type Door, type Visit } from './door.ts';
import { findCodeForm, findLoginForm, untouched, type LoginForm } from './forms.ts';
import { notEntered, type Account, type Attempt, type FormRecipe } from './recipe.ts';
import { cookiesFor, newSession, type Session } from './session.ts';
import { totp } from './totp.ts';

/** Logs in as a browser does: the page, its form, the answer, where that leads. */
export const logInByForm = async (door: Door, account: Account, recipe: FormRecipe): Promise<Attempt> => {
  const { path } = recipe;
  const session = newSession(account.origin, account.headers);
  const page = await visit(door, session, { method: 'GET', url: new URL(path, account.origin).href });
  if (!page.answer.ok) return notEntered('silent', `${path}: ${page.answer.said}`);
  const form = isGood(page.answer.status) ? formOf(recipe, page.answer.text, page.url) : null;
  if (form === null) return notEntered('absent', `${path} has no form to log in`);
  if (!door.origins.includes(new URL(form.action).origin)) {
    return notEntered('refused', `the form of ${path} goes to ${new URL(form.action).origin}, which may not be asked`);
  }
  const before = cookiesFor(session, account.origin);
  const fields = {
    ...untouched(form),
    [form.loginField]: account.login,
    [form.passwordField]: account.password ?? '',
  };
  const sent = await visit(door, session, {
    method: 'POST',
    url: form.action,
    headers: fromPage(page.url),
    body: { form: fields },
  });
  const landed = await withCode(door, session, account, sent);
  if (!landed.answer.ok) return notEntered('silent', `${path}: ${landed.answer.said}`);
  if (landed.answer.status >= 400 && landed.answer.status !== 404) {
    return notEntered('refused', `the form of ${path} answered ${landed.answer.status}`);
  }
  if (landed.left === undefined && findLoginForm(landed.answer.text, landed.url) !== null) {
    return notEntered('refused', `the form of ${path} came back`);
  }
  const after = cookiesFor(session, account.origin);
  if (!Object.entries(after).some(([name, value]) => before[name] !== value)) {
    return notEntered('refused', `the form of ${path} gave no cookie`);
  }
  return { ok: true, session, json: landed.answer.json, via: 'form login', page: landed.answer.text };
};

const formOf = ({ loginField, passwordField }: FormRecipe, page: string, url: string): LoginForm | null => {
  const form = findLoginForm(page, url);
  return (
    form && { ...form, loginField: loginField ?? form.loginField, passwordField: passwordField ?? form.passwordField }
  );
};

/** Answers the form that asks for the code of the moment, when that is what came. */
const withCode = async (door: Door, session: Session, { totpSecret }: Account, landed: Visit): Promise<Visit> => {
  if (totpSecret === undefined || !landed.answer.ok || !isGood(landed.answer.status)) return landed;
  const asked = findCodeForm(landed.answer.text, landed.url);
  const code = totp(totpSecret, Date.now());
  if (asked === null || code === null || !door.origins.includes(new URL(asked.form.action).origin)) return landed;
  return visit(door, session, {
    method: 'POST',
    url: asked.form.action,
    headers: fromPage(landed.url),
    body: { form: { ...untouched(asked.form), [asked.codeField]: code } },
  });
};
