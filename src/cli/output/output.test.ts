import { spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textWidth } from '../../report/terminal/text-width.ts';
import { BIN, cleanEnvironment, launch, workFolder } from '../testing/run-bin.ts';
import { commitAll, liveKey } from '../testing/sample-app.ts';

const folder = workFolder();
beforeAll(() => {
  folder.write('src/pay.ts', `export const key = '${liveKey()}';\n`);
  commitAll(folder.path);
});
afterAll(folder.remove);

const ESCAPE = '\u001b';

/** Runs the program on a terminal of its own; what it prints on stdout and stderr comes mixed. */
const onTerminal = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
  spawnSync('script', ['-qec', [process.execPath, BIN, ...args].join(' '), '/dev/null'], {
    cwd: folder.path,
    env: cleanEnvironment({ TERM: 'xterm-256color', ...env }),
    encoding: 'utf8',
    input: '',
  }).stdout;
const noTerminal = spawnSync('script', ['--version']).error !== undefined;

describe('colour', () => {
  test('none in a pipe, colour with FORCE_COLOR, none with NO_COLOR or --no-color', async () => {
    expect((await launch(folder.path, ['--no-save'])).stdout).not.toContain(ESCAPE);
    expect((await launch(folder.path, ['--no-save'], { FORCE_COLOR: '1' })).stdout).toContain(ESCAPE);
    expect((await launch(folder.path, ['--no-save'], { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain(
      ESCAPE,
    );
    expect((await launch(folder.path, ['--no-save', '--no-color'], { FORCE_COLOR: '1' })).stdout).not.toContain(ESCAPE);
  });

  test.skipIf(noTerminal)('on a terminal, unless it is dumb or NO_COLOR is set', () => {
    expect(onTerminal(['--no-save', '--quiet'])).toContain(`${ESCAPE}[`);
    expect(onTerminal(['--no-save', '--quiet'], { NO_COLOR: '1' })).not.toContain(ESCAPE);
    expect(onTerminal(['--no-save', '--quiet'], { TERM: 'dumb' })).not.toContain(ESCAPE);
  });
});

describe('progress', () => {
  test.skipIf(noTerminal)('a live window on a terminal, which gives the cursor back; plain lines in CI', () => {
    const live = onTerminal(['--no-save']);
    expect(live).toContain(`${ESCAPE}[?25l`);
    expect(live.lastIndexOf(`${ESCAPE}[?25h`)).toBeGreaterThan(live.lastIndexOf(`${ESCAPE}[?25l`));
    const plain = onTerminal(['--no-save'], { CI: 'true' });
    expect(plain).not.toContain(`${ESCAPE}[?25l`);
    expect(plain).toMatch(/Working tree.* \(\d/);
  });

  test('nothing on stderr with --quiet', async () => {
    expect((await launch(folder.path, ['--no-save', '--quiet'])).stderr).toBe('');
  });
});

test.skipIf(noTerminal)('nothing but ASCII where the locale says so, in the report and in the progress', () => {
  expect(onTerminal(['--no-save', '--no-color'], { LANG: 'C' })).toMatch(/^[\x20-\x7e\s]*$/);
  expect(onTerminal(['--no-save', '--no-color', '--quiet'], { LANG: 'C', LC_ALL: 'C.UTF-8' })).toContain('✖ NO-GO');
});

test('the last line is one command, alone', async () => {
  const lines = (await launch(folder.path, ['--no-save', '--quiet'])).stdout.split('\n');
  expect(lines.slice(-2)).toEqual([expect.stringMatching(/^npx launch-ready \S.*$/), '']);
  expect(lines.at(-3)).toBe('NEXT');
});

test('--width bounds the lines of prose', async () => {
  const { stdout } = await launch(folder.path, ['--no-save', '--width', '60']);
  const prose = stdout.split('\n').filter((line) => !/npx |git |https:/.test(line));
  expect(Math.max(...prose.map(textWidth))).toBeLessThanOrEqual(60);
});

test('a reader that goes away ends the printing without a word', async () => {
  const ran = spawnSync(
    'sh',
    ['-c', `"$0" "$1" list rules | head -n 1; "$0" "$1" --no-save --quiet | true`, process.execPath, BIN],
    {
      cwd: folder.path,
      env: cleanEnvironment(),
      encoding: 'utf8',
    },
  );
  expect(ran.stderr).toBe('');
  expect(ran.stdout.trim().split('\n')).toHaveLength(1);
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind stdout is exit code 2 with one line', () => {
  const ran = spawnSync(process.execPath, [BIN, '--no-save', '--quiet'], {
    cwd: folder.path,
    env: cleanEnvironment(),
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    encoding: 'utf8',
  });
  expect(ran.stderr).toBe('The report could not be printed: the disk is full.\n');
  expect(ran.status).toBe(2);
});
