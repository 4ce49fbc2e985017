import { expect, test } from 'vitest';
import type { JsonSchema, Operation } from '../contract/operation.ts';
import { emailChanges } from './email-change-unconfirmed.ts';
import { findPasswordChange } from './password-operation.ts';

const operation = (method: string, path: string, properties: Record<string, JsonSchema>): Operation =>
  ({
    id: `${method} ${path}`,
    method,
    path,
    parameters: [],
    body: { contentType: 'application/json', required: true, schema: { type: 'object', properties } },
  }) as unknown as Operation;
const text = { type: 'string' };
const whole = operation('PUT', '/api/user', {
  user: { type: 'object', properties: { email: text, password: text } },
});
const own = operation('POST', '/api/me/password', { currentPassword: text, newPassword: text });
const signUp = operation('POST', '/api/user', { email: text, password: text });

test('a password is changed where it is meant to be, else with the whole account', () => {
  expect(findPasswordChange([whole, own])).toMatchObject({ operation: own, current: 'currentPassword' });
  expect(findPasswordChange([signUp, whole])).toMatchObject({ operation: whole, fresh: 'user.password' });
  expect(findPasswordChange([signUp])).toBeNull();
});

test('an address may stand within', () => {
  expect(emailChanges([whole])).toEqual([{ operation: whole, field: 'user.email' }]);
});
