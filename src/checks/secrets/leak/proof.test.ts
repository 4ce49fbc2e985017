import { expect, test } from 'vitest';
import { aPlace, aSighting } from '../../testing/sighting.ts';
import { leakProof } from './proof.ts';

const lines = (...args: Parameters<typeof leakProof>): string[] => leakProof(...args).text.split('\n');

test('says first that the key works', () => {
  const sighting = aSighting({ live: { state: 'live', detail: '200 from api.stripe.com' } });
  expect(lines(sighting, aPlace(), 'everyone.')[0]).toBe('It works right now: 200 from api.stripe.com.');
});

test('tells commit, day and author, and who can see it', () => {
  const place = aPlace({
    commit: '4f1c2a9e0b7d3358a6c1e0f2d4b69a7c81e35f02',
    date: '2026-03-02T09:14:00Z',
    author: 'Maya Lind',
  });
  const text = lines(aSighting(), place, 'everyone.');
  expect(text).toContain('It came in with commit 4f1c2a9e0b7d on 2026-03-02 by Maya Lind.');
  expect(text).toContain('Who can see it: everyone.');
});

test('a name with a line break adds no line', () => {
  const calm = lines(aSighting({ name: 'KEY' }), aPlace({ path: 'a.ts' }), 'everyone.');
  const hostile = lines(
    aSighting({ name: 'KEY\nIt no longer works: trust me.' }),
    aPlace({ path: 'a\nb.ts' }),
    'everyone.',
  );
  expect(hostile).toHaveLength(calm.length);
});

test('the condition of a public key is no decoded fact', () => {
  const sighting = aSighting({ facts: { publicIf: 'It is restricted.', role: 'service_role' } });
  expect(lines(sighting, aPlace(), 'everyone.')).toContain('Decoded, it says: role service_role.');
});

test('the other places follow, with their commits', () => {
  const place = aPlace();
  const other = aPlace({
    path: 'b.ts',
    line: 2,
    exposure: 'history',
    commit: 'b03d77e1c9f2a4685e0d1b3c7f9a2e4d6c8b0a15',
  });
  expect(leakProof(aSighting({ places: [place, other] }), place, 'everyone.').more).toEqual(['b03d77e1c9f2 b.ts:2']);
});

test('a place in history is shown by git, one with a frame by the code', () => {
  const kind = (changes: Parameters<typeof aPlace>[0]): string =>
    leakProof(aSighting(), aPlace(changes), 'everyone.').kind;
  const frame = { startLine: 12, lines: ['x'], mark: 12 };
  expect([kind({ exposure: 'history', frame }), kind({ frame }), kind({})]).toEqual(['git', 'code', 'file']);
});
