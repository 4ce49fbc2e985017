import { ask, isGood } from '../actors/door.ts';
import { findCsrfToken } from '../actors/csrf.ts';
import { findForms, type Form } from '../actors/forms.ts';
import type { Session } from '../actors/session.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { doorOf } from '../accounts/ways-in.ts';

const PAGES = [
  '/account',
  '/profile',
  '/settings',
  '/account/settings',
  '/account/profile',
  '/settings/profile',
  '/me',
  '/user/profile',
  '/dashboard/settings',
];
const OWN = /(?:account|profile|settings)\/?$/i;
const HARMLESS =
  /^(?:.*\[)?(?:bio|about|description|display_?name|full_?name|first_?name|name|nick_?name|city|company|website|phone|address|address1|street)\]?$/i;
const MOST_PAGES = 8;

export interface OwnForm {
  page: string;
  form: Form;
  field: string;
}

/** Pages that hold one's own settings. */
export const ownPages = ({ operations }: ProbeContext): string[] => {
  const found = operations
    .filter(({ method, path }) => method === 'GET' && !path.includes('{') && OWN.test(path) && !/\/api\//i.test(path))
    .map(({ path }) => path);
  return [...new Set([...found, ...PAGES])].slice(0, MOST_PAGES);
};

/** A form by which one changes a harmless field of one's own. */
export const findOwnForm = (page: string, url: string, origins: readonly string[]): OwnForm | null => {
  for (const form of findForms(page, url)) {
    if (form.method !== 'POST' || !origins.includes(new URL(form.action).origin)) continue;
    if (form.fields.some(({ type }) => type === 'password' || type === 'file')) continue;
    const fields = form.fields.filter(
      ({ name, type }) => ['text', 'textarea', 'search'].includes(type) && HARMLESS.test(name),
    );
    const field = fields.find(({ name }) => /bio|about|description/i.test(name)) ?? fields[0];
    if (field !== undefined) return { page: url, form, field: field.name };
  }
  return null;
};

/** Looks through the pages of a browser's session; its CSRF token is kept on the way. */
export const lookForOwnForm = async (context: ProbeContext, session: Session): Promise<OwnForm | null> => {
  const door = doorOf(context);
  for (const path of ownPages(context)) {
    const url = new URL(path, session.home).href;
    const answer = await ask(door, session, { method: 'GET', url });
    if (!answer.ok || !isGood(answer.status)) continue;
    const token = findCsrfToken(answer.text);
    if (token !== undefined) session.csrfToken = token;
    const found = findOwnForm(answer.text, url, door.origins);
    if (found !== null) return found;
  }
  return null;
};

const CSRF_NAME = /csrf|xsrf|^_token$|authenticity_token|RequestVerificationToken/i;

/** What the form sends with another value in one field; without the token that only the app's own page has, if asked. */
export const formValues = (
  { form, field }: OwnForm,
  value: string,
  withToken: boolean,
  token?: string,
): Record<string, string> => {
  const values = Object.fromEntries(
    form.fields
      .filter(({ type }) => !['submit', 'button', 'checkbox', 'radio'].includes(type))
      .map((one) => [one.name, one.value]),
  );
  const named = Object.keys(values).filter((name) => CSRF_NAME.test(name));
  for (const name of named) delete values[name];
  if (withToken)
    for (const one of form.fields.filter(({ name }) => CSRF_NAME.test(name))) values[one.name] = token ?? one.value;
  return { ...values, [field]: value };
};
