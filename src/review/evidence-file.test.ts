import { expect, test } from 'vitest';
import type { Evidence } from '../model/evidence/map.ts';
import type { Sighting } from '../model/evidence/secrets.ts';
import { buildReview } from './build-review.ts';
import { parseEvidence, serializeEvidence, type EvidenceMeta } from './evidence-file.ts';
import { runChecks } from './run-checks.ts';
import { checkOf, configOf, defectOf, inputOf, waiverOf } from './testing/literals.ts';

const sighting: Sighting = {
  rule: 'stripe-secret-key',
  ruleName: 'Stripe secret key',
  provider: 'stripe',
  providerName: 'Stripe',
  verdict: 'secret',
  confidence: 'high',
  power: 'money',
  testMode: false,
  masked: 'sk_live_…abcd',
  id: '0123456789abcdef',
  impact: 'Charge and refund.',
  places: [
    {
      path: 'a\u001b[31m\n.ts',
      line: 3,
      exposure: 'tracked',
      role: 'app',
      frame: { startLine: 1, lines: ['x'], mark: 1 },
    },
  ],
  count: 1,
  rotation: { kind: 'overlap', at: 'https://dashboard.stripe.com/apikeys', steps: ['Create.', 'Revoke.'] },
  facts: { role: 'owner' },
  live: { state: 'unknown', detail: 'not asked' },
};

const evidence: Evidence = {
  'repo.summary': {
    ok: true,
    value: {
      name: 'bazaar',
      git: {
        head: null,
        branch: 'main',
        remotes: [{ name: 'origin', url: 'https://x.test/a' }],
        shallow: false,
        partial: false,
        bare: false,
        submodules: [],
      },
      files: 2,
      bytes: 100,
      frameworks: ['next'],
      clientOutputs: [{ path: '.next/static/', exists: false }],
    },
  },
  'secrets.sightings': { ok: true, value: [sighting] },
  'secrets.coverage': {
    ok: true,
    value: {
      tree: { files: 2, bytes: 100 },
      history: null,
      clientOutput: 'absent',
      skipped: [{ reason: 'too large', count: 1, examples: ['big.bin'], matters: true }],
    },
  },
  'env.files': {
    ok: true,
    value: {
      files: [
        {
          path: '.env',
          environment: 'local',
          tracked: false,
          ignored: true,
          variables: [{ name: 'A', line: 1, value: 'secret', masked: 's…t' }],
          malformed: [],
        },
      ],
      uses: [
        {
          name: 'A',
          path: 'a.ts',
          line: 1,
          via: 'process.env',
          publicPrefix: null,
          required: true,
          role: 'app',
          fallback: { text: 'x', kind: 'setting' },
        },
      ],
      inHistory: [{ path: '.env.old', commit: 'c', date: '2026-01-01', variables: ['A'] }],
      gitIgnores: [{ name: '.env', ignored: true }],
      docker: [
        {
          dockerfile: 'Dockerfile',
          copiesAll: { line: 1, text: 'COPY . .' },
          ignoresEnv: false,
          ignoreFile: null,
          secretLines: [],
        },
      ],
      validated: null,
      shared: [{ id: 'h', masked: 's…t', places: [{ path: '.env', line: 1, name: 'A', environment: 'local' }] }],
    },
  },
  'pipeline.files': { ok: false, reason: 'no permission', unlock: 'Let it read .github.' },
};

const meta = {
  madeAt: '2026-06-01T10:00:00.000Z',
  target: { name: 'bazaar', path: '/tmp/bazaar', commit: 'c'.repeat(40), branch: null },
  config: configOf({
    name: 'bazaar',
    waivers: [waiverOf('M8')],
    env: { files: { '.env.live': 'production' }, undocumented: ['CI'] },
  }),
};

const errorOf = (text: string): string => {
  const parsed = parseEvidence(text);
  return parsed.ok ? 'read' : parsed.error;
};

test('reads back what it wrote', () => {
  expect(parseEvidence(serializeEvidence(evidence, meta))).toEqual({
    ok: true,
    value: { schema: 'launch-ready/evidence@1', ...meta, evidence },
  });
});

test('a replay gives the identical review', () => {
  const checks = [
    checkOf({ id: 'secrets/seen', needs: ['secrets.sightings'] }, [defectOf('one')]),
    checkOf({ id: 'secrets/ci', needs: ['pipeline.files'] }),
  ];
  const reviewOf = (from: Evidence, { config, target, madeAt }: EvidenceMeta) =>
    buildReview(
      inputOf(runChecks(checks, from), {
        evidence: from,
        config,
        target,
        startedAt: madeAt,
        today: madeAt.slice(0, 10),
      }),
    );
  const parsed = parseEvidence(serializeEvidence(evidence, meta));
  if (!parsed.ok) throw new Error(parsed.error);
  const replayed = reviewOf(parsed.value.evidence, parsed.value);
  expect(JSON.stringify(replayed)).toBe(JSON.stringify(reviewOf(evidence, meta)));
  expect(replayed.findings).toHaveLength(1);
});

test('evidence that was not collected may be absent', () => {
  expect(parseEvidence(serializeEvidence({}, meta)).ok).toBe(true);
});

/** The file with the first `from` in its text replaced. */
const changed = (from: string, to: string): string => {
  const text = serializeEvidence(evidence, meta);
  if (!text.includes(from)) throw new Error(`nothing to change: ${from}`);
  return text.replace(from, to);
};

test.each([
  ['"madeAt":', '"madeUp":', 'madeAt is missing'],
  ['evidence@1', 'evidence@2', 'This version reads launch-ready/evidence@1'],
  ['"ok":false,"reason":"no permission"', '"ok":"no"', 'evidence["pipeline.files"].ok must be true or false'],
  ['"reason":"no permission"', '"reason":7', 'evidence["pipeline.files"].reason must be text'],
  ['"frameworks":["next"]', '"frameworks":"next"', 'evidence["repo.summary"].value.frameworks must be a list'],
  ['"exposure":"tracked"', '"exposure":null', 'evidence["secrets.sightings"].value[0].places[0].exposure must be text'],
  [
    '"clientOutput":"absent"',
    '"clientOutput":"maybe"',
    'evidence["secrets.coverage"].value.clientOutput must be one of',
  ],
  ['"malformed":[]', '"malformed":["1"]', 'evidence["env.files"].value.files[0].malformed[0] must be a number'],
  ['"hoursPerDay":8', '"hoursPerDay":1e999', 'config.plan.hoursPerDay must be a number'],
  ['"owner":"Ann"', '"owner":[]', 'config.waivers[0].owner must be text'],
  ['"pipeline.files":', '"moon.phase":', 'does not know the evidence "moon.phase"'],
])('%s → %s is an error that names the member', (from, to, error) => {
  expect(errorOf(changed(from, to))).toContain(error);
});

test('a cut file is no evidence', () => {
  expect(errorOf(serializeEvidence(evidence, meta).slice(0, -20))).toBe(
    'This is not an evidence file: it is not valid JSON.',
  );
});
