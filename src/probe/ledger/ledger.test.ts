import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLedger, unfinished } from './ledger.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'launch-ready-ledger-'));

test('every step is on the disk at once, and the next run sees what is left', () => {
  const at = folder();
  const path = join(at, 'deep', 'r1.jsonl');
  const ledger = openLedger(path, 'r1', 'http://a.test');
  const what = { type: 'order', owner: 'anna', by: 'POST /orders' };
  const [sent, refused, gone, left] = [1, 2, 3, 4].map(() => ledger.intent(what)) as [string, string, string, string];
  expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(4);
  ledger.failed(refused);
  ledger.made(gone, '7', { orderId: '7' });
  ledger.made(left, '8', { orderId: '8' });
  ledger.removed(gone);
  // Killed in the middle of a line.
  appendFileSync(path, '{"key":"x","run');
  writeFileSync(join(at, 'deep', 'other.jsonl'), 'garbage\nnull\n[]\n{"key":1}\n');
  expect(unfinished(join(at, 'deep'), 'http://a.test')).toMatchObject([
    { key: sent, step: 'intent' },
    { key: left, id: '8', owner: 'anna', step: 'made' },
  ]);
  // An id means another thing elsewhere.
  expect(unfinished(join(at, 'deep'), 'http://b.test')).toEqual([]);
  expect(ledger.objects().map(({ key, step }) => [key, step])).toContainEqual([sent, 'intent']);
});

test('what an earlier run left is finished in this run’s ledger', () => {
  const at = folder();
  const first = openLedger(join(at, 'r1.jsonl'), 'r1', 'http://a.test');
  first.made(first.intent({ type: 'order', owner: 'anna', by: 'POST /orders' }), '7', {});
  const second = openLedger(join(at, 'r2.jsonl'), 'r2', 'http://a.test');
  for (const entry of unfinished(at, 'http://a.test')) {
    second.takeUp(entry);
    second.removed(entry.key);
  }
  expect(unfinished(at, 'http://a.test')).toEqual([]);
});

test('a place that cannot be written is no reason to fail', () => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  const ledger = openLedger(join(file, 'r1.jsonl'), 'r1', 'http://a.test');
  ledger.made(ledger.intent({ type: 'a', owner: 'b', by: 'c' }), '1', {});
  expect(ledger.objects()).toHaveLength(1);
  expect(unfinished(file, 'http://a.test')).toEqual([]);
});
