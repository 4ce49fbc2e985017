import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openFakeApi, type FakeApi, type Fault } from '../../net/cloudflare/testing/fake-api.ts';
import { freshZone, type FakeZone } from '../../net/cloudflare/testing/fake-zone.ts';
import { openEdgeSite, type EdgeSite } from '../testing/edge-site.ts';
import { BIN, cleanEnvironment, launch, workFolder, type Ran } from '../testing/run-bin.ts';

const TOKEN = 'cf-token-that-nobody-may-see-0123456789';
const CONFIG = { edge: { domains: ['shop.test'], canonical: 'shop.test', private: ['/orders'], login: '/enter' } };

let site: EdgeSite;
let api: FakeApi | undefined;
let folder: ReturnType<typeof workFolder>;

beforeAll(async () => {
  site = await openEdgeSite();
});
afterAll(() => site.close());
beforeEach(() => {
  folder = workFolder();
  folder.write('launch-ready.config.json', JSON.stringify(CONFIG));
});
afterEach(async () => {
  await api?.close();
  api = undefined;
  folder.remove();
});

/** A zone in which people have rules of their own. */
const lived = (): FakeZone =>
  freshZone({
    rulesets: {
      http_request_dynamic_redirect: {
        id: 'rs-own',
        rules: [{ id: 'own', ref: 'own', action: 'redirect', expression: '(http.host eq "old.test")', enabled: true }],
      },
    },
  });

const withApi = async (zone: FakeZone, options: { fault?: Fault; mayWrite?: boolean } = {}): Promise<FakeApi> =>
  (api = await openFakeApi([zone], { token: TOKEN, ...options }));

const env = () => ({ CLOUDFLARE_API_TOKEN: TOKEN, CLOUDFLARE_BASE_URL: api?.base ?? '' });
const run = (...args: string[]): Promise<Ran> => launch(folder.path, ['edge', ...args], env());
const plan = (): Promise<Ran> => run('plan', 'shop.test', ...site.args, '--strict-tls');
const apply = (): Promise<Ran> => run('apply', 'shop.test', '--yes', ...site.args, '--strict-tls');
const spawnApply = (): ChildProcess =>
  spawn(process.execPath, [BIN, 'edge', 'apply', 'shop.test', '--yes', '--strict-tls', ...site.args], {
    cwd: folder.path,
    env: cleanEnvironment(env()),
    stdio: 'ignore',
  });
const kept = (): string[] =>
  readdirSync(join(folder.path, '.launch-ready/edge')).map((name) => join(folder.path, '.launch-ready/edge', name));

/** What a zone looks like from outside; ids are Cloudflare's. */
const shape = (zone: FakeZone): unknown =>
  JSON.parse(JSON.stringify(zone, (key, value: unknown) => (key === 'id' ? undefined : value)));

describe('plan', () => {
  test('shows before → after, and changes nothing', async () => {
    const before = structuredClone((await withApi(lived())).zones);
    const { code, stdout, stderr } = await plan();
    expect(stderr).toBe('');
    expect(code).toBe(1);
    for (const line of ['- ssl = full', '+ ssl = strict', '+ min_tls_version = 1.2', '+ always_use_https = on'])
      expect(stdout).toContain(line);
    expect(stdout).toContain('rule launch_ready_canonical_host in http_request_dynamic_redirect');
    expect(stdout).toContain(String.raw`"expression": "(http.host in {\"www.shop.test\"})"`);
    expect(stdout).toContain(String.raw`starts_with(http.request.uri.path, \"/orders\")`);
    expect(stdout).toContain(String.raw`{\"/enter\"`);
    expect(stdout).toContain('X-Content-Type-Options');
    expect(api?.writes()).toEqual([]);
    expect(api?.zones).toEqual(before);
    expect(stdout + stderr).not.toContain(TOKEN);
  });

  test('leaves the TLS mode alone while nobody knows the server’s certificate', async () => {
    await withApi(lived());
    const { stdout } = await run('plan', 'shop.test', ...site.args);
    expect(stdout).not.toContain('+ ssl = strict');
    expect(stdout).toContain('ssl stays "full"');
  });

  test('without a token it says how to make one', async () => {
    const { code, stderr } = await launch(folder.path, ['edge', 'plan', 'shop.test', ...site.args]);
    expect(code).toBe(2);
    expect(stderr).toContain('Zone Settings Edit');
  });

  test.each<[string, Fault, RegExp]>([
    ['HTML', (_call, _nth, response) => Boolean(response.end('<html>hello')), /no JSON of Cloudflare’s API/],
    [
      'an outage',
      (_call, _nth, response) => Boolean(response.writeHead(503).end('{"success":false,"errors":[]}')),
      /again in a while/,
    ],
  ])('%s is said', async (_name, fault, said) => {
    await withApi(lived(), { fault });
    const { code, stderr } = await plan();
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
  });
});

describe('plan for another edge', () => {
  test('needs no token, and knows what the site lacks', async () => {
    const { code, stdout, stderr } = await launch(folder.path, [
      'edge',
      'plan',
      'shop.test',
      '--for',
      'nginx',
      ...site.args,
    ]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('# ── /etc/nginx/snippets/launch-ready.conf');
    expect(stdout).toContain('add_header Strict-Transport-Security "max-age=31536000" always;');
    expect(stdout).toContain('if ($host = www.shop.test) { return 301 https://shop.test$request_uri; }');
    expect(stdout).toContain('"~^/orders" "private, no-store";');
  });

  test('an edge that is not known is refused', async () => {
    const { code, stderr } = await launch(folder.path, ['edge', 'plan', 'shop.test', '--for', 'apache']);
    expect(code).toBe(2);
    expect(stderr).toContain('nginx, caddy, vercel, netlify');
  });
});

describe('apply', () => {
  test('asks first, and nobody there is a no', async () => {
    await withApi(lived());
    const { code, stderr } = await run('apply', 'shop.test', ...site.args);
    expect(code).toBe(2);
    expect(stderr).toContain('add --yes');
    expect(api?.writes()).toEqual([]);
  });

  test('twice is once, and the way back leads exactly to where it was', async () => {
    const before = structuredClone((await withApi(lived())).zones);
    const first = await apply();
    expect(first.code).toBe(0);
    expect(api?.zones[0]?.settings).toMatchObject({ ssl: 'strict', min_tls_version: '1.2' });
    expect(api?.zones[0]?.rulesets['http_request_dynamic_redirect']?.rules.map(({ ref }) => ref)).toEqual([
      'own',
      'launch_ready_canonical_host',
    ]);
    const wrote = api?.writes().length ?? 0;
    expect(wrote).toBeGreaterThan(6);

    const second = await apply();
    expect([second.code, second.stdout]).toEqual([0, expect.stringContaining('nothing to change')]);
    expect(api?.writes().length).toBe(wrote);
    expect((await plan()).code).toBe(0);

    const [file = ''] = kept();
    expect(kept().length).toBe(1);
    expect(readFileSync(file, 'utf8') + first.stdout + first.stderr).not.toContain(TOKEN);
    const back = await run('rollback', file, '--yes');
    expect(back.code).toBe(0);
    expect(api?.zones).toEqual(before);
    expect((await run('rollback', file, '--yes')).stderr).toContain('is so already');
    expect(api?.zones).toEqual(before);
  });

  test('writes the rollback file before the first change', async () => {
    let files = -1;
    await withApi(lived(), {
      fault: (call) => {
        if (!call.startsWith('GET ') && files < 0) files = kept().length;
        return false;
      },
    });
    await apply();
    expect(files).toBe(1);
  });

  test.each<[string, boolean]>([
    ['before a change', true],
    ['after a change whose answer never came', false],
  ])('killed half-way, %s, goes on where it was, and back', async (_name, swallow) => {
    const whole = await withApi(lived());
    await apply();
    const wanted = shape(whole.zones[0] as FakeZone);
    await whole.close();
    folder.remove();
    folder = workFolder();
    folder.write('launch-ready.config.json', JSON.stringify(CONFIG));

    let kill: (() => void) | undefined;
    let writes = 0;
    const { zones } = await withApi(lived(), {
      fault: (call) => {
        if (call.startsWith('GET ') || kill === undefined || ++writes !== 4) return false;
        kill();
        return swallow;
      },
    });
    const before = structuredClone(zones);
    const child = spawnApply();
    kill = () => child.kill('SIGKILL');
    await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    expect(zones).not.toEqual(before);
    expect(shape(zones[0] as FakeZone)).not.toEqual(wanted);

    kill = undefined;
    const again = await apply();
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('goes on with');
    expect(shape(zones[0] as FakeZone)).toEqual(wanted);
    const [file = ''] = kept();
    expect(kept().length).toBe(1);
    expect((await run('rollback', file, '--yes')).code).toBe(0);
    expect(zones).toEqual(before);
  });

  test('killed at every single change, before it and after it, it ends where a run that nobody kills ends', async () => {
    const whole = await withApi(lived());
    await apply();
    const wanted = shape(whole.zones[0] as FakeZone);
    const changes = whole.writes().length;
    await whole.close();
    folder.remove();
    folder = workFolder();
    folder.write('launch-ready.config.json', JSON.stringify(CONFIG));

    let child: ChildProcess | undefined;
    let kills = 0;
    const { zones } = await withApi(lived(), {
      fault: (call) => {
        if (call.startsWith('GET ') || child === undefined || child.killed) return false;
        child.kill('SIGKILL');
        // Every other change is swallowed, the rest are made and their answer never comes.
        return kills++ % 2 === 0;
      },
    });
    const before = structuredClone(zones);
    let last: ChildProcess;
    let runs = 0;
    do {
      child = last = spawnApply();
      await once(last, 'exit');
      runs++;
    } while (last.signalCode === 'SIGKILL' && runs < 50);
    expect(last.exitCode).toBe(0);
    expect(kills).toBeGreaterThan(changes);
    expect(shape(zones[0] as FakeZone)).toEqual(wanted);
    child = undefined;
    expect(kept().length).toBe(1);
    expect((await run('rollback', kept()[0] ?? '', '--yes')).code).toBe(0);
    expect(zones).toEqual(before);
  });

  test('a token that may only read: nothing is changed, and it is said', async () => {
    const before = structuredClone((await withApi(lived(), { mayWrite: false })).zones);
    const { code, stderr } = await apply();
    expect(code).toBe(2);
    expect(stderr).toContain('may not do this');
    expect(stderr).not.toContain(TOKEN);
    expect(api?.zones).toEqual(before);
  });

  test('what the plan of the zone does not have does not hold up the rest', async () => {
    const { zones } = await withApi(lived(), {
      fault: (call, _nth, response) =>
        call.endsWith('/settings/min_tls_version') &&
        call.startsWith('PATCH') &&
        Boolean(response.writeHead(400).end('{"success":false,"errors":[{"code":1006,"message":"not editable"}]}')),
    });
    const { code, stderr } = await apply();
    expect(code).toBe(2);
    expect(stderr).toContain('setting min_tls_version: Cloudflare’s API: 1006 not editable.');
    expect(zones[0]?.settings).toMatchObject({ ssl: 'strict', min_tls_version: '1.0', always_use_https: 'on' });
    expect(JSON.parse(readFileSync(kept()[0] ?? '', 'utf8'))).toMatchObject({ state: 'done' });
  });

  test('an outage half-way stops it, and the next run goes on', async () => {
    let down = true;
    const { zones } = await withApi(lived(), {
      fault: (call, _nth, response) =>
        down && /^PATCH .*always_use_https/.test(call) && Boolean(response.writeHead(503).end('<html>')),
    });
    const before = structuredClone(zones);
    const first = await apply();
    expect([first.code, first.stderr]).toEqual([2, expect.stringContaining('again in a while')]);
    expect(zones[0]?.settings).toMatchObject({ ssl: 'strict', always_use_https: 'off', min_tls_version: '1.0' });
    down = false;
    expect((await apply()).code).toBe(0);
    expect(kept().length).toBe(1);
    expect((await run('rollback', kept()[0] ?? '', '--yes')).code).toBe(0);
    expect(zones).toEqual(before);
  });

  test('waits when it is told to', async () => {
    let told = 0;
    await withApi(lived(), {
      fault: (call, _nth, response) => {
        if (!call.startsWith('PATCH ') || told++ > 1) return false;
        response.writeHead(429, { 'retry-after': '0' }).end('{"success":false,"errors":[]}');
        return true;
      },
    });
    expect((await apply()).code).toBe(0);
    expect(told).toBeGreaterThan(2);
  });

  test('a rate limit of your own stays the only one', async () => {
    const own = { id: 'l', ref: 'l', action: 'block', expression: '(http.request.uri.path eq "/x")', enabled: true };
    await withApi(freshZone({ rulesets: { http_ratelimit: { id: 'rl', rules: [own] } } }));
    const { code, stdout } = await apply();
    expect(code).toBe(0);
    expect(stdout).toContain('A rate limit of your own');
    expect(api?.zones[0]?.rulesets['http_ratelimit']?.rules).toEqual([own]);
  });
});

describe('rollback', () => {
  test('leaves what somebody has changed since', async () => {
    const { zones } = await withApi(lived());
    await apply();
    const [zone] = zones;
    if (zone !== undefined) zone.settings['min_tls_version'] = '1.3';
    const { code, stderr } = await run('rollback', kept()[0] ?? '', '--yes');
    expect(code).toBe(0);
    expect(stderr).toContain('setting min_tls_version: was changed by somebody else since, and stays');
    expect(zone?.settings).toMatchObject({ min_tls_version: '1.3', ssl: 'full' });
  });

  test.each([
    ['no JSON', 'hello', 'it is no JSON'],
    ['another file', '{"format":"x"}', 'another kind of file'],
    [
      'paths in names',
      JSON.stringify({
        format: 'launch-ready edge rollback',
        version: 1,
        zone: { id: '../accounts', name: 'shop.test' },
        madeAt: '',
        state: 'done',
        changes: [],
        newPhases: [],
      }),
      'names no zone',
    ],
  ])('%s is refused', async (_name, text, said) => {
    await withApi(lived());
    const file = join(folder.path, 'back.json');
    writeFileSync(file, text);
    const { code, stderr } = await run('rollback', file, '--yes');
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(api?.calls).toEqual([]);
  });
});
