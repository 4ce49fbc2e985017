import type { Finding } from '../../model/finding.ts';
import { HOSTILE } from './hostile.ts';
import { sampleFinding } from './sample-finding.ts';

const COMMIT = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';

const stripe = sampleFinding({
  fingerprint: '5f1c0a9be4d27a31',
  title: 'A live Stripe secret key is in the client bundle',
  check: 'secrets/in-client-bundle',
  where: { path: '.next/static/chunks/app/checkout/page-8c1f2ab93d0e.js', line: 1, column: 48_211 },
  proof: {
    kind: 'code',
    text: 'The key is inlined into a script that every visitor downloads.\nIt comes from NEXT_PUBLIC_STRIPE_SECRET_KEY, whose prefix makes Next.js copy it into the browser.',
    frame: {
      startLine: 1,
      lines: [
        '…:{e.exports={key:"sk_live_••••••••9aQ2",apiVersion:"2026-02-25"}},48211:(e,t,n)=>{"use strict";n.d(t,{…',
      ],
      mark: 1,
    },
    more: ['src/lib/stripe.ts:4', '.env.production:7', '1a2b3c4d5e6f src/lib/stripe.ts:4'],
  },
  why: 'Anyone who opens the checkout page can take the key and refund orders, read customers and change payouts in your Stripe account.',
  fix: {
    steps: [
      'Create a new secret key in the Stripe dashboard under Developers, API keys. Do not delete the old one yet.',
      'Store it as STRIPE_SECRET_KEY, without the NEXT_PUBLIC_ prefix, in the environment variables of your host.',
      'Read it only in server code: move the call out of src/lib/stripe.ts into a route handler.',
      'Deploy, make one test payment, then revoke the old key in the dashboard.',
    ],
    snippet: {
      path: 'src/app/api/checkout/route.ts',
      language: 'ts',
      content:
        "import Stripe from 'stripe';\n\nconst stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? '');\n\nexport const POST = async (request: Request) => {\n  const { listing } = await request.json();\n  return Response.json(await createSession(stripe, listing));\n};\n",
    },
    verify: 'npm run build && npx launch-ready secrets --only bundle',
  },
});

const envFile = (index: number): Finding =>
  sampleFinding({
    fingerprint: `e0000000000000${index.toString(16).padStart(2, '0')}`,
    title: `${['A Supabase service role key', 'A database URL with its password', 'A SendGrid API key', 'An OpenAI API key'][index % 4]} is tracked by git`,
    where: { path: '.env', line: index + 3, commit: COMMIT },
    proof: {
      kind: 'git',
      text: `Committed on 2026-09-14 in 1a2b3c4d5e6f and still there at HEAD.`,
      frame: { startLine: index + 2, lines: ['', `SECRET_${index}=eyJh••••••••3fQx`, ''], mark: index + 3 },
    },
    state: index < 3 ? 'new' : 'open',
  });

const hostile = sampleFinding({
  fingerprint: 'bad0bad0bad0bad0',
  check: 'secrets/in-history',
  title: `A key in a file named to confuse ${HOSTILE.script} ${HOSTILE.terminal}`,
  severity: 'high',
  where: { path: HOSTILE.path, line: 12, commit: COMMIT },
  proof: {
    kind: 'code',
    text: `${HOSTILE.command}\n${HOSTILE.cdata}\n${HOSTILE.fence}`,
    frame: {
      startLine: 11,
      lines: [HOSTILE.table, HOSTILE.bidi, `const 鍵 = "値"; // ${'x'.repeat(300)} ${HOSTILE.script}`],
      mark: 12,
    },
    more: [HOSTILE.path],
  },
  why: `${HOSTILE.table} ${HOSTILE.bidi}`,
  fix: {
    steps: [HOSTILE.fence, HOSTILE.script],
    snippet: { path: HOSTILE.path, language: 'js"><script>', content: `${HOSTILE.fence}\n${HOSTILE.script}` },
    verify: 'npx launch-ready explain secrets/in-history',
  },
  references: ['javascript:alert(1)', `https://example.com/"><script>`],
});

const inHistory = Array.from({ length: 12 }, (_, index) =>
  sampleFinding({
    fingerprint: `c0000000000000${index.toString(16).padStart(2, '0')}`,
    check: 'secrets/in-history',
    title: 'An AWS access key is in the git history',
    severity: 'high',
    effort: 'hours',
    where: {
      path: `infra/terraform/environments/production/eu-west-1/module-${index}/credentials.auto.tfvars`,
      line: 4,
      commit: COMMIT,
    },
    proof: {
      kind: 'git',
      text: 'Removed from the files in a later commit, but still in the history that every clone carries.',
    },
    state: 'open',
  }),
);

const sharedSecret = sampleFinding({
  fingerprint: 'd41d8cd98f00b204',
  check: 'secrets/same-secret-in-two-environments',
  title: 'The same session secret is used in preview and production',
  severity: 'high',
  bar: ['M7'],
  where: { path: '.env.preview', line: 9 },
  proof: {
    kind: 'file',
    text: 'SESSION_SECRET has the same value (keyed hash 7c1e…) in two files.',
    more: ['.env.production:9'],
  },
  why: 'A session made on a preview deployment is valid in production, so a leak of the weaker one opens the stronger one.',
  fix: { steps: ['Generate a new value for production.', 'Set it at your host. Everybody has to sign in again once.'] },
  effort: 'minutes',
});

const wait = (index: number, overrides: Partial<Finding>): Finding =>
  sampleFinding({
    fingerprint: `f0000000000000${index.toString(16).padStart(2, '0')}`,
    mustFix: false,
    severity: 'medium',
    bar: ['M7'],
    effort: 'minutes',
    check: 'secrets/undocumented-variable',
    proof: { kind: 'code', text: 'Read here, but missing from .env.example.' },
    why: 'The next deployment to a fresh host misses it, and the app stops at the first request that needs it.',
    fix: { steps: ['Add the variable to .env.example with a comment.'] },
    ...overrides,
  });

export const MUST_FIX: readonly Finding[] = [
  stripe,
  ...Array.from({ length: 12 }, (_, index) => envFile(index)),
  hostile,
  ...inHistory,
  sharedSecret,
];

export const CAN_WAIT: readonly Finding[] = [
  wait(1, {
    title: 'A variable that the code needs is not in .env.example',
    where: { path: 'src/lib/mail.ts', line: 8 },
  }),
  wait(2, {
    title: 'A variable that the code needs is not in .env.example',
    where: { path: 'src/lib/mail.ts', line: 11 },
    state: 'open',
  }),
  wait(3, {
    title: 'Nothing keeps .env out of the Docker image',
    check: 'secrets/docker-copies-env',
    severity: 'medium',
    where: { path: 'Dockerfile', line: 14 },
  }),
  wait(4, {
    title: 'A secret has a default in code',
    check: 'secrets/default-secret',
    severity: 'low',
    where: { path: 'src/auth/session.ts', line: 22 },
    effort: 'hour',
  }),
  wait(5, {
    title: 'The environment is not validated at start',
    check: 'secrets/no-env-schema',
    severity: 'info',
    where: {},
    effort: 'hours',
  }),
];

export const WAIVED: readonly Finding[] = [
  sampleFinding({
    fingerprint: 'aaaa0000bbbb1111',
    title: 'A Mapbox token is in the client bundle',
    check: 'secrets/in-client-bundle',
    severity: 'high',
    where: { path: 'public/map.js', line: 2 },
    state: 'waived',
    waiver: { reason: 'Restricted to our domains at Mapbox.', owner: 'ada@bazaar.example', until: '2027-01-31' },
  }),
];
