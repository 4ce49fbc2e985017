import { describe, expect, test } from 'vitest';
import { givenSession } from './given.ts';
import { headersOf } from './session.ts';
import { readStorageState } from './storage-state.ts';
import { parseJsonOrYaml, readWfc } from './wfc.ts';

const HOME = 'http://localhost:3000';
const noFile = (): Promise<string> => Promise.reject(new Error('no file'));

describe('a header from a variable', () => {
  const config = (name: string) => ({ name: 'a', role: 'seller', header: { name, valueEnv: 'TOKEN' } });

  test('is sent as it is', async () => {
    const given = await givenSession(config('Authorization'), HOME, [HOME], { TOKEN: 'Bearer abc' }, noFile);
    expect(given.ok && given.session.headers).toEqual({ authorization: 'Bearer abc' });
  });

  test('cookies go into the jar', async () => {
    const given = await givenSession(config('cookie'), HOME, [HOME], { TOKEN: 'a=1; b=2' }, noFile);
    expect(given.ok && headersOf(given.session, `${HOME}/x`)).toEqual({ cookie: 'a=1; b=2' });
  });

  test.each([
    ['not set', 'authorization', undefined],
    ['with a line break', 'authorization', 'a\r\nx: y'],
    ['with a bad name', 'x y', 'a'],
  ])('%s is said, without its value', async (_what, name, value) => {
    const given = await givenSession(config(name), HOME, [HOME], { TOKEN: value }, noFile);
    expect(given).toMatchObject({ ok: false, said: expect.stringContaining('TOKEN') });
  });
});

describe('a recorded browser session', () => {
  test('gives cookies of the app’s hosts and the stored token', () => {
    const state = JSON.stringify({
      cookies: [
        {
          name: 'sid',
          value: 'abc',
          domain: 'localhost',
          path: '/',
          expires: -1,
          httpOnly: true,
          secure: true,
          sameSite: 'Lax',
        },
        { name: 'other', value: 'x', domain: '.elsewhere.example', path: '/' },
        { name: 1 },
        null,
      ],
      origins: [
        { origin: 'https://elsewhere.example', localStorage: [{ name: 'token', value: 'not-this-one-please' }] },
        { origin: HOME, localStorage: [{ name: 'sb-auth-token', value: '{"access_token":"abcdefghijklmnopqrst"}' }] },
      ],
    });
    const read = readStorageState(state, HOME, [HOME]);
    expect(read?.token).toBe('abcdefghijklmnopqrst');
    expect(read && headersOf(read.session, `${HOME}/`)).toEqual({ cookie: 'sid=abc' });
  });

  test.each(['', 'null', '{}', '[]', '{"cookies":1}', 'not json'])('%j is none', (text) => {
    expect(readStorageState(text, HOME, [HOME])).toBeNull();
  });
});

describe('an auth file', () => {
  const YAML = `
auth:
  - name: seller-a
    loginEndpointAuth:
      payloadUserPwd: { username: anna, password: secret }
  - name: key
    fixedHeaders: [{ name: X-Api-Key, value: abc }, { name: "bad name", value: x }]
authTemplate:
  loginEndpointAuth:
    endpoint: /login
    verb: POST
    contentType: application/json
    payloadUserPwd: { usernameField: user, passwordField: pass }
    token: { extractFromField: /a/token, httpHeaderName: Authorization, headerPrefix: "JWT " }
`;

  test('is read with its template', async () => {
    const users = readWfc(await parseJsonOrYaml(YAML), HOME);
    expect(users?.[0]).toEqual({
      name: 'seller-a',
      fixedHeaders: {},
      login: {
        url: `${HOME}/login`,
        method: 'POST',
        headers: {},
        payload: { contentType: 'application/json', raw: '{"user":"anna","pass":"secret"}' },
        username: 'anna',
        tokenAt: '/a/token',
        presentation: { header: 'authorization', prefix: 'JWT ', cookies: false },
      },
    });
    expect(users?.[1]?.fixedHeaders).toEqual({ 'x-api-key': 'abc' });
  });

  test.each(['', 'auth: 1', '[1]', '{{{', `a: &a [x]\n${'b: [*a, *a]\n'.repeat(3)}`])('%j is none', async (text) => {
    expect(readWfc(await parseJsonOrYaml(text), HOME)).toBeNull();
  });

  test('a bomb of aliases is not unpacked', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`);
    expect(await parseJsonOrYaml(`a0: &a0 [x]\n${rows.join('\n')}`)).toBeNull();
  });
});
