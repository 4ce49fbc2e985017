import { once } from 'node:events';
import { expect, test } from 'vitest';
import { Deadline } from './deadline.ts';

test('when the time is over it has expired', async () => {
  const deadline = new Deadline(new AbortController().signal, 1);
  expect(deadline.expired).toBe(false);
  await once(deadline.signal, 'abort');
  expect(deadline.expired).toBe(true);
});

test('a run that was stopped ends it, and that is no expiry', () => {
  const stop = new AbortController();
  const deadline = new Deadline(stop.signal, 60_000);
  stop.abort();
  expect(deadline).toMatchObject({ expired: false, signal: { aborted: true } });
  deadline.release();
});

test('a run that had been stopped before ends it at once', () => {
  const deadline = new Deadline(AbortSignal.abort(), 60_000);
  expect(deadline).toMatchObject({ expired: false, signal: { aborted: true } });
  deadline.release();
});

test('once released, neither ends it any more', () => {
  const stop = new AbortController();
  const deadline = new Deadline(stop.signal, 60_000);
  deadline.release();
  stop.abort();
  expect(deadline.signal.aborted).toBe(false);
});
