import { expect, test } from 'vitest';
import {
  ANY_ACCOUNT,
  CLOSED_RULES,
  OPEN_RULES,
  startFirebase,
  type Rules,
  type RunningFirebase,
} from '../../../../examples/direct/firebase.ts';
import { runDirect } from '../testing/direct-run.ts';

const withFirebase = async (rules: Rules, work: (running: RunningFirebase) => Promise<void>): Promise<void> => {
  const running = await startFirebase(rules);
  try {
    await work(running);
  } finally {
    await running.close();
  }
};

test('rules of the test mode: what is private is read, what is ours is written and taken away', () =>
  withFirebase(OPEN_RULES, async (running) => {
    const before = [...running.documents];
    const run = await runDirect({ origins: [running.app, running.data] });
    expect(run.confirmed).toEqual(
      [
        'data-open-read firestore users',
        'data-open-read firestore orders',
        'data-open-read realtime database',
        'data-open-read realtime database orders',
        'data-open-read realtime database users',
        'data-open-read realtime database waitlist',
        'data-open-read storage small-market.appspot.com',
        'data-open-read firestore waitlist',
        'data-open-write firestore: create anywhere',
        'data-open-write realtime database: write',
        'data-open-write storage small-market.appspot.com: upload',
      ].sort(),
    );
    expect([...running.documents]).toEqual(before);
    expect(run.made.every(({ state }) => state === 'removed')).toBe(true);
    for (const text of ['mara@potter', 'Lindenweg', 'first@wait', 'invoice-1'])
      expect(run.recorded).not.toContain(text);
  }));

test('closed rules: nothing is raised, and nothing stays open', () =>
  withFirebase(CLOSED_RULES, async (running) => {
    const before = [...running.documents];
    const run = await runDirect({ origins: [running.app, running.data] });
    for (const verdict of ['confirmed', 'likely', 'inconclusive'] as const) expect(run.of(verdict)).toEqual([]);
    expect(new Set(run.of('not-tested').map((one) => one.split(' ')[0]))).toEqual(new Set(['data-cross-user']));
    expect(run.of('refuted')).toContain('data-open-read firestore users');
    expect([...running.documents]).toEqual(before);
  }));

test('rules that open some collections: each is told', async () => {
  const rules: Rules = {
    read: (path) => /^(?:listings|orders)/.test(path),
    write: (path) => /^(?:orders|waitlist)\//.test(path),
  };
  await withFirebase(rules, async (running) => {
    const run = await runDirect({ origins: [running.app] });
    expect(run.confirmed).toEqual(['data-open-read firestore orders', 'data-open-write firestore orders: create']);
  });
});

test('rules that any account satisfies: one account reads, changes and deletes what is another’s', () =>
  withFirebase(ANY_ACCOUNT, async (running) => {
    const before = [...running.documents];
    const run = await runDirect({ origins: [running.app], signUp: true });
    expect(run.confirmed).toEqual(
      [
        'data-cross-user firestore orders: list',
        'data-cross-user firestore orders: read',
        'data-cross-user firestore orders: change',
        'data-cross-user firestore orders: delete',
        'data-cross-user firestore users: list',
        'data-cross-user firestore users: change',
        'data-cross-user firestore users: delete',
        'data-cross-user firestore waitlist: list',
        'data-cross-user firestore listings: change',
        'data-cross-user firestore listings: delete',
        'data-cross-user realtime database: read',
        'data-cross-user storage small-market.appspot.com: list',
      ].sort(),
    );
    expect([...running.documents]).toEqual(before);
    expect([...running.accounts]).toEqual([]);
    expect(run.made.every(({ state }) => state === 'removed')).toBe(true);
    expect(run.recorded).not.toContain('mara@potter');
  }));

test('closed rules: two accounts keep what is theirs', () =>
  withFirebase(CLOSED_RULES, async (running) => {
    const before = [...running.documents];
    const run = await runDirect({ origins: [running.app], signUp: true });
    for (const verdict of ['confirmed', 'likely', 'inconclusive', 'not-tested'] as const)
      expect(run.of(verdict)).toEqual([]);
    expect(run.of('refuted')).toEqual(
      expect.arrayContaining(['data-cross-user firestore orders: read', 'data-cross-user firestore users: change']),
    );
    expect([...running.documents]).toEqual(before);
    expect([...running.accounts]).toEqual([]);
  }));
