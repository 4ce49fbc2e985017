import { describe, expect, test } from 'vitest';
import { findSignUps, formFields, signUpFields } from './find-sign-up.ts';
import { waysIn } from './log-in.ts';
import { bodyWith, fieldsBody, findLogins, findMailLogins } from './login-operation.ts';
import { newPerson, signUpValue } from './sign-up-values.ts';
import { operation } from './test-app.ts';

const text = { type: 'string' };
const LOGIN = operation('POST', '/api/auth/login', { email: text, password: text });

describe('operations to log in', () => {
  test('the likeliest first, what only looks like one left out', () => {
    const found = findLogins([
      operation('POST', '/api/auth/reset-password', { email: text, password: text }),
      operation('POST', '/api/sign-up', { email: text, password: text, name: text }),
      operation('POST', '/api/auth/refresh', { token: text }),
      operation('PUT', '/api/login', { email: text, password: text }),
      operation('POST', '/api/token', { username: text, password: text, grant_type: { enum: ['password'] } }),
      LOGIN,
    ]);
    expect(found.map(({ path }) => path)).toEqual(['/api/auth/login', '/api/token']);
    expect(found[1]).toMatchObject({ loginField: 'username', extra: { grant_type: 'password' } });
  });

  test('nested fields, and bodies that were only seen', () => {
    const nested = operation('POST', '/api/users/login', {
      user: { type: 'object', properties: { email: text, password: text } },
    });
    expect(findLogins([nested])[0]).toMatchObject({ loginField: 'user.email', passwordField: 'user.password' });
    const seen = {
      ...operation('POST', '/login'),
      body: {
        contentType: 'application/x-www-form-urlencoded',
        schema: {},
        required: true,
        seen: { login: 'a', pass: 'b' },
      },
    };
    expect(findLogins([seen])[0]).toMatchObject({ encoding: 'form', loginField: 'login', passwordField: 'pass' });
  });

  test('by mail: an address alone', () => {
    const asked = operation('POST', '/api/auth/magic-link', { email: text });
    const others = [
      operation('POST', '/api/auth/forgot-password', { email: text }),
      operation('POST', '/newsletter', { email: text }),
      LOGIN,
    ];
    expect(findMailLogins([...others, asked]).map(({ path }) => path)).toEqual(['/api/auth/magic-link']);
  });
});

describe('ways in', () => {
  const account = { login: 'a@b.example', password: 'x', origin: 'http://localhost' };

  test('what is described comes before pages, and those before guesses', () => {
    const ways = waysIn([LOGIN], account, 'customer');
    expect(ways[0]).toMatchObject({ certain: true, recipe: { kind: 'fields', path: '/api/auth/login' } });
    expect(ways[1]).toMatchObject({ recipe: { kind: 'form', path: '/login' } });
    expect(ways.filter(({ certain }) => !certain).map(({ recipe }) => recipe.path)).not.toContain('/api/auth/login');
  });

  test('what the user says is all', () => {
    const [only, ...others] = waysIn([LOGIN], account, 'customer', {
      kind: 'json',
      path: '/door',
      loginField: 'who',
      tokenAt: 'a.b',
    });
    expect(only).toMatchObject({
      recipe: { path: '/door', loginField: 'who', passwordField: 'password', tokenAt: 'a.b' },
    });
    expect(others).toEqual([]);
  });

  test('the door of another role comes last', () => {
    const doors = ['/admin/login', '/seller/login'].map((path) =>
      operation('POST', path, { email: text, password: text }),
    );
    expect(waysIn(doors, account, 'seller')[0]?.recipe.path).toBe('/seller/login');
    expect(waysIn(doors, account, 'admin')[0]?.recipe.path).toBe('/admin/login');
  });
});

test('bodies', () => {
  expect(bodyWith({ 'user.email': 'a', 'user.password': 'b', x: 1 })).toEqual({
    user: { email: 'a', password: 'b' },
    x: 1,
  });
  expect(Object.getPrototypeOf(bodyWith({ '__proto__.polluted': 1 }))).toBe(Object.prototype);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(fieldsBody('form', { a: 1, b: true })).toEqual({ form: { a: '1', b: 'true' } });
});

describe('signing up', () => {
  const person = newPerson(0);

  test('by an operation: what is required and what names a person, never a role that need not be said', () => {
    const asked = operation('POST', '/api/auth/sign-up', {
      email: text,
      password: text,
      name: text,
      role: { enum: ['admin', 'customer'] },
      plan: text,
    });
    const body = { ...asked.body!, schema: { ...asked.body!.schema, required: ['email', 'password'] } };
    const [how] = findSignUps([{ ...asked, body }], 'http://localhost');
    expect(how && signUpFields(how, person)).toEqual({
      email: person.email,
      password: person.password,
      name: 'Anna Berger',
    });
  });

  test('a role that must be said is the lowest', () => {
    expect(signUpValue('role', { enum: ['admin', 'seller', 'customer'] }, person)).toBe('customer');
  });

  test('what the app misses is added', () => {
    const how = findSignUps([], 'http://localhost')[0]!;
    expect(Object.keys(signUpFields(how, person))).toEqual(['email', 'password']);
    const again = signUpFields({ ...how, complaint: 'username is required, passwordConfirm must match' }, person);
    expect(again).toMatchObject({ username: person.username, passwordConfirm: person.password });
    expect(again).not.toHaveProperty('phone');
  });

  test('by a form', () => {
    const fields = [
      { name: '_csrf', type: 'hidden', value: 'x' },
      { name: 'email', type: 'email', value: '' },
      { name: 'pw', type: 'password', value: '' },
      { name: 'first_name', type: 'text', value: '' },
      { name: 'terms', type: 'checkbox', value: '' },
      { name: 'newsletter', type: 'checkbox', value: '1' },
    ];
    expect(formFields(fields, person)).toEqual({
      _csrf: 'x',
      email: person.email,
      pw: person.password,
      first_name: 'Anna',
      terms: 'on',
    });
  });

  test('an operation that makes users for others is not tried', () => {
    const admin = operation('POST', '/api/admin/users', { email: text, password: text });
    expect(findSignUps([admin], 'http://localhost').some(({ path }) => path === '/api/admin/users')).toBe(false);
  });
});
