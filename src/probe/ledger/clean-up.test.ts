import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Actor, ActorPool } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { GoodAnswer } from '../contract/send.ts';
import { cleanUp } from './clean-up.ts';
import { openLedger } from './ledger.ts';

const anna: Actor = { name: 'anna', role: 'user', tenant: 'a', rank: 1, ids: new Set(), carries: 'bearer' };
const operation = (method: string, path: string): Operation =>
  ({
    id: `${method} ${path}`,
    origin: 'http://a.test',
    method,
    path,
    parameters: [],
    sources: [],
  }) as unknown as Operation;

const goodAnswer = (json: unknown): GoodAnswer =>
  ({
    ok: true,
    exchange: '',
    status: 200,
    headers: {},
    cookies: [],
    text: JSON.stringify(json),
    json,
    cut: false,
  }) as unknown as GoodAnswer;

test.each([
  ['is gone when only dates and numbers hold its id', [{ id: 4, at: '2026-03-03', likes: 3 }], 'removed'],
  ['is there when one has its id', [{ id: 3 }], 'cannot be removed'],
])('a thing of a list %s', async (_, list, state) => {
  const folder = mkdtempSync(join(tmpdir(), 'launch-ready-'));
  const ledger = openLedger(join(folder, 'run.jsonl'), 'run', 'http://a.test');
  const by = 'POST /articles/{slug}/comments';
  ledger.made(ledger.intent({ type: 'comment', owner: 'anna', by }), '3', { slug: 'hello' });
  const [made] = await cleanUp(ledger.objects(), {
    actors: { all: [anna], named: () => anna } as unknown as ActorPool,
    operations: [
      operation('GET', '/articles/{slug}/comments'),
      operation('POST', '/articles/{slug}/comments'),
      operation('DELETE', '/articles/{slug}/comments/{id}'),
    ],
    send: async ({ method }) => goodAnswer(method === 'GET' ? { comments: list } : {}),
    ledger,
  });
  expect(made?.state).toBe(state);
  rmSync(folder, { recursive: true });
});

test.each([
  ['nothing', {}, 'removed'],
  ['an empty one', { article: { slug: '', title: '', at: '0001-01-01' } }, 'removed'],
  ['the thing', { article: { slug: 'hello-world', title: 'Hello' } }, 'cannot be removed'],
])('where a read of what was removed is answered 200 with %s', async (_, read, state) => {
  const folder = mkdtempSync(join(tmpdir(), 'launch-ready-'));
  const ledger = openLedger(join(folder, 'run.jsonl'), 'run', 'http://a.test');
  ledger.made(ledger.intent({ type: 'article', owner: 'anna', by: 'POST /articles' }), 'hello-world', {});
  const [made] = await cleanUp(ledger.objects(), {
    actors: { all: [anna], named: () => anna } as unknown as ActorPool,
    operations: [operation('GET', '/articles/{slug}'), operation('DELETE', '/articles/{slug}')],
    send: async ({ method }) => goodAnswer(method === 'GET' ? read : {}),
    ledger,
  });
  expect(made?.state).toBe(state);
  rmSync(folder, { recursive: true });
});
