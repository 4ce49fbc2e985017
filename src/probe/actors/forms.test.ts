import { describe, expect, test } from 'vitest';
import { findCodeForm, findForms, findLoginForm, findSignUpForm, untouched } from './forms.ts';

const AT = 'https://app.example/login?next=1';
const LOGIN = `<form method=post action='/session'><input type="hidden" name="_csrf" value="a&amp;b">
  <input type="email" name="email"><input type="password" name="password"><button name="go" value="1">Log in</button></form>`;
const SIGN_UP = `<form method="post"><input name="name"><input type="email" name="email"><input name="phone" type="tel">
  <input type="password" name="password"></form>`;

describe('the form to log in', () => {
  test('is found behind a search and a sign-up, with its hidden fields', () => {
    const form = findLoginForm(`<form><input name="q"></form>${SIGN_UP}${LOGIN}`, AT);
    expect(form).toMatchObject({
      action: 'https://app.example/session',
      loginField: 'email',
      passwordField: 'password',
    });
    expect(form && untouched(form)).toEqual({ _csrf: 'a&b' });
  });

  test('goes to its page when it names no action', () => {
    const page = '<form method="post"><input name="username"><input type="password" name="pw"></form>';
    expect(findLoginForm(page, AT)).toMatchObject({ action: AT, loginField: 'username', passwordField: 'pw' });
  });

  test.each([
    [
      'two passwords',
      '<form><input name="email"><input type="password" name="a"><input type="password" name="b"></form>',
    ],
    ['a password alone', '<form><input type="password" name="a"></form>'],
    [
      'an action that is no address',
      '<form action="http://"><input name="email"><input type="password" name="a"></form>',
    ],
    ['never closed', `<form>${'<input name="email">'.repeat(50_000)}`],
  ])('is not: %s', (_what, page) => {
    expect(findLoginForm(page, AT)).toBeNull();
  });
});

test('the form to sign up', () => {
  expect(findSignUpForm(LOGIN + SIGN_UP, AT)?.fields.map(({ name }) => name)).toEqual([
    'name',
    'email',
    'phone',
    'password',
  ]);
  expect(findSignUpForm(LOGIN, AT)).toBeNull();
});

test('the form that asks for a code', () => {
  expect(findCodeForm('<form method="post" action="/2fa"><input name="otp" type="text"></form>', AT)?.codeField).toBe(
    'otp',
  );
  expect(findCodeForm(LOGIN, AT)).toBeNull();
});

test('a page full of forms comes to an end', () => {
  expect(findForms('<form></form>'.repeat(100_000), AT).length).toBeLessThanOrEqual(50);
});
