import { describe, expect, test } from 'vitest';
import type { BoundaryActor, BoundaryRun, Exchange, Observation } from '../../model/evidence/boundary.ts';
import type { Defect } from '../../model/finding.ts';
import type { BoundaryEvidence } from './evidence.ts';
import { NO_SERVER } from './no-server.ts';
import { judgeObserved, type Question } from './observed.ts';

const QUESTION: Question = {
  probe: 'object-read',
  severity: 'blocker',
  title: { fail: 'It leaks' },
  requires: 'two tenants',
};

const actor = (name: string, role: string, more: Partial<BoundaryActor> = {}): BoundaryActor => ({
  name,
  role,
  tenant: name,
  via: 'json login',
  state: 'alive',
  detail: 'seen',
  ...more,
});
const run = (more: Partial<BoundaryRun> = {}): BoundaryRun => ({
  id: 'r',
  origins: ['http://localhost:3000'],
  environment: 'development',
  mode: 'burst',
  planHash: 'h',
  proof: 'loopback',
  requests: 1,
  refused: {},
  made: [],
  probes: { 'object-read': 'ran' },
  milliseconds: 1,
  ...more,
});
/** As runs before 2026-11 wrote it. */
const { probes: _probes, ...withoutList } = run();
const seen = (more: Partial<Observation> = {}): Observation => ({
  probe: 'object-read',
  subject: 'GET /api/orders/{id}',
  verdict: 'confirmed',
  said: 'It was read.',
  actor: 'customer-b',
  owner: 'customer-a',
  exchanges: ['e1', 'e2'],
  ...more,
});
const exchange = (id: string, who: string | null, more: Partial<Exchange> = {}): Exchange => ({
  id,
  actor: who,
  method: 'GET',
  url: 'http://localhost:3000/api/orders/41',
  requestHeaders: [],
  status: 200,
  headers: [],
  body: `{"pad":"${'x'.repeat(900)}","note":"canary-77"}`,
  bytes: 900,
  ms: 1,
  ...more,
});
const evidence = (observations: readonly Observation[], more: Partial<BoundaryEvidence> = {}): BoundaryEvidence => ({
  'boundary.run': run(),
  'boundary.actors': [actor('customer-a', 'customer'), actor('customer-b', 'customer'), actor('seller-a', 'seller')],
  'boundary.operations': [
    {
      id: 'GET /api/orders/{id}',
      origin: 'http://localhost:3000',
      method: 'GET',
      path: '/api/orders/{id}',
      sources: ['openapi'],
      tested: true,
    },
  ],
  'boundary.observations': observations,
  'boundary.exchanges': { e1: exchange('e1', 'customer-a'), e2: exchange('e2', 'customer-b') },
  ...more,
});
const defectsIn = (given: BoundaryEvidence): readonly Defect[] => {
  const answer = judgeObserved(QUESTION, given);
  return answer === 'not-applicable' ? [] : 'unproven' in answer ? (answer.defects ?? []) : answer;
};

describe('confirmed', () => {
  test('one defect a subject; other pairs of roles stand in its proof', () => {
    const defects = defectsIn(
      evidence([seen(), seen({ actor: 'seller-a' }), seen({ actor: 'customer-a', owner: 'customer-b' })]),
    );
    expect(defects.map(({ key }) => key)).toEqual(['GET /api/orders/{id}']);
    expect(defects[0]?.where).toEqual({ url: 'http://localhost:3000/api/orders/{id}', method: 'GET' });
    expect(defects[0]?.proof.text).toContain('The same for: seller → customer');
  });

  test('the proof shows the part of the answer that tells, and names who asked', () => {
    const [defect] = defectsIn(evidence([seen({ facts: { canary: 'canary-77' } })]));
    expect(defect?.proof.text).toContain('customer-b (customer): GET /api/orders/41');
    expect(defect?.proof.text).toContain('"note":"canary-77"');
    expect(defect?.proof.text.length).toBeLessThan(1_000);
    expect(defect?.data).toMatchObject({ role: 'customer', curl: 'curl -si http://localhost:3000/api/orders/41' });
  });

  test('more than twenty are summed up in one', () => {
    const many = Array.from({ length: 33 }, (_, index) => seen({ subject: `GET /api/x${index}` }));
    const defects = defectsIn(evidence(many));
    expect(defects).toHaveLength(21);
    expect(defects.at(-1)).toMatchObject({ key: 'the rest', title: 'It leaks: 13 more places', severity: 'blocker' });
  });

  test('hostile text cannot break out of its line', () => {
    const [defect] = defectsIn(
      evidence([seen({ said: 'a\nb\u001b[31m' })], {
        'boundary.exchanges': {
          e2: exchange('e2', 'customer-b', { url: 'http://localhost:3000/\u202e\n', body: '\u001b]0;x\u0007' }),
        },
      }),
    );
    expect(defect?.proof.text).not.toMatch(/\u001b|\u202e/);
    expect(defect?.proof.text.split('\n')).toHaveLength(3);
  });

  test('an exchange that was not kept, or is named like a member of Object, is left out', () => {
    const [defect] = defectsIn(evidence([seen({ exchanges: ['gone', 'constructor', '__proto__'] })]));
    expect(defect?.proof.text).toBe('It was read.');
    expect(defect?.data).toMatchObject({ curl: null });
  });

  test('a flood is shown by its ends', () => {
    const ids = Array.from({ length: 30 }, (_, index) => `f${index}`);
    const kept = Object.fromEntries(ids.map((id) => [id, exchange(id, null, { body: '' })]));
    const [defect] = defectsIn(evidence([seen({ actor: 'nobody', exchanges: ids })], { 'boundary.exchanges': kept }));
    expect(defect?.proof.text).toContain('… 24 more requests …');
  });
});

describe('likely', () => {
  test('is medium at most, says so, and leaves the answer open', () => {
    const answer = judgeObserved(QUESTION, evidence([seen({ verdict: 'likely' })]));
    expect(answer).toMatchObject({
      unproven: '1 likely case was not shown by an effect',
      defects: [{ title: 'Likely: It leaks', severity: 'medium' }],
    });
  });

  test('stands behind a confirmed one of the same subject', () => {
    const answer = judgeObserved(QUESTION, evidence([seen({ verdict: 'likely' }), seen()]));
    expect(answer).toMatchObject({ defects: [{ severity: 'blocker' }] });
  });

  test('of a small matter is just a finding', () => {
    const answer = judgeObserved({ ...QUESTION, severity: 'low' }, evidence([seen({ verdict: 'likely' })]));
    expect(answer).toMatchObject([{ severity: 'low' }]);
  });
});

describe('no pass without proof', () => {
  const refused = [seen({ verdict: 'refuted' })];
  test.each<[string, BoundaryEvidence, string]>([
    [
      'one that is not settled among many',
      evidence([...refused, seen({ subject: 'GET /b', verdict: 'inconclusive', said: 'The control failed.' })]),
      'Not settled for 1 of 2 cases: GET /b (The control failed)',
    ],
    [
      'no second tenant',
      evidence(refused, { 'boundary.actors': [actor('customer-a', 'customer')] }),
      'No two accounts of one role',
    ],
    [
      'two logins of one tenant',
      evidence(refused, {
        'boundary.actors': [actor('a', 'seller', { tenant: 't' }), actor('b', 'seller', { tenant: 't' })],
      }),
      'No two accounts of one role',
    ],
    [
      'nobody logged in',
      evidence(refused, { 'boundary.actors': [actor('customer-a', 'customer', { state: 'never' })] }),
      'Nobody could be logged in',
    ],
    ['a probe that this run does not know', evidence([], { 'boundary.run': run({ probes: {} }) }), 'did not try it'],
    ['an older run without a list', evidence([], { 'boundary.run': withoutList }), 'did not try it'],
    [
      'a run that was stopped',
      evidence([], { 'boundary.run': run({ stopped: 'the budget was spent' }) }),
      'stopped before it was through: the budget was spent',
    ],
    [
      'a probe that failed',
      evidence(refused, { 'boundary.run': run({ probes: { 'object-read': 'failed' } }) }),
      'a fault of this program',
    ],
    [
      'a mode that is not enough',
      evidence([seen({ subject: 'the app', verdict: 'not-tested', said: 'It needs mode write.' })], {
        'boundary.run': run({ mode: 'read', probes: { 'object-read': 'mode' } }),
      }),
      'It sends more than this run was allowed to (read)',
    ],
  ])('%s', (_, given, reason) => {
    const answer = judgeObserved(QUESTION, given);
    if (typeof answer === 'string' || !('unproven' in answer)) throw new Error(`it was ${JSON.stringify(answer)}`);
    expect(answer.unproven).toContain(reason);
    expect(answer.unlock).not.toBe('');
  });

  test('a defect is told even where the rest is open', () => {
    const answer = judgeObserved(QUESTION, evidence([seen(), seen({ subject: 'GET /b', verdict: 'not-tested' })]));
    expect(answer).toMatchObject({
      unproven: expect.stringContaining('Not settled'),
      defects: [{ severity: 'blocker' }],
    });
  });
});

describe('an answer', () => {
  test('refused everywhere is a pass, and nothing to try does not apply', () => {
    expect(judgeObserved(QUESTION, evidence([seen({ verdict: 'refuted' })]))).toEqual([]);
    expect(judgeObserved(QUESTION, evidence([]))).toBe('not-applicable');
    expect(judgeObserved(QUESTION, evidence([seen({ probe: 'object-write' })]))).toBe('not-applicable');
  });

  test('what is public by its description needs no trial', () => {
    const open = evidence([seen({ verdict: 'not-tested' }), seen({ subject: 'GET /b', verdict: 'refuted' })]);
    const [operation] = open['boundary.operations'];
    if (operation === undefined) throw new Error('no operation');
    expect(judgeObserved(QUESTION, { ...open, 'boundary.operations': [{ ...operation, declared: 'public' }] })).toEqual(
      [],
    );
    expect(
      judgeObserved(QUESTION, {
        ...open,
        'boundary.operations': [{ ...operation, declared: 'public', method: 'POST' }],
      }),
    ).toMatchObject({ unproven: expect.any(String) });
  });
});

describe('an app whose page talks to its database alone', () => {
  const alone = { 'boundary.run': run({ serverless: true }), 'boundary.actors': [] };
  test('is told once that there is no server to ask', () => {
    expect(judgeObserved(QUESTION, evidence([], alone))).toMatchObject({ unproven: NO_SERVER.reason });
  });

  test('is told what was shown all the same', () => {
    const result = judgeObserved(QUESTION, evidence([seen()], alone));
    expect(result).toMatchObject({ defects: [expect.anything()], unproven: NO_SERVER.reason });
  });

  test('is told of the data what was in the way', () => {
    const data = { ...QUESTION, probe: 'data-cross-user', requires: undefined } as unknown as Question;
    const open = [seen({ probe: 'data-cross-user', verdict: 'not-tested', said: 'Two accounts are needed.' })];
    const more = { ...alone, 'boundary.run': run({ serverless: true, probes: { 'data-cross-user': 'ran' } }) };
    expect(judgeObserved(data, evidence(open, more))).toMatchObject({
      unproven: expect.stringContaining('Two accounts are needed') as string,
    });
  });
});
