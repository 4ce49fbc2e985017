import { describe, expect, test } from 'vitest';
import { findCsrfToken } from './csrf.ts';
import { carriesOf, headersOf, keepCookies, newSession } from './session.ts';

describe('cookies', () => {
  test('meant for https go to loopback over http, and nowhere else', () => {
    const local = newSession('http://127.0.0.1:3000');
    keepCookies(local, 'http://127.0.0.1:3000/login', { cookies: ['__Host-session=abc; Secure; Path=/; HttpOnly'] });
    expect(headersOf(local, 'http://127.0.0.1:3000/api/me')).toEqual({ cookie: '__Host-session=abc' });
    const remote = newSession('http://app.example');
    keepCookies(remote, 'http://app.example/', { cookies: ['session=abc; Secure'] });
    expect(headersOf(remote, 'http://app.example/')).toEqual({});
  });

  test('of one host are tried on the app’s other host', () => {
    const session = newSession('http://localhost:1');
    keepCookies(session, 'http://localhost:1/', { cookies: ['session=abc'] });
    expect(headersOf(session, 'http://admin.localhost:1/')).toEqual({ cookie: 'session=abc' });
  });

  test('that cannot be read are passed over', () => {
    const session = newSession('http://localhost');
    keepCookies(session, 'http://localhost/', {
      cookies: ['', '=', '\u0000=\u0001', 'a=1; Domain=com', 'b=2; Domain=other.example', 'ok=1'],
    });
    expect(headersOf(session, 'http://localhost/')['cookie']).toContain('ok=1');
    expect(headersOf(session, 'http://localhost/')['cookie']).not.toContain('b=2');
  });

  test.each([
    ['XSRF-TOKEN=a%3Db', { 'x-xsrf-token': 'a=b' }],
    ['csrftoken=abc', { 'x-csrftoken': 'abc' }],
    ['XSRF-TOKEN=a%0Db', { 'x-xsrf-token': 'a%0Db' }],
  ])('%s is sent back as a header', (cookie, header) => {
    const session = newSession('http://localhost');
    keepCookies(session, 'http://localhost/', { cookies: [cookie] });
    expect(headersOf(session, 'http://localhost/')).toMatchObject(header);
  });
});

test('how a session travels', () => {
  expect(carriesOf(newSession('http://localhost'))).toBe('nothing');
  expect(carriesOf(newSession('http://localhost', { authorization: 'Bearer a' }))).toBe('bearer');
  expect(carriesOf(newSession('http://localhost', { 'x-api-key': 'a' }))).toBe('header');
  const cookies = newSession('http://localhost', { 'x-app-key': 'a' });
  keepCookies(cookies, 'http://localhost/', { cookies: ['a=1'] });
  expect(carriesOf(cookies)).toBe('cookie');
});

test.each([
  ['<meta name="csrf-token" content="abc">', undefined, 'abc'],
  ['<form><input type="hidden" name="authenticity_token" value="abc"></form>', undefined, 'abc'],
  ['', { csrfToken: 'abc' }, 'abc'],
  ['<meta name="description" content="abc">', undefined, undefined],
  ['<meta name="csrf-token" content="">', undefined, undefined],
])('the CSRF token of %s', (text, json, token) => {
  expect(findCsrfToken(text, json)).toBe(token);
});
