import { afterEach, describe, expect, test } from 'vitest';
import type { ActorConfig } from '../../model/target.ts';
import { openApp, operation, Sessions, type Asked, type Reply, type TestApp } from './test-app.ts';

let app: TestApp;
afterEach(() => app.close());

const text = { type: 'string' };
const LOGIN = operation('POST', '/api/auth/login', { email: text, password: text });
const bearer = ({ headers }: Asked, scheme = 'Bearer'): string | undefined =>
  headers.authorization?.startsWith(`${scheme} `) === true ? headers.authorization.slice(scheme.length + 1) : undefined;

const at = (origin: string, ...operations: (typeof LOGIN)[]) => operations.map((one) => ({ ...one, origin }));

describe('by mail', () => {
  const asked = operation('POST', '/api/auth/magic-link', { email: text });
  const mailApp =
    (sessions: Sessions, mails: unknown[], write: (to: string, origin: string) => string) =>
    (one: Asked, origin: string): Reply | undefined => {
      if (one.path === '/api/auth/magic-link') {
        mails.push({ to: one.fields['email'], subject: 'Log in', text: write(String(one.fields['email']), origin) });
        return [202, {}];
      }
      if (one.path === '/mails') return [200, mails];
      if (one.path === '/enter' && one.query.get('token') === 'abc123') {
        return [302, '', { location: '/', 'set-cookie': `sid=${sessions.start('anna')}; Path=/` }];
      }
      if (one.path === '/api/auth/verify-otp' && one.fields['code'] === '246810')
        return [200, { token: sessions.start('anna') }];
      const owner = sessions.owner(one.cookies['sid'] ?? bearer(one));
      return one.path === '/api/me' ? (owner === undefined ? [401, {}] : [200, { id: 'u-1' }]) : undefined;
    };
  const account: ActorConfig = { name: 'anna', role: 'customer', login: 'anna@shop.example' };

  test('a link', async () => {
    app = await openApp(mailApp(new Sessions(), [], (_to, origin) => `Log in: ${origin}/enter?token=abc123`));
    const { facts } = await app.open({
      operations: at(app.origin, asked),
      config: { actors: [account], mailbox: `${app.origin}/mails` },
    });
    expect(facts()).toMatchObject([{ state: 'alive', via: 'magic link', detail: expect.stringContaining('/api/me') }]);
  });

  test('a code, the old mail’s one left alone', async () => {
    const verify = operation('POST', '/api/auth/verify-otp', { email: text, code: text });
    const old = { to: 'anna@shop.example', subject: 'Log in', text: 'Your code is 111111' };
    app = await openApp(mailApp(new Sessions(), [old], () => 'Your code is 246810'));
    const { facts } = await app.open({
      operations: at(app.origin, asked, verify),
      config: { actors: [account], mailbox: `${app.origin}/mails` },
    });
    expect(facts()).toMatchObject([{ state: 'alive', via: 'one-time code' }]);
  });

  test('without a mailbox it is said', async () => {
    app = await openApp(mailApp(new Sessions(), [], () => ''));
    const { facts } = await app.open({ operations: at(app.origin, asked), config: { actors: [account] } });
    expect(facts()).toMatchObject([{ state: 'never', detail: expect.stringContaining('no mailbox was named') }]);
  });
});
