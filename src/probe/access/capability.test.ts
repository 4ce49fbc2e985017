import { expect, test } from 'vitest';
import type { ProbeContext } from '../contract/probe.ts';
import type { Operation } from '../contract/operation.ts';
import type { GoodAnswer } from '../contract/send.ts';
import { isCapability } from './capability.ts';

const ID = '01M8AKK9YPJP12P22B89ZK4K73';
const contextWith = (text: string): ProbeContext =>
  ({
    actors: { all: [], pairs: () => [], credentials: () => ({}) },
    operations: [
      { id: 'GET /list', origin: 'http://a.test', method: 'GET', path: '/list', parameters: [], sources: [] },
    ],
    resources: { all: () => [], of: () => [], fitting: () => [] },
    send: () =>
      Promise.resolve({
        ok: true,
        exchange: '',
        status: 200,
        headers: {},
        cookies: [],
        text,
        json: JSON.parse(text),
        cut: false,
        ms: 1,
      } as unknown as GoodAnswer),
    cells: [],
    canaries: { seenIn: () => [] },
    config: {},
    signal: new AbortController().signal,
  }) as unknown as ProbeContext;

test.each([
  ['a cart by an id that cannot be guessed', '/carts/{id}', undefined, ID, '[]', true],
  ['one that a list shows to everybody', '/carts/{id}', undefined, ID, JSON.stringify([{ id: ID }]), false],
  ['one by a number', '/carts/{id}', undefined, '17', '[]', false],
  ['one that is said to need a login', '/carts/{id}', 'protected' as const, ID, '[]', false],
  ['a person', '/sellers/{id}', undefined, ID, '[]', false],
  ['a profile', '/profiles/{id}', undefined, ID, '[]', false],
])('%s', async (_, path, declared, id, list, is) => {
  const operation = { path, ...(declared === undefined ? {} : { declared }) } as Operation;
  expect(await isCapability(contextWith(list), operation, { id })).toBe(is);
});
