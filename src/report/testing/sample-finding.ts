import type { Finding } from '../../model/finding.ts';

/** A plain must-fix finding; `overrides` replace whole members. */
export const sampleFinding = (overrides: Partial<Finding> = {}): Finding => ({
  check: 'secrets/in-tracked-file',
  title: 'A secret stands in a tracked file',
  severity: 'blocker',
  mustFix: true,
  stage: 'secrets',
  bar: ['M2'],
  where: { path: '.env', line: 3, column: 19 },
  proof: {
    kind: 'code',
    text: 'A Stripe live secret key stands in this file.',
    frame: { startLine: 2, lines: ['NODE_ENV=production', 'STRIPE_SECRET_KEY=sk_live_••••••••9aQ2', ''], mark: 3 },
  },
  why: 'Whoever reads the repository can move money, refund orders and read customers.',
  fix: {
    steps: ['Roll the key in the Stripe dashboard.', 'Put the new one into the host’s environment variables.'],
    verify: 'npx launch-ready secrets --only secrets/in-tracked-file',
  },
  effort: 'hour',
  fingerprint: '00000000000000a1',
  state: 'new',
  references: ['CWE-798', 'https://docs.stripe.com/keys#rolling-keys'],
  ...overrides,
});
