import { expect, test } from 'vitest';
import { buildReview } from './build-review.ts';
import { parseReview } from './parse-review.ts';
import { checkOf, configOf, defectOf, inputOf, runsOf, waiverOf } from './testing/literals.ts';

const frame = { startLine: 1, lines: ['a', 'b'], mark: 2 };
const full = defectOf('one', { proof: { kind: 'git', text: 'seen', frame, more: ['b.ts:1'] } });
const fix = () => ({ steps: ['Do.'], verify: 'true', snippet: { path: '.env', language: 'dotenv', content: 'A=' } });
const crash = () => {
  throw new Error('bug');
};
const review = buildReview(
  inputOf(
    runsOf(
      checkOf({ fix }, [full, defectOf('two')]),
      checkOf({ id: 'edge/tls', stage: 'edge', bar: ['M3'], evaluate: crash }),
    ),
    {
      config: configOf({ waivers: [waiverOf('M8')] }),
      previous: {
        startedAt: '2026-05-01',
        findings: [{ fingerprint: '0123456789abcdef', check: 'a/b', title: 'gone' }],
      },
    },
  ),
);

const looked = {
  ...review,
  boundary: {
    run: {
      origins: ['http://x.test'],
      environment: 'staging',
      mode: 'read',
      requests: 1,
      actors: [],
      made: 0,
      removed: 0,
      left: [],
    },
    operations: { found: 1, tested: 0, untested: [{ id: 'GET /a', reason: 'No.' }] },
    matrix: {
      roles: ['nobody'],
      rows: [{ operation: 'GET /a', cells: [{ role: 'nobody', outcome: 'own', status: 200 }] }],
      left: 0,
    },
    sensitive: [
      {
        operation: 'GET /a',
        what: 'deletes',
        protection: 'None.',
        state: 'open',
        guards: [{ name: 'login', state: 'proven' }],
      },
    ],
    exchanges: { x: { actor: 'nobody', request: 'GET /a', answer: '200' } },
  },
};

test('reads what was seen of the running app, and says what is wrong there', () => {
  expect(parseReview(JSON.stringify(looked))).toEqual({ ok: true, value: looked });
  const wrong = JSON.stringify(looked).replace('"own"', '"mine"');
  const parsed = parseReview(wrong);
  expect(parsed.ok ? 'read' : parsed.error).toContain('boundary.matrix.rows[0].cells[0].outcome must be one of open');
});

/** The review with the member at `path` replaced. */
const broken = (path: readonly (string | number)[], value: unknown): string => {
  const copy: unknown = structuredClone(review);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) ?? ''] = value;
  return JSON.stringify(copy);
};

test('reads what buildReview made, unchanged', () => {
  expect(parseReview(JSON.stringify(review))).toEqual({ ok: true, value: review });
});

test('lets additions of a newer minor version through', () => {
  const text = broken(['schema'], 'launch-ready/review@1.9').replace('{', '{"later":[1],');
  expect(parseReview(text).ok).toBe(true);
});

test.each<[readonly (string | number)[], unknown, string]>([
  [['schema'], 'launch-ready/review@2.0', 'This version reads launch-ready/review@1'],
  [['findings'], null, 'findings must be a list'],
  [['findings', 0, 'severity'], 'awful', 'findings[0].severity must be one of blocker, high'],
  [['findings', 1, 'fingerprint'], '../../etc', 'findings[1].fingerprint must be a fingerprint of 16 hex digits'],
  [['findings', 0, 'proof', 'kind'], 7, 'findings[0].proof.kind must be one of'],
  [['findings', 0, 'fix', 'steps'], 'one', 'findings[0].fix.steps must be a list'],
  [['findings', 0, 'where', 'line'], '3', 'findings[0].where.line must be a number'],
  [['bar', 'M13'], 'fine', 'bar.M13 must be one of held'],
  [['barReasons', 'M1'], undefined, 'barReasons.M1 is missing'],
  [['verdict', 'decision'], 'MAYBE', 'verdict.decision must be one of GO'],
  [['counts', 'bySeverity', 'high'], 'x', 'counts.bySeverity["high"] must be a number'],
  [['timings', 'collect'], null, 'timings["collect"] must be a number'],
  [['diff', 'unknown', 0, 'title'], 't'.repeat(2_000), 'diff.unknown[0].title is longer than 1,000 characters'],
  [['plan', 'blocks'], {}, 'plan.blocks must be a list'],
  [['findings'], Array.from({ length: 100_001 }, () => 0), 'findings has more than 100,000 entries'],
])('%j as %s is an error that names it', (path, value, error) => {
  const parsed = parseReview(broken(path, value));
  expect(parsed.ok ? 'read' : parsed.error).toContain(error);
});
