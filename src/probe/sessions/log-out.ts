import { ask } from '../actors/door.ts';
import { findForms, untouched } from '../actors/forms.ts';
import type { Session } from '../actors/session.ts';
import type { Method } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { doorOf } from '../accounts/ways-in.ts';

const PATH = /(?:log-?out|log-?off|sign-?out)\/?$/i;
const NOT_PATH = /all|every|other|admin\/users/i;

export interface LogOutWay {
  method: Method;
  path: string;
  /** For a form: fields that go with it. */
  form: boolean;
}

const common = (a: string, b: string): number => {
  const [left, right] = [a.split('/'), b.split('/')];
  const end = left.findIndex((part, index) => part !== right[index]);
  return end < 0 ? left.length : end;
};

/** The way out that belongs to a way in: the one that shares most of its path. */
export const findLogOut = ({ operations }: ProbeContext, wayIn: string, kind: 'form' | 'fields'): LogOutWay[] => {
  const found = operations
    .filter(
      ({ method, path }) =>
        ['POST', 'DELETE', 'GET'].includes(method) && PATH.test(path) && !NOT_PATH.test(path) && !path.includes('{'),
    )
    .map(({ method, path, body }) => ({
      method,
      path,
      form: kind === 'form' || body?.contentType.includes('urlencoded') === true,
    }));
  const fit = found
    .filter(({ path }) => (kind === 'form') !== /(?:^|\/)api\//i.test(path))
    .toSorted(
      (a, b) =>
        common(b.path, wayIn) - common(a.path, wayIn) || (a.method === 'GET' ? 1 : 0) - (b.method === 'GET' ? 1 : 0),
    );
  const beside = new URL('./logout', new URL(wayIn, 'http://x')).pathname;
  const guesses: LogOutWay[] = kind === 'form' ? [{ method: 'POST', path: beside, form: true }] : [];
  return [...fit, ...guesses].slice(0, 2);
};

/** Ends a session as its owner would. The last answer; undefined when no way out took it. */
export const logOut = async (
  context: ProbeContext,
  session: Session,
  ways: readonly LogOutWay[],
  page: string | undefined,
): Promise<{ answer: Answer; path: string } | undefined> => {
  const door = doorOf(context);
  const { home } = session;
  const form =
    page === undefined
      ? undefined
      : findForms(page, `${home}/`).find(({ action }) => PATH.test(new URL(action).pathname));
  if (form !== undefined && door.origins.includes(new URL(form.action).origin)) {
    const answer = await ask(
      door,
      session,
      { method: form.method, url: form.action, headers: { origin: home }, body: { form: untouched(form) } },
      'write',
    );
    if (answer.ok && answer.status < 400) return { answer, path: new URL(form.action).pathname };
  }
  for (const way of ways) {
    const body = way.method === 'GET' ? {} : { body: way.form ? { form: {} } : { json: {} } };
    const headers = way.form ? { origin: home } : {};
    const answer = await ask(
      door,
      session,
      { method: way.method, url: new URL(way.path, home).href, headers, ...body },
      'write',
    );
    if (answer.ok && answer.status < 400) return { answer, path: way.path };
  }
  return undefined;
};
