import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleTrials } from '../../fix/tests/testing/sample-trials.ts';
import { boundaryReview } from '../../report/testing/sample-review.ts';
import { launch, workFolder } from '../testing/run-bin.ts';

let app: ReturnType<typeof workFolder>;
beforeEach(() => {
  app = workFolder();
});
afterEach(() => app.remove());

const AT = 'tests/launch-ready';
const at = (name: string): string => join(app.path, AT, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');

/** A saved review with trials in it, and a package.json. */
const prepare = (manifest: object, change: (review: Record<string, unknown>) => void = () => {}): string => {
  app.write('package.json', JSON.stringify(manifest));
  const review = JSON.parse(JSON.stringify(boundaryReview())) as Record<string, unknown>;
  review['boundary'] = { ...(review['boundary'] as object), trials: sampleTrials() };
  change(review);
  return app.write('review.json', JSON.stringify(review));
};
const NODE = { type: 'module', scripts: { test: 'node --test' } };
const from = ['--from', 'review.json'];

test.each<[string, object, readonly string[], string, RegExp]>([
  ['node:test in an ES module package', NODE, [], 'access.test.js', /^import \{ describe, test \} from 'node:test';$/m],
  ['node:test in CommonJS', { scripts: { test: 'node --test' } }, [], 'access.test.js', /require\('node:test'\)/],
  ['vitest', { devDependencies: { vitest: '4' } }, [], 'access.test.js', /from 'vitest';/],
  [
    'vitest with TypeScript',
    { devDependencies: { vitest: '4', typescript: '5' } },
    [],
    'access.test.ts',
    /interface Row/,
  ],
  ['jest', { devDependencies: { jest: '30' } }, [], 'access.test.js', /require\('node:assert\/strict'\)/],
  [
    'jest with TypeScript',
    { devDependencies: { jest: '30', typescript: '5', 'ts-jest': '29' } },
    [],
    'access.test.ts',
    /from '.\/support'/,
  ],
  [
    'the runner of the scripts before one that is only installed',
    { devDependencies: { vitest: '4' }, scripts: { test: 'jest' } },
    [],
    'access.test.js',
    /PATIENCE/,
  ],
  [
    'another one when asked for',
    { devDependencies: { vitest: '4' }, type: 'module' },
    ['--runner', 'node'],
    'access.test.js',
    /from 'node:test'/,
  ],
])('writes for %s', async (_, manifest, flags, name, pattern) => {
  prepare(manifest);
  const ran = await launch(app.path, ['tests', ...from, ...flags]);
  expect(ran.stderr).toContain('Run them: ');
  expect(ran.code).toBe(0);
  expect(read(name)).toMatch(pattern);
  expect(readdirSync(join(app.path, AT))).toContain('README.md');
});

test('a second run changes nothing, and keeps what somebody has changed', async () => {
  prepare(NODE);
  await launch(app.path, ['tests', ...from]);
  const again = await launch(app.path, ['tests', ...from]);
  expect(again.stdout.split('\n').filter((line) => line !== '' && !line.endsWith('  the same'))).toEqual([]);
  const mine = `${read('access.test.js')}\n// mine\n`;
  writeFileSync(at('access.test.js'), mine);
  prepare(NODE, (review) => {
    const { trials } = review['boundary'] as { trials: ReturnType<typeof sampleTrials> };
    review['boundary'] = { ...(review['boundary'] as object), trials: { ...trials, members: [] } };
  });
  writeFileSync(at('fields.test.js'), 'their own\n');
  const third = await launch(app.path, ['tests', ...from]);
  expect(third.stdout).toContain(`${AT}/access.test.js  kept, changed by you`);
  expect(third.stdout).toContain(`${AT}/support.js  updated`);
  expect(third.stderr).toContain('One file is no longer as written and stays: --force replaces it.');
  expect(read('access.test.js')).toBe(mine);
  expect(read('fields.test.js')).toBe('their own\n');
  const forced = await launch(app.path, ['tests', ...from, '--force']);
  expect(forced.stdout).toContain(`${AT}/access.test.js  replaced`);
  expect(read('access.test.js')).not.toContain('// mine');
});

test('--dry-run writes nothing, --json says it to programs', async () => {
  prepare(NODE);
  const dry = await launch(app.path, ['tests', ...from, '--dry-run']);
  expect(dry.stdout).toContain(`${AT}/support.js  would be written`);
  expect(existsSync(join(app.path, 'tests'))).toBe(false);
  const json = await launch(app.path, ['tests', ...from, '--json', '--folder', 'spec/access']);
  expect(JSON.parse(json.stdout)).toMatchObject({
    runner: 'node',
    folder: 'spec/access',
    written: true,
    command: 'node --test spec/access/*.test.js',
  });
  expect(existsSync(join(app.path, 'spec/access/support.js'))).toBe(true);
});

test('takes the last review of the folder', async () => {
  app.write('.launch-ready/last-review.json', readFileSync(prepare(NODE), 'utf8'));
  const ran = await launch(app.path, ['tests']);
  expect(ran.code).toBe(0);
  expect(existsSync(at('support.js'))).toBe(true);
});

describe('one clear sentence where it cannot', () => {
  const said = async (args: readonly string[]): Promise<string> => {
    const ran = await launch(app.path, ['tests', ...args]);
    if (ran.code !== 2 || existsSync(join(app.path, 'tests'))) throw new Error(`it went on: ${ran.stdout}`);
    if (ran.stderr.trim().includes('\n')) throw new Error(`more than one sentence: ${ran.stderr}`);
    return ran.stderr;
  };

  test('there is no review', async () => {
    expect(await said([])).toContain('There is no review to write tests from');
  });

  test('the review did not look at the running app', async () => {
    prepare(NODE, (review) => delete review['boundary']);
    expect(await said(from)).toContain('did not look at the running app');
  });

  test('an older review', async () => {
    prepare(NODE, (review) => delete (review['boundary'] as Record<string, unknown>)['trials']);
    expect(await said(from)).toContain('review the running app again');
  });

  test('trials that are none', async () => {
    prepare(NODE, (review) => {
      review['boundary'] = {
        ...(review['boundary'] as object),
        trials: { ...sampleTrials(), webhooks: [{ scheme: 'x' }] },
      };
    });
    expect(await said(from)).toContain('webhooks[0]');
  });

  test('no runner', async () => {
    prepare({});
    expect(await said(from)).toContain('--runner vitest, jest or node');
  });

  test.each(['..', '../elsewhere', '/tmp/elsewhere', '.'])('a folder outside: %s', async (folder) => {
    prepare(NODE);
    expect(await said([...from, '--folder', folder])).toContain('tests are written nowhere else');
  });
});

test.each([
  ['the folder', 'tests'],
  ['a folder in it', AT],
  ['a file in it', `${AT}/support.js`],
])('a link is not followed: %s', async (_, link) => {
  const elsewhere = workFolder();
  try {
    prepare(NODE);
    const target = link.endsWith('.js') ? elsewhere.write('support.js', 'theirs\n') : elsewhere.path;
    mkdirSync(join(app.path, link, '..'), { recursive: true });
    symlinkSync(target, join(app.path, link));
    const ran = await launch(app.path, ['tests', ...from, '--force']);
    expect(ran.code).toBe(2);
    expect(readdirSync(elsewhere.path)).toEqual(link.endsWith('.js') ? ['support.js'] : []);
    const theirs = link.endsWith('.js') ? readFileSync(target, 'utf8') : 'theirs\n';
    expect(theirs).toBe('theirs\n');
  } finally {
    elsewhere.remove();
  }
});
