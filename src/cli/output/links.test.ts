import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { git, launch, workFolder } from '../testing/run-bin.ts';
import { commitAll } from '../testing/sample-app.ts';

let app: ReturnType<typeof workFolder>;
let elsewhere: ReturnType<typeof workFolder>;
beforeEach(() => {
  app = workFolder();
  elsewhere = workFolder();
  app.write('src/a.ts', 'export const a = 1;\n');
  elsewhere.write('precious.txt', 'mine\n');
});
afterEach(() => {
  app.remove();
  elsewhere.remove();
});

const link = (name: string, to = join(elsewhere.path, 'precious.txt')): void => symlinkSync(to, join(app.path, name));
const untouched = (): void => {
  expect(readdirSync(elsewhere.path)).toEqual(['precious.txt']);
  expect(readFileSync(join(elsewhere.path, 'precious.txt'), 'utf8')).toBe('mine\n');
};

describe('a link in the reviewed folder does not choose what is written', () => {
  test.each([
    ['a report', 'report.html', ['--format', 'html=report.html']],
    ['a baseline', 'launch-ready.baseline.json', ['--save-baseline']],
    ['evidence', 'evidence.json', ['--save-evidence', 'evidence.json']],
  ])('%s', async (_, name, flags) => {
    link(name);
    const ran = await launch(app.path, ['.', '--no-save', ...flags]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(`${name} is a link in the reviewed folder`);
    expect(ran.stdout).toContain('UNDECIDED');
    untouched();
  });

  test('a folder on the way, named from outside', async () => {
    link('reports', elsewhere.path);
    const ran = await launch(elsewhere.path, [app.path, '--no-save', '-o', join(app.path, 'reports/new/r.html')]);
    expect(ran.code).toBe(2);
    untouched();
  });

  test('environment documents', async () => {
    app.write('.env', 'PORT=3000\n');
    link('docs', elsewhere.path);
    const ran = await launch(app.path, ['env', '.', '--write', 'docs']);
    expect(ran.code).toBe(2);
    untouched();
  });

  test('a config to be written that leads to nothing yet', async () => {
    link('launch-ready.config.ts', join(elsewhere.path, 'new.ts'));
    const ran = await launch(app.path, ['init', '.']);
    expect(ran.code).toBe(2);
    untouched();
  });

  test.each([
    ['.husky', '.husky'],
    ['.git/hooks', '.git/hooks'],
  ])('the hook, where %s leads elsewhere', async (_, folder) => {
    commitAll(app.path);
    if (folder === '.git/hooks') git(app.path, 'config', 'core.hooksPath', join(app.path, '.git/hooks2'));
    link(folder === '.git/hooks' ? '.git/hooks2' : folder, elsewhere.path);
    const ran = await launch(app.path, ['gate', '--install']);
    expect(ran.code).toBe(2);
    untouched();
  });
});

test('the gate does not leave the folder for a work tree that the repository names', async () => {
  commitAll(app.path);
  commitAll(elsewhere.path);
  mkdirSync(join(elsewhere.path, '.husky'));
  git(app.path, 'config', 'core.worktree', elsewhere.path);
  const ran = await launch(app.path, ['gate', '--install']);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('work tree is elsewhere');
  expect(existsSync(join(elsewhere.path, '.husky', 'pre-commit'))).toBe(false);
});

test('a link of the user’s own, outside of the reviewed folder, is followed', async () => {
  symlinkSync(join(elsewhere.path, 'precious.txt'), join(elsewhere.path, 'report.html'));
  const ran = await launch(elsewhere.path, [app.path, '--no-save', '-o', 'report.html']);
  expect(ran.stderr).toContain('Written: report.html');
  expect(readFileSync(join(elsewhere.path, 'precious.txt'), 'utf8')).toContain('<html');
});
