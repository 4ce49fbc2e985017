import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ScanCoverage, Sighting } from '../../model/evidence/secrets.ts';
import { silent } from '../../model/progress.ts';
import type { Config } from '../../model/target.ts';
import { secretsCollector } from './collector.ts';
import { expandSample } from './samples.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'launch-ready-scan-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const CONFIG: Config = {
  secrets: { history: true, exclude: [], maxFileMegabytes: 64, allow: [] },
  env: { files: {}, undocumented: [] },
  waivers: [],
  plan: { engineers: 1, hoursPerDay: 8, ratePerHour: 100, currency: 'USD' },
};
const IDENTITY = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'a@b.c',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'a@b.c',
};

const git = (...args: string[]): string =>
  execFileSync('git', ['-C', root, ...args], {
    env: { ...process.env, ...IDENTITY },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const commit = (message: string): string => {
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', message);
  return git('rev-parse', 'HEAD');
};
const scan = async (
  config: Config = CONFIG,
  signal = new AbortController().signal,
): Promise<{ sightings: readonly Sighting[]; coverage: ScanCoverage }> => {
  const facts = await secretsCollector({ verify: false }).collect({
    target: { root, name: 'app', config },
    progress: silent,
    signal,
  });
  const [sightings, coverage] = [facts['secrets.sightings'], facts['secrets.coverage']];
  if (!sightings.ok || !coverage.ok) throw new Error(sightings.ok ? 'no coverage' : sightings.reason);
  return { sightings: sightings.value.filter((one) => one.verdict === 'secret'), coverage: coverage.value };
};
const stripe = expandSample('sk_live_51{alnum:97}');
const other = expandSample('sk_live_51{alnum:97}', 'other');

describe('history', () => {
  beforeEach(() => {
    git('init', '-q', '-b', 'main');
    put('readme.md', 'hello');
    commit('first');
  });

  test('a secret of an earlier commit is told with its commit, path and line', async () => {
    put('.env', `# pay\nSTRIPE=${stripe}\n`);
    const introduced = commit('add');
    git('rm', '-q', '.env');
    commit('remove');
    const { sightings } = await scan();
    expect(sightings).toHaveLength(1);
    expect(sightings[0]?.places).toMatchObject([
      { path: '.env', line: 2, commit: introduced, author: 'Ada', exposure: 'history', role: 'env' },
    ]);
  });

  test('a secret that only a merge commit brought', async () => {
    git('checkout', '-q', '-b', 'side');
    put('side.txt', 'x');
    commit('side');
    git('checkout', '-q', 'main');
    put('main.txt', 'x');
    commit('main');
    git('merge', '-q', '--no-commit', '--no-ff', 'side');
    put('evil.ts', `const key = '${stripe}'`);
    const merge = commit('merge');
    put('evil.ts', 'gone');
    commit('clean');
    const { sightings } = await scan();
    expect(sightings.flatMap((one) => one.places)).toMatchObject([
      { path: 'evil.ts', commit: merge, exposure: 'history' },
    ]);
  });

  test('a secret only in a stash', async () => {
    put('readme.md', `hello\n${stripe}`);
    git('stash', '-q');
    const stash = git('rev-parse', 'refs/stash');
    const { sightings } = await scan();
    expect(sightings[0]?.places[0]).toMatchObject({ path: 'readme.md', line: 2, exposure: 'unreachable' });
    expect([stash, git('rev-parse', 'refs/stash^2')]).toContain(sightings[0]?.places[0]?.commit);
  });

  test('a secret of a commit that was amended away', async () => {
    put('pay.ts', stripe);
    const lost = commit('oops');
    git('reset', '-q', '--hard', 'HEAD~1');
    const { sightings } = await scan();
    expect(sightings[0]?.places[0]).toMatchObject({ path: 'pay.ts', commit: lost, exposure: 'unreachable' });
  });

  test('a secret still in HEAD is told from the working tree, with the commit that brought it', async () => {
    put('pay.ts', `one\n${stripe}`);
    const introduced = commit('add');
    put('pay.ts', `one\ntwo\n${stripe}`);
    commit('move');
    const { sightings } = await scan();
    expect(sightings).toHaveLength(1);
    expect(sightings[0]?.places).toMatchObject([{ path: 'pay.ts', line: 3, commit: introduced, exposure: 'tracked' }]);
  });

  test('a file that was committed once and is ignored today is told from history', async () => {
    put('.env', `STRIPE=${stripe}\n`);
    const introduced = commit('oops');
    put('.gitignore', '.env\n');
    git('rm', '-q', '--cached', '.env');
    commit('ignore');
    const { sightings } = await scan();
    expect(sightings[0]?.places).toMatchObject([{ path: '.env', exposure: 'history', commit: introduced }]);
  });

  test('odd names and bytes in paths stay whole', async () => {
    put('a\n\u001b[31mb "ü".ts', stripe);
    commit('odd');
    const { sightings } = await scan();
    expect(sightings[0]?.places[0]?.path).toBe('a\n\u001b[31mb "ü".ts');
  });

  test('a corrupt object is said and the rest is read', async () => {
    put('a.ts', `const a = '${stripe}'`);
    put('z.ts', 'nothing to see');
    commit('two');
    git('rm', '-q', 'a.ts');
    commit('gone');
    const oid = git('rev-parse', 'HEAD:z.ts');
    const file = join(root, '.git/objects', oid.slice(0, 2), oid.slice(2));
    chmodSync(file, 0o644);
    writeFileSync(file, Buffer.concat([Buffer.from([0x78, 0x01]), Buffer.alloc(20, 7)]));
    const { sightings, coverage } = await scan();
    expect(sightings.map((one) => one.rule)).toEqual(['stripe-secret-key']);
    expect(coverage.skipped.filter((one) => one.matters).length).toBeGreaterThan(0);
  });

  test('a shallow clone is said', async () => {
    commit('second');
    const clone = mkdtempSync(join(tmpdir(), 'launch-ready-shallow-'));
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone], { stdio: 'ignore' });
    rmSync(root, { recursive: true });
    root = clone;
    const { coverage } = await scan();
    expect(coverage.skipped).toContainEqual(expect.objectContaining({ reason: 'shallow clone', matters: true }));
  });

  test('nothing of the repository is run', async () => {
    const proof = join(root, '..', `ran-${Date.now()}`);
    const command = `touch ${proof}`;
    for (const key of [
      'core.fsmonitor',
      'core.sshCommand',
      'core.pager',
      'diff.external',
      'core.editor',
      'gpg.program',
      'credential.helper',
      'filter.x.clean',
      'filter.x.smudge',
      'diff.x.textconv',
      'core.alternateRefsCommand',
    ])
      git('config', key, command);
    git('config', 'log.showSignature', 'true');
    put('.gitattributes', '* filter=x diff=x\n');
    put('.git/hooks/post-index-change', `#!/bin/sh\n${command}\n`);
    chmodSync(join(root, '.git/hooks/post-index-change'), 0o755);
    put('new.ts', stripe);
    const { sightings } = await scan();
    expect(sightings).toHaveLength(1);
    expect(existsSync(proof)).toBe(false);
  });
});

describe('working tree', () => {
  test('without git, without files, it answers', async () => {
    expect(await scan()).toMatchObject({ sightings: [], coverage: { history: null, tree: { files: 0 } } });
  });

  test('a client bundle and its source map', async () => {
    put('package.json', JSON.stringify({ dependencies: { vite: '1' } }));
    put('index.html', '<script src="/src/main.ts"></script>');
    put('dist/index.html', '<script src="/assets/a.js"></script>');
    put('dist/assets/a.js', 'console.log(1)');
    put('dist/assets/a.js.map', JSON.stringify({ version: 3, sourcesContent: [`const key = "${stripe}"`] }));
    const { sightings, coverage } = await scan();
    expect(coverage.clientOutput).toBe('scanned');
    expect(sightings).toMatchObject([
      {
        rule: 'stripe-secret-key',
        via: ['source map'],
        places: [{ path: 'dist/assets/a.js.map', exposure: 'client' }],
      },
    ]);
  });

  test('a client that was not built is said', async () => {
    put('package.json', JSON.stringify({ dependencies: { next: '1' } }));
    expect((await scan()).coverage.clientOutput).toBe('absent');
  });

  test('values of the env file are found in the bundle whatever their form', async () => {
    git('init', '-q');
    const own = expandSample('{alnum:14}-{alnum:12}', 'own');
    put('.gitignore', '.env\ndist\n');
    put('.env', `INTERNAL_API_SECRET=${own}\n`);
    put('package.json', JSON.stringify({ dependencies: { next: '1' } }));
    put('.next/static/chunk.js', `a="${Buffer.from(`x${own}`).toString('base64')}"`);
    const { sightings } = await scan();
    expect(sightings).toMatchObject([
      {
        confidence: 'certain',
        places: [
          { path: '.next/static/chunk.js', exposure: 'client' },
          { path: '.env', exposure: 'local' },
        ],
      },
    ]);
  });

  test('archives are opened, bombs are bounded and said', async () => {
    put(
      'backup.zip',
      zipSync({ 'inner/.env': Buffer.from(`K=${stripe}`), 'nested.zip': zipSync({ 'b.txt': Buffer.from(other) }) }),
    );
    put('bomb.gz', gzipSync(Buffer.alloc(80 * 1024 * 1024)));
    const { sightings, coverage } = await scan();
    expect(sightings.map((one) => one.places[0]?.path).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      'backup.zip!inner/.env',
      'backup.zip!nested.zip!b.txt',
    ]);
    expect(coverage.skipped).toContainEqual(
      expect.objectContaining({ reason: 'archive bound', examples: ['bomb.gz'] }),
    );
  });

  test('links are not followed, special files not opened, large files read to their bound', async () => {
    symlinkSync('/etc', join(root, 'etc'));
    symlinkSync('.', join(root, 'loop'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    put('huge.bin', stripe);
    truncateSync(join(root, 'huge.bin'), 2 * 1024 * 1024 * 1024);
    const { sightings, coverage } = await scan({ ...CONFIG, secrets: { ...CONFIG.secrets, maxFileMegabytes: 1 } });
    expect(sightings).toHaveLength(1);
    const reasons = Object.fromEntries(coverage.skipped.map((one) => [one.reason, one.count]));
    expect(reasons).toMatchObject({ 'symbolic link': 2, 'special file': 1, 'too large': 1 });
  });

  test('one line of fifty megabytes', async () => {
    put('line.js', `${'a=1;'.repeat(6_000_000)}k="${stripe}";`);
    appendFileSync(join(root, 'line.js'), 'b=2;'.repeat(6_000_000));
    const { sightings } = await scan();
    expect(sightings[0]?.places[0]).toMatchObject({ path: 'line.js', line: 1, column: 24_000_004 });
  });

  test('what is excluded is said', async () => {
    put('private/a.ts', stripe);
    const { sightings, coverage } = await scan({ ...CONFIG, secrets: { ...CONFIG.secrets, exclude: ['private/**'] } });
    expect(sightings).toEqual([]);
    expect(coverage.skipped).toMatchObject([{ reason: 'excluded by config', count: 1 }]);
  });

  test('no value stands in the evidence', async () => {
    put('pay.ts', `const STRIPE = '${stripe}'\nconst password = '${expandSample('{alnum:24}', 'pw')}'`);
    const facts = JSON.stringify(await scan());
    expect(facts).not.toContain(stripe.slice(12, 40));
    expect(facts).not.toContain(expandSample('{alnum:24}', 'pw').slice(4, 20));
  });

  test('stopped in the middle it says so', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(scan(CONFIG, stop.signal)).rejects.toThrow('stopped');
  });
});
