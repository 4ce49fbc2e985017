import { encodingOf, fieldsBody, membersOf, named } from '../actors/login-operation.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';

const FORGOT = /(?:forgot|reset|recover|lost)/i;

/** The operation that sends a mail to reset a password: it takes an address and no password. */
export const findForgot = (operations: readonly Operation[]): { operation: Operation; field: string } | null => {
  for (const operation of operations) {
    if (
      operation.method !== 'POST' ||
      !FORGOT.test(operation.path) ||
      operation.path.includes('{') ||
      operation.sources.includes('form')
    )
      continue;
    const names = [...membersOf(operation).keys()];
    const field = named(names, ['email', 'login', 'username', 'identifier']);
    if (field !== undefined && !names.some((name) => /pass|token|code/i.test(name))) return { operation, field };
  }
  return null;
};

export interface Reset {
  operation: Operation;
  token: string;
  password: string;
  repeat: string | undefined;
  email: string | undefined;
}

/** The operation that sets a new password with what was mailed. */
export const findReset = (operations: readonly Operation[]): Reset | null => {
  for (const operation of operations) {
    if (
      !['POST', 'PUT', 'PATCH'].includes(operation.method) ||
      !FORGOT.test(operation.path) ||
      operation.path.includes('{')
    )
      continue;
    const names = [...membersOf(operation).keys()];
    const token = names.find((name) => /token|code|key/i.test(name));
    const password = names.find((name) => /pass/i.test(name) && !/confirm|repeat|again/i.test(name));
    if (token === undefined || password === undefined) continue;
    return {
      operation,
      token,
      password,
      repeat: names.find((name) => /pass/i.test(name) && /confirm|repeat|again/i.test(name)),
      email: named(names, ['email']),
    };
  }
  return null;
};

export const askForReset = (
  { send }: ProbeContext,
  { operation, field }: { operation: Operation; field: string },
  address: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  send(
    {
      method: 'POST',
      url: new URL(operation.path, operation.origin).href,
      headers,
      body: fieldsBody(encodingOf(operation), { [field]: address }),
    },
    { as: null, mode: 'write' },
  );

export const resetWith = (
  { send }: ProbeContext,
  { operation, token, password, repeat, email }: Reset,
  values: { token: string; password: string; email: string },
  mode: 'write' | 'burst' = 'write',
): Promise<Answer> =>
  send(
    {
      method: operation.method,
      url: new URL(operation.path, operation.origin).href,
      body: fieldsBody(encodingOf(operation), {
        [token]: values.token,
        [password]: values.password,
        ...(repeat === undefined ? {} : { [repeat]: values.password }),
        ...(email === undefined ? {} : { [email]: values.email }),
      }),
    },
    { as: null, mode },
  );
