import { cpSync, mkdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BIN, cleanEnvironment, launch, workFolder } from './testing/run-bin.ts';

const folder = workFolder();
afterAll(folder.remove);

describe('help', () => {
  test.each(['review', 'secrets', 'env', 'gate', 'init', 'explain', 'list', 'tests'])(
    '%s --help has two to four examples',
    async (command) => {
      const ran = await launch(folder.path, [command, '--help']);
      expect(ran.code).toBe(0);
      expect(ran.stderr).toBe('');
      const examples = ran.stdout.split('\n').filter((line) => line.startsWith('  $ launch-ready'));
      expect(examples.length).toBeGreaterThanOrEqual(2);
      expect(examples.length).toBeLessThanOrEqual(4);
    },
  );

  test('names every command', async () => {
    const { stdout } = await launch(folder.path, ['--help']);
    for (const command of ['review', 'secrets', 'env', 'gate', 'init', 'explain', 'list'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });
});

describe('wrong use is one clear line and exit code 2', () => {
  test.each<[string[], RegExp]>([
    [['--jsn'], /unknown option '--jsn'\. Did you mean --json\?/],
    [['secrts'], /no command or folder "secrts"\. Did you mean secrets\?/],
    [['one', 'two'], /too many arguments/],
    [['--only', 'secrets/secret-in-histry'], /Did you mean secrets\/secret-in-history/],
    [['--stage', 'secret'], /no stage "secret"\. Did you mean secrets\?/],
    [['--format', 'pdf'], /no format "pdf": use terminal, html/],
    [['--format', 'html='], /needs a file/],
    [['--format', 'html', '--json'], /Only one format can go to stdout/],
    [['--format', 'html=a', '--format', 'json=a'], /Two reports would be written to a/],
    [['-o', 'report.pdf'], /names no format/],
    [['--fail-on', 'much'], /Allowed choices are must-fix, new, any/],
    [['--width', 'wide'], /whole number from 20 to 1000/],
    [['--baseline', 'gone.json'], /gone\.json could not be read: there is no such file/],
    [['--baseline', 'a', '--compare', 'b'], /--baseline or --compare, not both/],
    [['--from-evidence', 'gone.json'], /gone\.json could not be read/],
    [['--verify'], /nobody is here to be asked: add --yes/],
    [['--config', 'gone.json'], /gone\.json cannot be read/],
    [['help', 'gat'], /no command "gat"\. Did you mean gate\?/],
    [['gate'], /exactly one of --staged/],
    [['gate', '--staged', '--install'], /exactly one of --staged/],
    [['gate', '--staged'], /not in a git checkout/],
    [['explain'], /missing required argument/],
    [['explain', 'secret-in-histry'], /Did you mean secrets\/secret-in-history\?/],
    [['explain', '0123456789abcdef'], /No run was kept in this folder/],
    [['list', 'rulez'], /Allowed choices are checks, rules/],
    [['env', '--yaml'], /unknown option '--yaml'/],
    [['nowhere/at/all'], /There is no folder "nowhere\/at\/all"/],
    [['file.txt'], /"file\.txt" is a file/],
    [['https://github.com/a/b'], /Clone it first/],
  ])('%j', async (args, message) => {
    folder.write('file.txt', 'x');
    const ran = await launch(folder.path, args);
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
    expect(ran.stdout).toBe('');
    expect(ran.code).toBe(2);
  });

  test('what was typed cannot steer the terminal', async () => {
    const ran = await launch(folder.path, ['no\u001b[2Jsuch\nfolder']);
    expect(ran.stderr).not.toContain('\u001b');
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('--verify is refused for a pull request from a fork', async () => {
    const event = folder.write(
      'event.json',
      JSON.stringify({
        pull_request: { head: { repo: { full_name: 'x/app' } }, base: { repo: { full_name: 'us/app' } } },
      }),
    );
    const ran = await launch(folder.path, ['--verify', '--yes'], {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
    });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('pull request from a fork');
  });
});

describe('an old Node', () => {
  const old = folder.write('old.cjs', "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });");
  const run = (script: string, args: readonly string[]) =>
    spawnSync(process.execPath, ['--require', old, script, ...args], {
      cwd: folder.path,
      env: cleanEnvironment(),
      encoding: 'utf8',
    });

  test('outside a checkout gets one friendly line', () => {
    const installed = join(folder.path, 'installed', 'bin');
    mkdirSync(installed, { recursive: true });
    cpSync(dirname(BIN), installed, { recursive: true });
    cpSync(join(dirname(BIN), '..', 'package.json'), join(installed, '..', 'package.json'));
    const ran = run(join(installed, 'launch-ready.js'), []);
    expect(ran.stderr).toMatch(/^launch-ready needs Node 22\.18 or newer; this is Node 20\.20\.2\. .*nodejs\.org.*\n$/);
    expect(ran.stdout).toBe('');
    expect(ran.status).toBe(2);
  });

  test('in a checkout the Node of npm ci takes over, exit code included', () => {
    const ran = run(BIN, ['--jsn']);
    expect(ran.stderr).toContain("unknown option '--jsn'");
    expect(ran.status).toBe(2);
  });
});

test('--version is the version of the package', async () => {
  const ran = await launch(folder.path, ['--version']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await launch(folder.path, ['-v'])).stdout).toBe(ran.stdout);
});
