import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Evidence } from '../../model/evidence/map.ts';
import type { Target } from '../../model/target.ts';
import { keptOr } from './kept-evidence.ts';

const FOUND: Evidence = { 'pipeline.files': { ok: true, value: { workflows: [], hooks: [] } } };
let root: string;
let cache: string;
const before = process.env['XDG_CACHE_HOME'];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-'));
  cache = mkdtempSync(join(tmpdir(), 'kept-cache-'));
  process.env['XDG_CACHE_HOME'] = cache;
  writeFileSync(join(root, 'a.ts'), 'export const a = 1;');
});

afterEach(() => {
  if (before === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = before;
  for (const folder of [root, cache]) rmSync(folder, { recursive: true, force: true });
});

const CONFIG = {
  secrets: { history: true, exclude: [], maxFileMegabytes: 10, allow: [] },
  env: { files: {}, undocumented: [] },
  waivers: [],
  plan: { engineers: 1, hoursPerDay: 6, ratePerHour: 0, currency: 'USD' },
};

/** Whether a look was needed. */
const looks = async (
  given: { found?: Evidence; config?: Partial<Target['config']>; meanwhile?: () => void; collectors?: string[] } = {},
): Promise<boolean> => {
  const target: Target = { root, name: 'shop', config: { ...CONFIG, ...given.config } };
  let looked = false;
  const { evidence, kept } = await keptOr(
    { target, signal: new AbortController().signal, collectors: given.collectors ?? ['pipeline.files'] },
    () => {
      looked = true;
      given.meanwhile?.();
      return Promise.resolve(given.found ?? FOUND);
    },
  );
  expect(evidence).toEqual(given.found ?? FOUND);
  expect(kept).toBe(!looked);
  return looked;
};

const entries = (): string[] =>
  readdirSync(join(cache, 'launch-ready')).map((name) => join(cache, 'launch-ready', name));
const git = (...args: string[]): void => {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a', '-C', root, ...args], { stdio: 'ignore' });
};

test('nothing changed: no second look; what was kept is for this user alone', async () => {
  expect(await looks()).toBe(true);
  expect(await looks()).toBe(false);
  expect(entries().map((path) => statSync(path).mode & 0o777)).toEqual([0o600]);
  expect(statSync(join(cache, 'launch-ready')).mode & 0o777).toBe(0o700);
});

describe('a new look for', () => {
  test.each<[string, () => unknown]>([
    ['another byte of the same length', () => writeFileSync(join(root, 'a.ts'), 'export const a = 2;')],
    ['a file more', () => writeFileSync(join(root, 'b.ts'), '')],
    ['a file less', () => rmSync(join(root, 'a.ts'))],
    ['a link', () => symlinkSync('/etc/passwd', join(root, 'l'))],
    ['a commit', () => git('commit', '-q', '--allow-empty', '-m', 'b')],
    ['a branch', () => git('branch', 'other')],
    ['a remote', () => git('remote', 'add', 'origin', 'https://example.com/x.git')],
    ['an object that no commit has', () => git('hash-object', '-w', 'a.ts')],
    ['what is ignored', () => writeFileSync(join(root, '.git/info/exclude'), 'a.ts')],
  ])('%s', async (_, change) => {
    git('init', '-q');
    git('commit', '-q', '--allow-empty', '-m', 'a');
    expect([await looks(), await looks()]).toEqual([true, false]);
    change();
    expect([await looks(), await looks()]).toEqual([true, false]);
  });

  test('another configuration, and other collectors', async () => {
    await looks();
    expect(await looks({ config: { secrets: { ...CONFIG.secrets, exclude: ['a.ts'] } } })).toBe(true);
    expect(await looks({ collectors: ['pipeline.files', 'env.files'] })).toBe(true);
    expect(await looks()).toBe(false);
  });
});

describe('nothing is kept of', () => {
  test('a look that did not come to its end', async () => {
    const found: Evidence = { 'pipeline.files': { ok: false, reason: 'stopped', unlock: 'again' } };
    expect([await looks({ found }), await looks({ found })]).toEqual([true, true]);
  });

  test('a look that a clock cut short', async () => {
    const coverage = { tree: { files: 1, bytes: 1 }, history: null, clientOutput: 'no client' as const };
    const found: Evidence = {
      'secrets.coverage': {
        ok: true,
        value: { ...coverage, skipped: [{ reason: 'time', count: 1, examples: [], matters: true }] },
      },
    };
    expect([await looks({ found }), await looks({ found })]).toEqual([true, true]);
  });

  test('a folder that changes meanwhile, also where it changes back', async () => {
    const meanwhile = (): void => {
      writeFileSync(join(root, 'a.ts'), 'else');
      writeFileSync(join(root, 'a.ts'), 'export const a = 1;');
    };
    expect([await looks({ meanwhile }), await looks()]).toEqual([true, true]);
  });

  test('anything, where the place to keep it lies in the reviewed folder', async () => {
    process.env['XDG_CACHE_HOME'] = join(root, 'cache');
    expect([await looks(), await looks()]).toEqual([true, true]);
    expect(readdirSync(root)).toEqual(['a.ts']);
  });
});

describe('an entry is not believed that', () => {
  test.each<[string, (path: string) => void]>([
    ['is cut', (path) => writeFileSync(path, readFileSync(path).subarray(0, -1))],
    ['is empty', (path) => writeFileSync(path, '')],
    [
      'says something else',
      (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('"hooks":[]', '"hooks":[1]')),
    ],
    [
      'is a link',
      (path) => {
        writeFileSync(join(cache, 'elsewhere'), readFileSync(path));
        rmSync(path);
        symlinkSync(join(cache, 'elsewhere'), path);
      },
    ],
    [
      'is a folder',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    ['others may write', (path) => chmodSync(path, 0o666)],
    ['lies where others may write', () => chmodSync(join(cache, 'launch-ready'), 0o777)],
  ])('%s', async (_, change) => {
    await looks();
    for (const path of entries()) change(path);
    expect(await looks()).toBe(true);
  });
});

test('old entries go', async () => {
  for (let at = 0; at < 27; at++) {
    writeFileSync(join(root, 'a.ts'), String(at));
    await looks();
  }
  expect(entries()).toHaveLength(24);
});
