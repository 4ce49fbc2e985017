import { describe, expect, test } from 'vitest';
import type { EnvEvidence, EnvUse } from '../../model/evidence/env.ts';
import type { Sighting } from '../../model/evidence/secrets.ts';
import { renderKeyLocations } from './render-locations.ts';
import { renderEnvJson, renderEnvReport } from './render-report.ts';
import { exposedKeys, renderRotationChecklist } from './render-rotation.ts';
import { envStructure, renderEnvStructure } from './render-structure.ts';

const use = (name: string, over: Partial<EnvUse> = {}): EnvUse => ({
  name,
  path: 'src/a.ts',
  line: 3,
  via: 'process.env',
  publicPrefix: null,
  required: false,
  role: 'app',
  ...over,
});
const evidence = (over: Partial<EnvEvidence> = {}): EnvEvidence => ({
  files: [],
  uses: [],
  inHistory: [],
  gitIgnores: [],
  docker: [],
  validated: null,
  shared: [],
  ...over,
});
const sighting = (over: Partial<Sighting> = {}): Sighting => ({
  rule: 'stripe-secret-key',
  ruleName: 'Stripe secret key',
  provider: 'stripe',
  providerName: 'Stripe',
  verdict: 'secret',
  confidence: 'high',
  power: 'money',
  testMode: false,
  masked: 'sk_live_****Qz',
  id: 'a41f09c2d7e83b56',
  impact: 'Charge cards.',
  places: [{ path: '.env', line: 2, exposure: 'tracked', role: 'env' }],
  count: 1,
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.stripe.com/apikeys',
    steps: ['Create a new key.', 'Deploy it.', 'Revoke the old one.'],
  },
  ...over,
});

describe('the structure', () => {
  const env = evidence({
    files: [
      {
        path: '.env.example',
        environment: 'example',
        tracked: true,
        ignored: false,
        malformed: [],
        variables: [{ name: 'JWT_SECRET', line: 1, value: 'empty', comment: 'openssl rand -base64 32' }],
      },
      {
        path: '.env',
        environment: 'unknown',
        tracked: false,
        ignored: true,
        malformed: [],
        variables: [{ name: 'ONLY_HERE', line: 1, value: 'setting' }],
      },
    ],
    uses: [
      use('JWT_SECRET', { required: true }),
      use('LOG_LEVEL', { fallback: { text: 'info', kind: 'setting' } }),
      use('NEXT_PUBLIC_URL', { publicPrefix: 'NEXT_PUBLIC_', path: 'apps/web/src/b.ts' }),
      use('E2E_USER', { role: 'test' }),
    ],
  });

  test('names what production needs, with need, kind and place, and no value', () => {
    expect(envStructure(env)).toBe(
      [
        '# openssl rand -base64 32',
        '# required, secret',
        '# read in src/a.ts:3',
        'JWT_SECRET=',
        '',
        '# optional, setting, default: info',
        '# read in src/a.ts:3',
        'LOG_LEVEL=',
        '',
        '# ==== apps/web ====',
        '',
        '# no default in the code, public: browsers receive it',
        '# read in apps/web/src/b.ts:3',
        'NEXT_PUBLIC_URL=',
        '',
      ].join('\n'),
    );
  });

  test('counts in words, and says when there is nothing', () => {
    expect(renderEnvStructure(env)).toContain(
      '3 variables: 1 without which the app stops, 1 secrets, 1 that browsers receive.',
    );
    expect(renderEnvStructure(evidence())).toContain('reads no environment variable');
  });

  test('a hostile path or comment starts no line and no fence', () => {
    const hostile = evidence({ uses: [use('A_B', { path: 'a\nINJECTED=1\n```.ts' })] });
    expect(
      envStructure(hostile)
        .split('\n')
        .filter((line) => line.startsWith('INJECTED')),
    ).toEqual([]);
    expect(renderEnvStructure(hostile)).toContain('````');
  });
});

describe('the rotation checklist', () => {
  test('worst first; local, dead, unsure, public and stand-in keys are left out', () => {
    const keys = [
      sighting({ rule: 'history', places: [{ path: 'a', exposure: 'history', role: 'app' }] }),
      sighting({ rule: 'sandbox', testMode: true, places: [{ path: 'a', exposure: 'client', role: 'app' }] }),
      sighting({
        rule: 'client',
        places: [
          { path: 'a', exposure: 'local', role: 'env' },
          { path: 'b', exposure: 'client', role: 'app' },
        ],
      }),
      sighting({ rule: 'messages', power: 'messages' }),
      sighting({ rule: 'money' }),
      sighting({ rule: 'local', places: [{ path: '.env', exposure: 'local', role: 'env' }] }),
      sighting({ rule: 'dead', live: { state: 'dead', detail: 'no' } }),
      sighting({ rule: 'unsure', confidence: 'low' }),
      sighting({ rule: 'public', verdict: 'public' }),
    ];
    expect(exposedKeys(keys).map(({ rule }) => rule)).toEqual(['client', 'money', 'messages', 'history', 'sandbox']);
  });

  test('one box a step, with the page', () => {
    const text = renderRotationChecklist([sighting({ name: 'STRIPE_SECRET_KEY', count: 3 })]);
    expect(text).toContain('## 1. Stripe secret key `STRIPE_SECRET_KEY` `sk_live_****Qz`');
    expect(text).toContain('Done at <https://dashboard.stripe.com/apikeys>');
    expect(text).toContain('Seen in `.env:2` and 2 more places.');
    expect(text.match(/^- \[ \] /gm)).toHaveLength(5);
    expect(renderRotationChecklist([])).toContain('nothing has to be rotated');
  });

  test('an address that is none is not linked', () => {
    const text = renderRotationChecklist([
      sighting({ rotation: { kind: 'instant', at: 'javascript:alert(1)', steps: [] } }),
    ]);
    expect(text).not.toContain('javascript:');
  });
});

describe('where keys live', () => {
  const env = evidence({
    files: [
      {
        path: 'a|b/.env',
        environment: 'production',
        tracked: true,
        ignored: false,
        malformed: [],
        variables: [
          { name: 'JWT_SECRET', line: 4, value: 'secret', masked: '9fK2****xQ' },
          { name: 'PORT', line: 5, value: 'setting' },
        ],
      },
    ],
    uses: [use('JWT_SECRET')],
  });

  test('env files by environment, with git state and readers', () => {
    expect(renderKeyLocations(env, [])).toContain(
      '| `JWT_SECRET` | `a\\|b/.env:4` | production | `9fK2****xQ` | **tracked** | `src/a.ts` |',
    );
    expect(renderKeyLocations(env, [])).not.toContain('PORT');
  });

  test('other places with who can see them', () => {
    const text = renderKeyLocations(evidence(), [
      sighting({
        places: [
          { path: 'dist/a.js', line: 1, exposure: 'client', role: 'generated' },
          { path: 'x', commit: 'c'.repeat(40), exposure: 'history', role: 'app' },
        ],
        count: 9,
      }),
    ]);
    expect(text).toContain('every visitor; everyone with the repository (old commits)');
    expect(text).toContain('in `cccccccccccc` and 7 more');
  });
});

test('the whole and the facts', () => {
  const env = evidence({ uses: [use('JWT_SECRET', { required: true })] });
  const report = renderEnvReport(env, [sighting()]);
  expect(report.match(/^# .*/gm)?.filter((line) => /production env file|Which keys|Rotation/.test(line))).toEqual([
    '# The production env file',
    '# Which keys live where',
    '# Rotation checklist',
  ]);
  expect(JSON.parse(renderEnvJson(env, [sighting()]))).toMatchObject({
    schema: 'launch-ready/env@1.0',
    variables: [{ name: 'JWT_SECRET', need: 'required', secret: true, isPublic: false }],
    keys: [],
    rotate: [{ id: 'a41f09c2d7e83b56', places: [{ path: '.env', line: 2, exposure: 'tracked' }] }],
  });
});
