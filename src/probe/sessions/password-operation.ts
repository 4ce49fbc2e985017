import { encodingOf, fieldsBody, membersOf } from '../actors/login-operation.ts';
import { isGood } from '../actors/door.ts';
import { headersOf, type Session } from '../actors/session.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import type { Account } from '../actors/recipe.ts';
import { enterByFields, enterByForm } from '../accounts/ways-in.ts';

const NOT_PATH = /(?:forgot|reset|recover|log-?in|sign-?in|sign-?up|register|admin|token)/i;
/** One's own account as a whole, `PUT /user`: a password among its members is the new one. */
const PROFILE = /(?:^|\/)(?:me|profile|account|user|self)\/?$/i;
const last = (name: string): string => name.split('.').at(-1) ?? name;

/** The operation by which one changes one's own password. */
export interface PasswordChange {
  operation: Operation;
  current: string | undefined;
  fresh: string;
  repeat: string | undefined;
}

/** An operation made for it first, then the one that changes the whole account. */
export const findPasswordChange = (operations: readonly Operation[]): PasswordChange | null => {
  for (const operation of operations.toSorted((a, b) => Number(isProfile(a)) - Number(isProfile(b)))) {
    const { method, path } = operation;
    if (!['POST', 'PUT', 'PATCH'].includes(method) || NOT_PATH.test(path) || path.includes('{')) continue;
    const names = [...membersOf(operation).keys()];
    const current = names.find((name) =>
      /(?:current|old|existing|previous).*pass|pass.*(?:current|old)/i.test(last(name)),
    );
    const fresh =
      names.find((name) => /new.*pass|pass.*new/i.test(last(name)) && !/confirm|repeat|again|verif/i.test(name)) ??
      (/password/i.test(path) || isProfile(operation)
        ? names.find((name) => /^password$/i.test(last(name)))
        : undefined);
    if (fresh === undefined || (current === undefined && !/password/i.test(path) && !isProfile(operation))) continue;
    const repeat = names.find((name) => /confirm|repeat|again/i.test(name) && /pass/i.test(name));
    return { operation, current, fresh, repeat };
  }
  return null;
};

const isProfile = ({ method, path }: Operation): boolean => method !== 'POST' && PROFILE.test(path);

/** Changes the password of the session's account. `current` undefined leaves the field away. */
export const changePassword = (
  { send }: ProbeContext,
  { operation, current, fresh, repeat }: PasswordChange,
  session: Session,
  passwords: { current?: string; fresh: string },
): Promise<Answer> => {
  const url = new URL(operation.path, operation.origin).href;
  const values = {
    ...(current === undefined || passwords.current === undefined ? {} : { [current]: passwords.current }),
    [fresh]: passwords.fresh,
    ...(repeat === undefined ? {} : { [repeat]: passwords.fresh }),
  };
  return send(
    {
      method: operation.method,
      url,
      headers: headersOf(session, url),
      body: fieldsBody(encodingOf(operation), values),
    },
    { as: null, mode: 'write' },
  );
};

/** Whether a password lets one in. */
export const canEnter = async (context: ProbeContext, account: Account): Promise<Session | null> =>
  ((await enterByFields(context, account)) ?? (await enterByForm(context, account)))?.session ?? null;

export const accepted = (answer: Answer): boolean =>
  answer.ok && (isGood(answer.status) || [302, 303].includes(answer.status));
