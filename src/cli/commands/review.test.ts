import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Review } from '../../model/review.ts';
import { parseReview } from '../../review/parse-review.ts';
import { git, launch, type Ran, workFolder } from '../testing/run-bin.ts';
import { commitAll, liveKey } from '../testing/sample-app.ts';

let folder = workFolder();
beforeEach(() => {
  folder = workFolder();
});
afterEach(() => folder.remove());

const reviewIn = (ran: Ran): Review => {
  const parsed = parseReview(ran.stdout);
  if (!parsed.ok) throw new Error(`${parsed.error}\n${ran.stderr}`);
  return parsed.value;
};

const leaky = (): void => {
  folder.write('src/pay.ts', `export const key = '${liveKey()}';\n`);
  commitAll(folder.path);
};

describe('the verdict', () => {
  test('a secret in a tracked file is NO-GO, exit code 1, and --json is pure', async () => {
    leaky();
    const ran = await launch(folder.path, ['--json']);
    const review = reviewIn(ran);
    expect(ran.code).toBe(1);
    expect(review.verdict.decision).toBe('NO-GO');
    expect(review.findings.map((finding) => finding.where.path)).toContain('src/pay.ts');
    expect(ran.stdout).not.toContain(liveKey());
    expect(ran.stderr).toMatch(/Working tree.* \(\d/);
  });

  test('a second run where nothing has changed says the same, and that it did not look; --no-cache looks', async () => {
    leaky();
    const cache = workFolder();
    const run = (...more: string[]): Promise<Ran> =>
      launch(folder.path, ['--json', '--no-save', ...more], { XDG_CACHE_HOME: cache.path });
    const [first, second, third] = [await run(), await run(), await run('--no-cache')];
    cache.remove();
    for (const ran of [second, third]) {
      expect(ran.code).toBe(first.code);
      expect(reviewIn(ran).findings).toEqual(reviewIn(first).findings);
    }
    expect(second.stderr).toMatch(/unchanged since an earlier run/);
    expect(second.stderr).not.toMatch(/Working tree/);
    expect(third.stderr).toMatch(/Working tree/);
  });

  test.each([
    ['an empty folder', () => {}],
    ['a folder without git', () => void folder.write('index.js', 'console.log(1)')],
    ['a repository without commits', () => void git(folder.path, 'init', '-q')],
    ['a clean repository', () => commitAll(folder.path)],
  ])('%s is UNDECIDED, exit code 3, never GO', async (_, make) => {
    make();
    const ran = await launch(folder.path, ['--json']);
    expect(reviewIn(ran).verdict.decision).toBe('UNDECIDED');
    expect(ran.code).toBe(3);
  });

  test('a bare repository and a file:// URL are reviewed by their history', async () => {
    leaky();
    git(folder.path, 'clone', '-q', '--bare', '.', 'bare.git');
    const bare = join(folder.path, 'bare.git');
    for (const path of [bare, pathToFileURL(bare).href]) {
      const ran = await launch(folder.path, [path, '--json', '--no-save']);
      expect(reviewIn(ran)).toMatchObject({ target: { name: 'bare' }, verdict: { decision: 'NO-GO' } });
    }
    expect(existsSync(join(bare, 'launch-ready'))).toBe(false);
  });

  test('--no-history leaves out what is only in the history', async () => {
    leaky();
    folder.write('src/pay.ts', '// moved\n');
    commitAll(folder.path, 'second');
    expect(reviewIn(await launch(folder.path, ['--json'])).counts.mustFix).toBe(1);
    expect(reviewIn(await launch(folder.path, ['--json', '--no-history'])).counts.mustFix).toBe(0);
  });

  test('the next command works on the folder that was reviewed, from where it was started', async () => {
    folder.write('the app/index.js', 'run();\n');
    commitAll(join(folder.path, 'the app'));
    const next = async (...args: string[]) =>
      reviewIn(await launch(folder.path, [...args, '--json', '--no-save'])).next;
    const stage = ['--stage', 'handover'];
    expect(await next('the app', ...stage)).toBe("npx launch-ready review 'the app'");
    expect(await next('.', ...stage)).toBe('npx launch-ready review');
  });

  test('--only and --stage choose checks', async () => {
    leaky();
    const one = reviewIn(await launch(folder.path, ['--json', '--only', 'secrets/secret-in-history']));
    expect(one.checks.map((check) => check.id)).toEqual(['secrets/secret-in-history']);
    const none = reviewIn(await launch(folder.path, ['--json', '--stage', 'handover']));
    expect(none.checks).toEqual([]);
  });
});

describe('secrets', () => {
  test('0 without, 1 with something to fix', async () => {
    folder.write('src/port.ts', 'export const port = 3000;\n');
    commitAll(folder.path);
    expect((await launch(folder.path, ['secrets', '--quiet'])).code).toBe(0);
    leaky();
    const ran = await launch(folder.path, ['secrets', '--quiet']);
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout.split('\n')[0]).toContain('NO-GO');
  });

  test('3 when not everything could be read', async () => {
    folder.write('origin/a.txt', 'one\n');
    commitAll(join(folder.path, 'origin'));
    git(join(folder.path, 'origin'), 'commit', '-q', '--allow-empty', '-m', 'second');
    git(folder.path, 'clone', '-q', '--depth', '1', pathToFileURL(join(folder.path, 'origin')).href, 'shallow');
    expect((await launch(join(folder.path, 'shallow'), ['secrets'])).code).toBe(3);
  });
});

test('--verify --yes with nothing to ask about says so and sends nothing', async () => {
  folder.write('index.js', 'run();\n');
  commitAll(folder.path);
  const ran = await launch(folder.path, ['--verify', '--yes', '--no-save']);
  expect(ran.stderr).toContain('nothing was found that a provider could be asked about');
  expect(ran.code).toBe(3);
});

describe('reports', () => {
  test('files beside the terminal report', async () => {
    leaky();
    const ran = await launch(folder.path, ['--format', 'json=out/deep/r.json', '--format', 'terminal']);
    expect(ran.stdout.split('\n')[0]).toContain('NO-GO');
    expect(JSON.parse(readFileSync(join(folder.path, 'out/deep/r.json'), 'utf8'))).toMatchObject({
      verdict: { decision: 'NO-GO' },
    });
    expect(ran.stderr).toContain('Written: out/deep/r.json');
  });

  test('-o with an ending, and with a folder', async () => {
    leaky();
    await launch(folder.path, ['-o', 'r.json', '--quiet']);
    expect(JSON.parse(readFileSync(join(folder.path, 'r.json'), 'utf8'))).toHaveProperty('verdict');
    await launch(folder.path, ['-o', 'reports/', '--quiet']);
    for (const name of ['html', 'md', 'json', 'sarif', 'junit.xml'])
      expect(existsSync(join(folder.path, 'reports', `launch-ready.${name}`))).toBe(true);
  });

  test('annotations and the step summary', async () => {
    leaky();
    const summary = folder.write('summary.md', 'before\n');
    const ran = await launch(folder.path, ['--format', 'github', '--quiet'], { GITHUB_STEP_SUMMARY: summary });
    expect(ran.stdout).toMatch(/^::error .*file=src\/pay\.ts/m);
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n[\s\S]*NO-GO/);
  });

  test('a file that cannot be written: its path is named, the verdict still printed, exit code 2', async () => {
    leaky();
    for (const path of ['src/pay.ts/r.json', 'src', '/dev/full']) {
      const ran = await launch(folder.path, ['--quiet', '--format', `json=${path}`]);
      expect(ran.stderr).toContain(path);
      expect(ran.stderr.trim().split('\n')).toHaveLength(1);
      expect(ran.stdout.split('\n')[0]).toContain('NO-GO');
      expect(ran.code).toBe(2);
    }
  });
});

describe('evidence', () => {
  test('a saved review is made again, without the folder', async () => {
    leaky();
    const first = reviewIn(await launch(folder.path, ['--json', '--no-save', '--save-evidence', 'e.json']));
    const text = readFileSync(join(folder.path, 'e.json'), 'utf8');
    expect(text).not.toContain(liveKey());
    const again = await launch(folder.path, ['--json', '--from-evidence', 'e.json']);
    expect({ ...reviewIn(again), timings: {} }).toEqual({ ...first, timings: {} });
    expect(again.code).toBe(1);
  });

  test('a file that is none', async () => {
    const ran = await launch(folder.path, [
      '--from-evidence',
      folder.write('e.json', '{"schema":"launch-ready/evidence@9"}'),
    ]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('launch-ready/evidence@1');
  });
});

describe('the last run', () => {
  test('the second run says what is new, open and fixed', async () => {
    leaky();
    expect(reviewIn(await launch(folder.path, ['--json'])).diff).toBeNull();
    expect(git(folder.path, 'status', '--porcelain').stdout).toBe('');
    folder.write('src/mail.ts', `export const key = '${liveKey('second')}';\n`);
    commitAll(folder.path, 'second');
    const second = reviewIn(await launch(folder.path, ['--json']));
    const pathsIn = (state: string) =>
      second.findings.filter((one) => one.state === state).map((one) => one.where.path);
    expect(pathsIn('new')).toEqual(['src/mail.ts']);
    expect(pathsIn('open')).toContain('src/pay.ts');
    expect(second.diff?.fixed).toEqual([]);
  });

  test('--no-save and --no-history keep nothing', async () => {
    leaky();
    await launch(folder.path, ['--no-save']);
    await launch(folder.path, ['--no-history']);
    await launch(folder.path, ['--only', 'M2']);
    expect(existsSync(join(folder.path, '.launch-ready'))).toBe(false);
  });

  test('a hostile link is not followed', async () => {
    leaky();
    mkdirSync(join(folder.path, '..', 'elsewhere'), { recursive: true });
    const elsewhere = workFolder();
    symlinkSync(elsewhere.path, join(folder.path, '.launch-ready'));
    const ran = await launch(folder.path, []);
    expect(ran.stderr).toContain('not kept for the next comparison');
    expect(existsSync(join(elsewhere.path, 'last-review.json'))).toBe(false);
    expect(existsSync(join(elsewhere.path, '.gitignore'))).toBe(false);
    expect(ran.code).toBe(1);
    elsewhere.remove();
  });

  test('one that cannot be read is said and passed over', async () => {
    leaky();
    folder.write('.launch-ready/last-review.json', '{"schema":"launch-ready/review@1.0"}');
    const ran = await launch(folder.path, ['--json']);
    expect(ran.stderr).toContain('The last run cannot be compared with');
    expect(reviewIn(ran).diff).toBeNull();
  });

  test('explain prints one of its findings', async () => {
    leaky();
    const [finding] = reviewIn(await launch(folder.path, ['--json'])).findings;
    const ran = await launch(folder.path, ['explain', finding?.fingerprint ?? '']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('src/pay.ts');
    expect((await launch(folder.path, ['explain', '0'.repeat(16)])).code).toBe(2);
  });
});

describe('baseline and --fail-on', () => {
  test('what the baseline knows is not new', async () => {
    leaky();
    await launch(folder.path, ['--no-save', '--save-baseline']);
    const args = ['--no-save', '--quiet', '--baseline', 'launch-ready.baseline.json', '--fail-on', 'new'];
    expect((await launch(folder.path, args)).code).toBe(0);
    folder.write('src/mail.ts', `export const key = '${liveKey('second')}';\n`);
    commitAll(folder.path, 'second');
    expect((await launch(folder.path, args)).code).toBe(1);
  });

  test('must-fix and any', async () => {
    commitAll(folder.path);
    expect((await launch(folder.path, ['--no-save', '--fail-on', 'must-fix'])).code).toBe(0);
    leaky();
    expect((await launch(folder.path, ['--no-save', '--fail-on', 'must-fix'])).code).toBe(1);
    expect((await launch(folder.path, ['--no-save', '--fail-on', 'any'])).code).toBe(1);
  });

  test('--compare takes any earlier review', async () => {
    leaky();
    await launch(folder.path, ['--no-save', '-o', 'before.json']);
    const review = reviewIn(await launch(folder.path, ['--no-save', '--json', '--compare', 'before.json']));
    expect(review.diff).toMatchObject({ new: [], fixed: [] });
    expect(review.diff?.open.length).toBeGreaterThan(0);
  });
});
