import { expect, test } from 'vitest';
import type { AdmittedPlace } from '../consent/data-places.ts';
import type { Operation } from '../contract/operation.ts';
import type { Send } from '../contract/send.ts';
import { isPagesAlone } from './pages-alone.ts';

const place: AdmittedPlace = {
  place: { project: 'p', origin: 'http://d', below: '/', namedBy: 'http://a', proof: { path: '/x', steps: '' } },
  reach: 'own',
  said: '',
};
const get = (path: string, method = 'GET'): Operation =>
  ({ id: `${method} ${path}`, origin: 'http://a', method, path }) as unknown as Operation;
/** Answers each path with what stands there; pages for the rest. */
const sending =
  (answers: Readonly<Record<string, readonly [number, string]>>): Send =>
  async ({ url }) => {
    const [status, type] = answers[new URL(url).pathname] ?? [200, 'text/html; charset=utf-8'];
    const headers = { 'content-type': type };
    const none = { exchange: 'e', cookies: [], body: new Uint8Array(), text: '', json: undefined, cut: false, ms: 1 };
    return { ok: true, status, headers, ...none };
  };

test('pages alone', async () => {
  expect(await isPagesAlone([place], [get('/'), get('/orders/{id}')], sending({}))).toBe(true);
  expect(await isPagesAlone([place], [get('/gone')], sending({ '/gone': [404, 'application/json'] }))).toBe(true);
});

test.each<
  [string, readonly AdmittedPlace[], readonly Operation[], Readonly<Record<string, readonly [number, string]>>]
>([
  ['no data elsewhere', [], [get('/')], {}],
  ['something that writes', [place], [get('/'), get('/api/checkout', 'POST')], {}],
  ['an answer that is data', [place], [get('/api/items')], { '/api/items': [200, 'application/json'] }],
  ['a door', [place], [get('/admin')], { '/admin': [401, 'text/html'] }],
  ['a failure', [place], [get('/x')], { '/x': [500, 'text/html'] }],
])('%s means a server', async (_, places, operations, answers) => {
  expect(await isPagesAlone(places, operations, sending(answers))).toBe(false);
});
