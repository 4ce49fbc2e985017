import { afterEach, describe, expect, test } from 'vitest';
import type { ActorConfig } from '../../model/target.ts';
import { openApp, Sessions, type Asked, type Reply, type TestApp } from './test-app.ts';

let app: TestApp;
afterEach(() => app.close());

const actor = (name: string, more: Partial<ActorConfig> = {}): ActorConfig => ({
  name,
  role: 'customer',
  login: `${name}@shop.example`,
  passwordEnv: 'PASSWORD',
  ...more,
});

describe('by form', () => {
  const PAGE =
    '<form method="post"><input type="hidden" name="_csrf" value="t1"><input name="email" type="email"><input name="password" type="password"></form>';
  const shop =
    (sessions: Sessions, target: string) =>
    (asked: Asked): Reply | undefined => {
      const owner = sessions.owner(asked.cookies['sid']);
      if (asked.path === '/login' && asked.method === 'GET') return [200, PAGE, { 'set-cookie': 'pre=1; Path=/' }];
      if (asked.path === '/login') {
        const good =
          asked.fields['_csrf'] === 't1' &&
          asked.cookies['pre'] === '1' &&
          asked.fields['password'] === 'correct horse';
        return good
          ? [
              303,
              '',
              {
                location: target,
                'set-cookie': `sid=${sessions.start(String(asked.fields['email']))}; HttpOnly; Secure; Path=/`,
              },
            ]
          : [200, PAGE];
      }
      if (asked.path === '/') return [200, `<meta name="csrf-token" content="for-${owner}">`];
      if (asked.path === '/account')
        return owner === undefined ? [302, '', { location: '/login' }] : [200, `<h1>${owner}</h1>`];
      return undefined;
    };

  test('cookies, hidden fields and the CSRF token of the pages', async () => {
    app = await openApp(shop(new Sessions(), '/'));
    const { pool, facts } = await app.open({
      config: { actors: [actor('anna'), actor('ben', { passwordEnv: 'WRONG' })] },
    });
    expect(facts()).toMatchObject([
      { name: 'anna', state: 'alive', via: 'form login', detail: 'cookie; GET /account tells it from nobody' },
      { name: 'ben', state: 'never', detail: 'the form of /login came back' },
    ]);
    expect(pool.credentials(pool.all[0]!, `${app.origin}/x`)).toMatchObject({
      'x-csrf-token': 'for-anna@shop.example',
    });
  });

  test('a redirect off the list is not followed', async () => {
    app = await openApp(shop(new Sessions(), 'http://169.254.169.254/latest'));
    const { facts } = await app.open({ config: { actors: [actor('anna')] } });
    expect(facts()).toMatchObject([{ state: 'alive', via: 'form login' }]);
  });

  test('a form that sends passwords elsewhere is not filled in', async () => {
    const elsewhere = PAGE.replace('<form', '<form action="http://evil.example/"');
    app = await openApp((asked) => (asked.path === '/login' && asked.method === 'GET' ? [200, elsewhere] : undefined));
    const { facts } = await app.open({ config: { actors: [actor('anna')], login: { kind: 'form', path: '/login' } } });
    expect(facts()).toMatchObject([{ state: 'never', detail: expect.stringContaining('http://evil.example') }]);
  });
});
