import { expect, test } from 'vitest';
import crossUser from './data-cross-user/check.ts';
import rpc from './data-rpc/check.ts';
import type { ObservedData } from './defects.ts';

const stepsOf = (check: typeof crossUser, subject: string): string => {
  const own = { subject, verdict: 'confirmed' as const, role: 'user', owner: null, curl: null };
  const data = { ...own, needs: [], exchanges: [], frameworks: [] } satisfies ObservedData;
  const { steps, snippet } = check.fix({ message: 'x', where: {}, proof: { text: 'x' }, data } as never);
  return [...steps, snippet?.content ?? ''].join('\n');
};

test('steps name the table, without the address that stands above them', () => {
  expect(stepsOf(crossUser, '127.0.0.1:54321 messages: read')).toContain('policy of the table messages, compare');
  expect(stepsOf(crossUser, 'abc.supabase.co messages: change')).toContain('policy of the table messages, compare');
  expect(stepsOf(rpc, 'localhost:54321 rpc order_summary')).toContain('the right to run order_summary away');
});

test('where it is Firebase, rules are spoken of and no policies', () => {
  const said = stepsOf(crossUser, 'firestore orders: read');
  expect(said).toContain('rules of firestore orders, compare');
  expect(said).toContain('request.auth.uid == ');
  expect(said).not.toMatch(/policy|auth\.uid\(\)/);
});
