import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from '../secrets/measure.ts';

export interface Semgrep {
  program: string;
  version: string;
  /** Folder of rule files. */
  rules: string;
  /** What they are. */
  about: string;
}

/**
 * Newest Semgrep from PyPI, kept for the next run. Rules are files here, since the registry wants the network at each scan: those of a folder, or those
 * that njsscan brings along from PyPI, which are for JavaScript and are here asked of TypeScript too. Throws what pip said when it cannot be had.
 */
export const installSemgrep = (into: string, given: string | undefined): Semgrep => {
  const program = join(into, 'bin/semgrep');
  if (!existsSync(program)) {
    mkdirSync(into, { recursive: true });
    must('python3', ['-m', 'venv', into]);
    must(join(into, 'bin/pip'), ['install', '-q', 'semgrep', 'njsscan']);
  }
  const version = must(program, ['--version', '--disable-version-check']).trim();
  if (given !== undefined) return { program, version, rules: resolve(given), about: given };
  const packages = must(join(into, 'bin/python'), [
    '-c',
    'import njsscan; print(njsscan.__path__[0], njsscan.__version__)',
  ]);
  const [folder = '', release = ''] = packages.trim().split(' ');
  const rules = join(into, 'rules');
  cpSync(join(folder, 'rules/semantic_grep'), rules, { recursive: true });
  for (const name of readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.yaml'))) {
    const text = readFileSync(join(rules, name), 'utf8');
    const both = text.replaceAll(/^( *)- javascript$/gm, '$1- javascript\n$1- typescript');
    writeFileSync(join(rules, name), both);
  }
  return { program, version, rules, about: `those of njsscan ${release}, for TypeScript too` };
};

export const scanBy = ({ program, rules }: Semgrep, folder: string): Command => ({
  name: 'semgrep',
  file: program,
  args: `scan --metrics off --disable-version-check --no-git-ignore --quiet --json --output /dev/null --jobs ${cpus().length}`
    .split(' ')
    .concat('--config', rules, folder),
});

const must = (file: string, args: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync(file, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error((error?.message ?? stderr).trim().split('\n').at(-1));
  return stdout;
};
