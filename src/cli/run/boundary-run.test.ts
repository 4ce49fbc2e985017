import { readdirSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { BIN, cleanEnvironment, launch, workFolder } from '../testing/run-bin.ts';
import { probeApp } from '../testing/probe-app.ts';
import { configFor, openTargetApp, sendJson, TOKENS, type TargetApp, type Twist } from '../testing/target-app.ts';
import { proofToken, PROOF_PATH } from '../../probe/consent/ownership.ts';

let app: TargetApp;
const open = async (twist?: Twist, host?: string): Promise<TargetApp> => (app = await openTargetApp(twist, host));
afterEach(() => app.close());

const valueOf = <T>(fact: { ok: true; value: T } | { ok: false; reason: string } | undefined): T => {
  if (fact?.ok !== true) throw new Error(fact?.reason ?? 'nothing');
  return fact.value;
};

describe('a run', () => {
  test('names itself in every request, and ends within its budget of requests with everything taken away', async () => {
    await open();
    const { evidence, reasons } = await probeApp(app.origin, { budget: { requests: 500, perSecond: 1_000 } });
    const run = valueOf(evidence['boundary.run']);
    expect(new Set(app.headers.map((one) => one['x-launch-ready-run'])).size).toBe(2);
    expect(app.headers.every((one) => one['user-agent']?.startsWith('launch-ready/'))).toBe(true);
    // The budget of the run, and what taking away may need.
    expect(app.headers.filter((one) => one['x-launch-ready-run'] === run.id).length).toBeLessThanOrEqual(500 + 450);
    expect(run.stopped).toContain('the budget of 500 requests is spent');
    expect(Object.values(reasons).join()).toContain('the budget of 500 requests is spent');
    expect(run.made.length).toBeGreaterThan(0);
    expect(run.made.filter(({ state }) => state !== 'removed')).toEqual([]);
    expect(app.orders.size).toBe(0);
  });

  test('writes nothing where the app is called production', async () => {
    await open();
    const { evidence } = await probeApp(app.origin, { environment: 'production', mode: 'burst' });
    expect(valueOf(evidence['boundary.run']).mode).toBe('read');
    expect(app.asked.filter((one) => /^(?:ann|ben) (?:POST|PUT|PATCH|DELETE) /.test(one))).toEqual([]);
    expect(app.orders.size).toBe(0);
  });

  test('never follows a redirect to another origin, with a credential or without', async () => {
    const other = await openTargetApp();
    await open(
      ({ res, path }) =>
        path !== '/openapi.json' && (sendJson(res, { status: 307 }, { location: other.origin + path }), true),
    );
    const { outcomes } = await probeApp(app.origin);
    expect(other.asked).toEqual([]);
    expect(outcomes['object-read']).toBe('unproven');
    await other.close();
  });

  test('lists what it could not take away', async () => {
    await open(({ res, req }) => req.method === 'DELETE' && (sendJson(res, { status: 500, json: {} }), true));
    const run = valueOf(
      (await probeApp(app.origin, { environment: 'staging', mode: 'write' })).evidence['boundary.run'],
    );
    const left = run.made.filter(({ state }) => state === 'cannot be removed');
    expect(left.map(({ id }) => id).toSorted()).toEqual([...app.orders.keys()].toSorted());
    expect(left[0]?.remove).toMatch(/^DELETE http.*\/api\/orders\/\d+ as \w+ did not remove it \(answered 500/);
  });
});

test('what was killed half-way is on the disk, and the next run takes it away and says so', async () => {
  const folder = workFolder();
  let made: (value: unknown) => void = () => {};
  const secondMade = new Promise((resolve) => (made = resolve));
  // The second one is made and its answer never comes.
  await open(({ req, path, right }) => {
    if (req.method !== 'POST' || path !== '/api/orders' || app.orders.size < 1) return false;
    right();
    made(null);
    return true;
  });
  folder.write('launch-ready.config.json', JSON.stringify(configFor(app.origin)));
  const child = spawn(process.execPath, [BIN, '--yes', '--quiet', '--only', 'boundary/object-delete'], {
    cwd: folder.path,
    env: cleanEnvironment(TOKENS),
    stdio: 'ignore',
  });
  await secondMade;
  child.kill('SIGKILL');
  await once(child, 'exit');
  const orders = [...app.orders.keys()];
  const at = join(folder.path, '.launch-ready/boundary');
  const [ledger = ''] = readdirSync(at);
  const steps = readFileSync(join(at, ledger), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { step: string }).step);
  expect(steps.filter((step) => step === 'made')).toHaveLength(1);
  expect(steps.at(-1)).toBe('intent');

  await app.close();
  app = await openTargetApp(undefined, undefined, app);
  const ran = await launch(folder.path, ['--yes', '--no-save', '--only', 'boundary/object-delete'], TOKENS);
  expect([...app.orders.keys()]).toEqual(orders.slice(1));
  expect(ran.stderr).toMatch(/removing what an earlier run left behind.*1 of 2 removed/);
  expect(ran.stdout.replaceAll(/\s+/g, ' ')).toMatch(
    /2 objects of an earlier run that was killed found in its ledger, 1 of them removed; 1 left, e\.g\. order of \w+ \(No answer came to POST \/api\/orders/,
  );
  folder.remove();
});

const elsewhere = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

describe.skipIf(elsewhere === undefined)('an app that is not on this machine', () => {
  const token = (): string => proofToken(app.origin);

  test('without a proof is looked at as any visitor does', async () => {
    await open(undefined, elsewhere);
    const { evidence, outcomes, reasons } = await probeApp(app.origin, { environment: 'staging', mode: 'burst' });
    const run = valueOf(evidence['boundary.run']);
    expect(run).toMatchObject({ mode: 'passive', proof: expect.stringContaining('Nothing shows that') });
    expect(run.prove).toContain(`${token()} as a TXT record of _launch-ready.${elsewhere}`);
    // No address is guessed, nothing is written, nobody's data is asked for.
    expect(app.asked.filter((one) => !/^\w+ (?:GET|HEAD) /.test(one))).toEqual([]);
    expect(app.asked.filter((one) => /admin|orders\/|\.env|\.git/.test(one))).toEqual([]);
    expect(outcomes['object-read']).toBe('unproven');
    expect(reasons['object-read']).toMatch(/more than this run was allowed to \(passive\)/);
  });

  test('with the file that only its owner publishes is probed', async () => {
    await open(({ res, path }) => path === PROOF_PATH && (res.end(`hello\n${token()}\n`), true), elsewhere);
    const { evidence, outcomes } = await probeApp(app.origin, {
      environment: 'staging',
      mode: 'write',
      budget: { perSecond: 1_000, concurrency: 8 },
    });
    expect(valueOf(evidence['boundary.run'])).toMatchObject({ mode: 'write', proof: app.origin + PROOF_PATH });
    expect(outcomes['object-read']).toBe('pass');
  });

  test.each([
    ['of another origin', (): string => proofToken('https://other.example')],
    ['within a longer line', (): string => `x${token()}`],
  ])('a token %s is none', async (_, text) => {
    await open(({ res, path }) => path === PROOF_PATH && (res.end(text()), true), elsewhere);
    const { evidence } = await probeApp(app.origin, { environment: 'staging', mode: 'write' });
    expect(valueOf(evidence['boundary.run']).mode).toBe('passive');
  });
});

describe('consent', () => {
  test('a name goes to the address that it had when the run began, and each printed next step works', async () => {
    await open();
    const work = workFolder();
    const { port } = new URL(app.origin);
    // RFC 6761 6.4: nobody has this name.
    const args = ['--target', 'http://shop.invalid', '--connect-to', `shop.invalid:80:127.0.0.1:${port}`];
    const ran = await launch(work.path, ['--no-save', ...args, '--only', 'boundary/object-read']);
    expect(app.headers.length).toBeGreaterThan(10);
    expect(new Set(app.headers.map(({ host }) => host))).toEqual(new Set(['shop.invalid']));
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toContain(
      `\`npx launch-ready --target http://shop.invalid --connect-to shop.invalid:80:127.0.0.1:${port} --yes\``,
    );
    work.remove();
  });

  const isLook = (one: string): boolean => /^nobody (?:GET|HEAD|OPTIONS) /.test(one);

  test.each([
    ['--dry-run', ['--dry-run']],
    ['nobody to ask', []],
  ])('%s: the plan is shown and only looked at', async (_, flags) => {
    await open();
    const work = workFolder();
    const ran = await launch(work.path, [
      '--no-save',
      '--target',
      app.origin,
      '--only',
      'boundary/object-read',
      ...flags,
    ]);
    expect(ran.stderr).toMatch(/Plan {5}[0-9a-f]{16}; each request carries X-Launch-Ready-Run/);
    expect(ran.code).toBe(3);
    expect(app.asked.filter((one) => !isLook(one) && !/^nobody POST .*(?:graphql|gql|query)/.test(one))).toEqual([]);
    expect(app.orders.size).toBe(0);
    work.remove();
  });
});
