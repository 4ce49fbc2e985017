import { afterEach, expect, test } from 'vitest';
import { contextFor, operation, serve } from '../accounts/test-context.ts';
import { throwAway } from '../accounts/throw-away.ts';
import { renew } from './throw-away-probe.ts';

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

test('a session that another probe has ended is begun anew', async () => {
  const tokens = new Map<string, string>();
  let logins = 0;
  const app = await serve(({ method, path, json, headers }) => {
    if (path === '/api/register') return { status: 201, json: {} };
    if (path === '/api/login') {
      const token = `token-number-${++logins}-of-this-app`;
      tokens.set(`Bearer ${token}`, String(json['email']));
      return { json: { token } };
    }
    const email = tokens.get(headers.authorization ?? '');
    return method === 'GET' && path === '/api/me' && email !== undefined
      ? { json: { email } }
      : { status: 401, json: {} };
  });
  const { context, close } = await contextFor(app.origin, {
    operations: [
      operation(app.origin, 'POST /api/register', ['email', 'password']),
      operation(app.origin, 'POST /api/login', ['email', 'password']),
      operation(app.origin, 'GET /api/me'),
    ],
  });
  stop = async () => {
    await close();
    await app.stop();
  };
  const made = await throwAway({ ...context, signUp: true });
  if (!made.ok) throw new Error(made.said);
  await renew(context, made);
  expect(logins).toBe(1);
  tokens.clear();
  await renew(context, made);
  expect(logins).toBe(2);
  expect(made.session.headers['authorization']).toContain('number-2');
});
