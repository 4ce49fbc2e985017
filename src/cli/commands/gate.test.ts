import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { git, launch, workFolder } from '../testing/run-bin.ts';
import { commitAll, liveKey } from '../testing/sample-app.ts';

let folder = workFolder();
beforeEach(() => {
  folder = workFolder();
  folder.write('index.js', 'run();\n');
  commitAll(folder.path);
});
afterEach(() => folder.remove());

const leak = (name = 'src/pay.js'): void => void folder.write(name, `const key = '${liveKey()}';\n`);

describe('--staged and --diff', () => {
  test('a clean change passes in one line', async () => {
    folder.write('index.js', 'run(1);\n');
    git(folder.path, 'add', '-A');
    const ran = await launch(folder.path, ['gate', '--staged']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toBe('ok No secret and no env file in what you are about to commit (1 file).\n');
  });

  test('a staged secret and an env file are refused; the value is not shown', async () => {
    leak();
    folder.write('.env.production', 'PORT=3000\n');
    git(folder.path, 'add', '-A');
    const ran = await launch(folder.path, ['gate', '--staged']);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('1 secret and 1 env file');
    expect(ran.stdout).toContain('src/pay.js:1');
    expect(ran.stdout).toContain('git rm --cached -- .env.production');
    expect(ran.stdout).not.toContain(liveKey());
    expect(ran.stdout.split('\n').length).toBeLessThan(10);
  });

  test('what is not staged does not count', async () => {
    leak();
    expect((await launch(folder.path, ['gate', '--staged'])).code).toBe(0);
  });

  test('--diff sees what a branch added, from a folder inside too, and JSON is pure', async () => {
    git(folder.path, 'checkout', '-q', '-b', 'topic');
    leak();
    commitAll(folder.path, 'second');
    const ran = await launch(join(folder.path, 'src'), ['gate', '--diff', 'main', '--json']);
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      refused: true,
      files: 1,
      hits: [{ kind: 'secret', path: 'src/pay.js', line: 1 }],
    });
    expect((await launch(folder.path, ['gate', '--diff', 'topic'])).code).toBe(0);
  });

  test('a base that does not exist is a failure, not a pass', async () => {
    const ran = await launch(folder.path, ['gate', '--diff', 'origin/nowhere']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('could not be checked');
  });

  test('annotations in GitHub Actions, with a path that tries to be a command', async () => {
    const name = '::set-output name=x,y::\n::error::z.js';
    leak(name);
    git(folder.path, 'add', '-A');
    const { stdout } = await launch(folder.path, ['gate', '--staged'], { GITHUB_ACTIONS: 'true' });
    const commands = stdout.split('\n').filter((line) => /^\s*::/.test(line));
    expect(commands).toHaveLength(1);
    expect(commands[0]).toMatch(
      /^::error file=%3A%3Aset-output name=x%2Cy%3A%3A%0A%3A%3Aerror%3A%3Az\.js,line=1,title=/,
    );
  });

  test('paths that the config excludes do not count, and that is said', async () => {
    leak('fixtures/pay.js');
    folder.write('launch-ready.config.json', '{"secrets":{"exclude":["fixtures/**"]}}');
    git(folder.path, 'add', '-A');
    const ran = await launch(folder.path, ['gate', '--staged']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('because the config excludes the path: 1.');
    leak('src/pay.js');
    git(folder.path, 'add', '-A');
    expect((await launch(folder.path, ['gate', '--staged'])).code).toBe(1);
  });

  test('a hundred leaks are still a short answer', async () => {
    for (let i = 0; i < 100; i++) folder.write(`src/${i}.js`, `const key = '${liveKey(String(i))}';\n`);
    git(folder.path, 'add', '-A');
    const { stdout, code } = await launch(folder.path, ['gate', '--staged']);
    expect(code).toBe(1);
    expect(stdout).toContain('100 secrets');
    expect(stdout.split('\n').length).toBeLessThan(16);
  });
});

describe('the pre-commit hook', () => {
  const hook = (): string => join(folder.path, '.git/hooks/pre-commit');
  const commit = (...args: string[]) => git(folder.path, 'commit', '-q', '-m', 'try', ...args);

  test('refuses a real commit, lets a clean one through, and goes away again', async () => {
    const installed = await launch(folder.path, ['gate', '--install']);
    expect(installed).toMatchObject({ code: 0, stderr: '' });
    const first = readFileSync(hook(), 'utf8');
    await launch(folder.path, ['gate', '--install']);
    expect(readFileSync(hook(), 'utf8')).toBe(first);

    leak();
    git(folder.path, 'add', '-A');
    const refused = commit();
    expect(refused.code).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain('STOP');
    expect(git(folder.path, 'rev-list', '--count', 'HEAD').stdout).toBe('1\n');

    folder.write('src/pay.js', 'const key = process.env.KEY;\n');
    git(folder.path, 'add', '-A');
    expect(commit().code).toBe(0);

    expect((await launch(folder.path, ['gate', '--uninstall'])).code).toBe(0);
    expect(existsSync(hook())).toBe(false);
    leak();
    git(folder.path, 'add', '-A');
    expect(commit().code).toBe(0);
  });

  test('sees what `git commit -a` and `git commit <file>` are about to commit', async () => {
    await launch(folder.path, ['gate', '--install']);
    folder.write('index.js', `const key = '${liveKey()}';\n`);
    expect(commit('-a').code).not.toBe(0);
    expect(commit('index.js').code).not.toBe(0);
    expect(git(folder.path, 'rev-list', '--count', 'HEAD').stdout).toBe('1\n');
  });

  test('works in a linked worktree', async () => {
    await launch(folder.path, ['gate', '--install']);
    git(folder.path, 'worktree', 'add', '-q', 'tree', '-b', 'other');
    const tree = join(folder.path, 'tree');
    folder.write('tree/pay.js', `const key = '${liveKey()}';\n`);
    git(tree, 'add', 'pay.js');
    expect(git(tree, 'commit', '-q', '-m', 'try').code).not.toBe(0);
  });

  test('an existing hook keeps its text, its mode and its say, even when it ends in exec', async () => {
    mkdirSync(join(folder.path, '.git/hooks'), { recursive: true });
    const before = '#!/usr/bin/env bash\nset -e\ntouch ran\nexec true\n';
    folder.write('.git/hooks/pre-commit', before, 0o750);
    await launch(folder.path, ['gate', '--install']);
    expect(statSync(hook()).mode & 0o777).toBe(0o751);
    leak();
    git(folder.path, 'add', '-A');
    expect(commit().code).not.toBe(0);
    git(folder.path, 'rm', '-q', '-f', '--cached', 'src/pay.js');
    git(folder.path, 'commit', '-q', '--allow-empty', '-m', 'clean');
    expect(existsSync(join(folder.path, 'ran'))).toBe(true);
    await launch(folder.path, ['gate', '--uninstall']);
    expect(readFileSync(hook(), 'utf8')).toBe(before);
  });

  test('a hook that is no shell script is left alone', async () => {
    folder.write('.git/hooks/pre-commit', '#!/usr/bin/env python3\nprint(1)\n', 0o755);
    const ran = await launch(folder.path, ['gate', '--install']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('is not a shell script');
    expect(readFileSync(hook(), 'utf8')).toBe('#!/usr/bin/env python3\nprint(1)\n');
  });

  test.each(['.husky/_', '.husky'])(
    'husky (core.hooksPath %s): .husky/pre-commit, without paths of this machine',
    async (path) => {
      git(folder.path, 'config', 'core.hooksPath', path);
      folder.write('.husky/pre-commit', 'npm test\n', 0o755);
      await launch(folder.path, ['gate', '--install']);
      const text = readFileSync(join(folder.path, '.husky/pre-commit'), 'utf8');
      expect(text).toContain('gate --staged');
      expect(text.endsWith('npm test\n')).toBe(true);
      expect(text).not.toContain(process.execPath);
    },
  );

  test('hooks outside the checkout are not touched', async () => {
    const outside = workFolder();
    git(folder.path, 'config', 'core.hooksPath', outside.path);
    const ran = await launch(folder.path, ['gate', '--install']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('outside this checkout');
    expect(existsSync(join(outside.path, 'pre-commit'))).toBe(false);
    outside.remove();
  });

  test('--uninstall without a hook changes nothing', async () => {
    const ran = await launch(folder.path, ['gate', '--uninstall']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('nothing was changed');
  });
});
