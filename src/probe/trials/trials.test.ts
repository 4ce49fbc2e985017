import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateTests } from '../../fix/tests/generate.ts';
import type { BoundaryTrials } from '../../model/evidence/trials.ts';
import { functionProbes } from '../functions/index.ts';
import { objectProbes } from '../objects/index.ts';
import { massAssignment } from '../properties/mass-assignment.ts';
import { webhookProbes } from '../webhooks/index.ts';
import { probeShop, trialsIn } from './testing/probe-shop.ts';
import { emailOf, HOOK_SECRET, openSmallShop, PASSWORD, type SmallShop, type Wrong } from './testing/small-shop.ts';

const WANTED =
  /^(?:object-|list-leak|webhook-(?:unsigned|signature-unchecked|replay)|anonymous-access|role-function|admin-function)/;
const PROBES = [...objectProbes, ...functionProbes, massAssignment, ...webhookProbes].filter(
  ({ id }) => WANTED.test(id) || id === 'mass-assignment',
);

let shop: SmallShop;
let folder: string;
let clean: BoundaryTrials;
beforeAll(async () => {
  shop = await openSmallShop();
  folder = mkdtempSync(join(tmpdir(), 'launch-ready-generated-'));
  clean = trialsIn(await probeShop(shop, PROBES));
}, 120_000);
afterAll(async () => {
  await shop.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  passed: number;
  /** Names of the tests that failed, those of tests and not of groups. */
  failed: string[];
  skipped: number;
  text: string;
}

/** Writes the tests of some trials for Node's own runner, and runs them on the shop as it is now. */
const run = async (name: string, trials: BoundaryTrials, env: Readonly<Record<string, string>> = {}): Promise<Ran> => {
  const at = join(folder, name);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'package.json'), '{"type":"module"}');
  const files = generateTests(trials, {
    runner: 'node',
    language: 'js',
    modules: 'esm',
    ending: '.js',
    folder: name,
    jestGlobals: false,
  });
  for (const file of files) writeFileSync(join(at, file.name), file.text);
  const tests = files.map((file) => join(at, file.name)).filter((path) => path.endsWith('.test.js'));
  const child = spawn(process.execPath, ['--test', '--test-reporter=tap', ...tests], {
    cwd: at,
    env: {
      PATH: process.env['PATH'],
      BASE_URL: shop.origin,
      LAUNCH_READY_PASSWORD: PASSWORD,
      LAUNCH_READY_CUSTOMER_A_EMAIL: emailOf('ann'),
      LAUNCH_READY_CUSTOMER_B_EMAIL: emailOf('bob'),
      LAUNCH_READY_ADMIN_A_EMAIL: emailOf('root'),
      SHOP_HOOK_SECRET: HOOK_SECRET,
      ...env,
    },
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  const count = (word: string): number => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(text)?.[1] ?? -1);
  const failed = [...text.matchAll(/^ +not ok \d+ - (.*)$/gm)].map(([, said = '']) => said);
  return { passed: count('pass'), failed, skipped: count('skipped'), text };
};

test('the tests of a clean app pass on it, and hold no credential', async () => {
  const ran = await run('clean', clean);
  expect(ran.failed, ran.text).toEqual([]);
  expect(ran.passed).toBeGreaterThan(15);
  const text = JSON.stringify(clean);
  for (const secret of [PASSWORD, HOOK_SECRET, emailOf('ann')]) expect(text).not.toContain(secret);
});

const FLAWS: readonly (readonly [Wrong, RegExp])[] = [
  ['orders of others', /^\S+ does not read it: GET \/api\/orders\/\{orderId\}$/],
  ['users for users', /^customer-a is refused$/],
  ['any member', /^role stays as it is$/],
  ['unsigned events', /^an event with(?:out a| a wrong) signature is refused, and nothing changes$/],
];

test.each(FLAWS)('%s: the tests of the clean app fail on it, those and no others', async (wrong, pattern) => {
  shop.wrong.add(wrong);
  const ran = await run('clean', clean);
  shop.wrong.clear();
  expect(ran.failed.length, ran.text).toBeGreaterThan(0);
  for (const name of ran.failed) expect(name).toMatch(pattern);
});

test('the tests of a broken app fail until it is mended', async () => {
  for (const [wrong] of FLAWS) shop.wrong.add(wrong);
  const trials = trialsIn(await probeShop(shop, PROBES));
  const before = await run('broken', trials);
  shop.wrong.clear();
  const after = await run('broken', trials);
  for (const [wrong, pattern] of FLAWS)
    expect(
      before.failed.some((name) => pattern.test(name)),
      `${wrong}\n${before.text}`,
    ).toBe(true);
  for (const name of before.failed)
    expect(
      FLAWS.some(([, pattern]) => pattern.test(name)),
      name,
    ).toBe(true);
  expect(after.failed, after.text).toEqual([]);
  const broken = [...trials.guards, ...trials.attempts, ...trials.members, ...trials.webhooks].filter(
    (one) => one.broken,
  );
  expect(broken.length).toBeGreaterThanOrEqual(FLAWS.length);
}, 120_000);

test('what has to be signed is shown as skipped without the secret', async () => {
  const ran = await run('clean', clean, { SHOP_HOOK_SECRET: '' });
  expect(ran.failed, ran.text).toEqual([]);
  expect(ran.skipped).toBeGreaterThan(0);
});

test('an account that nobody gave is a failure that says what to set', async () => {
  const ran = await run('clean', clean, { LAUNCH_READY_CUSTOMER_B_EMAIL: '' });
  expect(ran.failed.length).toBeGreaterThan(0);
  expect(ran.text).toContain('Set LAUNCH_READY_CUSTOMER_B_EMAIL');
});
