import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ScanCoverage, Sighting } from '../../model/evidence/secrets.ts';
import { silent } from '../../model/progress.ts';
import { DEFAULTS } from '../target/defaults.ts';
import { secretsCollector } from './collector.ts';
import { baseDetector } from './base-detector.ts';
import { expandSample } from './samples.ts';
import { Pool } from './work/pool.ts';
import { Detector } from './detector.ts';
import { PROVIDERS } from './providers/registry.generated.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'launch-ready-incomplete-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const IDENTITY = ['-c', 'user.name=A', '-c', 'user.email=a@b.c'];
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', root, ...IDENTITY, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
const put = (path: string, content: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const commit = (message: string): string => {
  git('add', '-A');
  git('commit', '-q', '-m', message);
  return git('rev-parse', 'HEAD');
};
const scan = async (
  exclude: readonly string[] = [],
): Promise<{ found: readonly Sighting[]; coverage: ScanCoverage }> => {
  const config = { ...DEFAULTS, secrets: { ...DEFAULTS.secrets, exclude } };
  const facts = await secretsCollector({ verify: false }).collect({
    target: { root, name: 'app', config },
    progress: silent,
    signal: new AbortController().signal,
  });
  const [found, coverage] = [facts['secrets.sightings'], facts['secrets.coverage']];
  if (!found.ok || !coverage.ok) throw new Error('the scan failed');
  return { found: found.value.filter((one) => one.verdict === 'secret'), coverage: coverage.value };
};
const key = expandSample('sk_live_{alnum:24}', 'incomplete');
const gap = (coverage: ScanCoverage, reason: string): unknown => coverage.skipped.find((one) => one.reason === reason);

describe('what was not read is said and matters', () => {
  test('history where git does not answer', async () => {
    mkdirSync(join(root, '.git'));
    put('a.ts', 'export const a = 1;');
    const { coverage } = await scan();
    expect(coverage.history).toBeNull();
    expect(gap(coverage, 'git')).toMatchObject({ count: 1, matters: true });
  });

  test('folders nested deeper than is read', async () => {
    put(`${'d/'.repeat(85)}a.ts`, `const k = '${key}';`);
    expect(gap((await scan()).coverage, 'too many')).toMatchObject({ matters: true });
  });

  test('commits that a damaged object hides: what was found counts as history, not as lost', async () => {
    git('init', '-q', '-b', 'main');
    put('pay.ts', `const k = '${key}';`);
    commit('one');
    const tree = git('rev-parse', 'HEAD^{tree}');
    rmSync(join(root, 'pay.ts'));
    put('b.ts', '1');
    commit('two');
    unlinkSync(join(root, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    const { found, coverage } = await scan();
    expect(gap(coverage, 'git')).toMatchObject({ examples: ['which commits hold what was found'], matters: true });
    expect(found[0]?.places[0]?.exposure).toBe('history');
  });

  test('the rest of a file beyond the limit', async () => {
    put('big.txt', 'x'.repeat(64 * 1024 * 1024 + 1));
    expect(gap((await scan()).coverage, 'too large')).toMatchObject({ count: 1, matters: true });
  });

  test('what the config excludes, in the history too', async () => {
    git('init', '-q', '-b', 'main');
    put('private/pay.ts', `const k = '${key}';`);
    commit('one');
    const { found, coverage } = await scan(['private/**']);
    expect(found).toEqual([]);
    expect(gap(coverage, 'excluded by config')).toMatchObject({ count: 1, matters: true });
  });
});

test('of a sound repository every blob is read, once, and nothing is missing', async () => {
  git('init', '-q', '-b', 'main');
  for (let i = 0; i < 5; i++) put(`src/${i}.ts`, `export const n${i} = ${i};\n`.repeat(i + 1));
  commit('one');
  const { coverage } = await scan();
  expect(coverage.history?.blobs).toBe(5);
  expect(coverage.skipped).toEqual([]);
});

test('archives nested deeper than is read are said', async () => {
  const nested = (depth: number): Buffer =>
    depth === 0 ? Buffer.from(`k='${key}'`) : gzipSync(nested(depth - 1), { level: 1 });
  writeFileSync(join(root, 'three.gz'), nested(3));
  expect((await scan()).found).toHaveLength(1);
  writeFileSync(join(root, 'three.gz'), nested(5));
  const { found, coverage } = await scan();
  expect(found).toEqual([]);
  expect(gap(coverage, 'archive bound')).toMatchObject({ matters: true });
});

test('a secret that only the index holds is told as tracked', async () => {
  git('init', '-q', '-b', 'main');
  put('pay.ts', `const k = '${key}';`);
  git('add', 'pay.ts');
  put('pay.ts', 'const k = read();');
  const { found } = await scan();
  expect(found).toHaveLength(1);
  expect(found[0]?.places[0]).toMatchObject({ path: 'pay.ts', exposure: 'tracked' });
});

test('many doubtful values do not crowd out a key behind them', () => {
  const doubtful = Array.from(
    { length: 3000 },
    (_, i) => `api_key_${i} = "${expandSample('{alnum:24}', String(i))}"\n`,
  ).join('');
  const { hits } = baseDetector().scan(Buffer.from(`${doubtful}const k = '${key}';\n`));
  expect(hits.map((hit) => hit.value)).toContain(key);
});

test('more keys than are counted in one text is said', () => {
  const keys = Array.from({ length: 3000 }, (_, i) => `'${expandSample('sk_live_{alnum:24}', String(i))}',\n`).join('');
  expect(baseDetector().scan(Buffer.from(keys)).gaveUp).toBe(true);
});

test('a thread that dies fails the scan instead of keeping it waiting', async () => {
  const { automaton } = new Detector(PROVIDERS);
  const broken = { automaton, exact: null, maxFileBytes: 1024 } as unknown as ConstructorParameters<typeof Pool>[0];
  const pool = new Pool(broken);
  const jobs = [{ kind: 'files', root, paths: readdirSync(root) }] as const;
  await expect(pool.run(jobs, () => {}, new AbortController().signal)).rejects.toThrow(/./);
  await pool.close();
});
