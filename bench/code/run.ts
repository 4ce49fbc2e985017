/**
 * The whole static review of a repository, audit and secrets, as a user runs it: first time and again with nothing changed; beside Semgrep, and beside
 * what it takes to parse the same files and do nothing else.
 *
 *   npm run bench:code -- [--rounds 3] [--rules <folder>] [--no-semgrep] [<repository> …]
 *
 * A repository is a local path; its newest files are read from a plain folder without `.git`, since the others read no history. Without one, the
 * newest Langfuse is cloned. `--rules`: Semgrep's rule files, such as `javascript` and `typescript` of a clone of semgrep-rules.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isSource } from '../../src/collect/code/program/source-files.ts';
import { walk } from '../../src/collect/repo/walk.ts';
import { measure, median, type Command, type Run } from '../secrets/measure.ts';
import { installSemgrep, scanBy } from './semgrep.ts';

const TIMEOUT = 3_600_000;
const DEFAULT = 'https://github.com/langfuse/langfuse';
const CACHE = join(import.meta.dirname, '../.cache');
const PROGRAM = join(import.meta.dirname, '../../bin/launch-ready.js');
const CODE = /\.(?:[cm]?[jt]s|[jt]sx)$/;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    rules: { type: 'string' },
    'no-semgrep': { type: 'boolean', default: false },
  },
});
const work = mkdtempSync(join(tmpdir(), 'launch-ready-bench-'));

/** Its newest files in a folder of their own. */
const treeOf = (source: string): string => {
  const tree = join(work, basename(source) === 'repo' ? basename(resolve(source, '..')) : basename(source));
  mkdirSync(tree);
  const isBare = existsSync(join(source, 'objects'));
  if (!isBare && !existsSync(join(source, '.git'))) copied(source, tree);
  else {
    const { status } = spawnSync('bash', [
      '-o',
      'pipefail',
      '-c',
      'git -C "$1" archive HEAD | tar -x -C "$2"',
      'sh',
      source,
      tree,
    ]);
    // A partial clone lacks objects; what is checked out is there.
    if (status !== 0 && !isBare) copied(source, tree);
  }
  return tree;
};

const copied = (source: string, tree: string): void =>
  cpSync(source, tree, { recursive: true, filter: (path) => !['node_modules', '.git'].includes(basename(path)) });

const cloned = (): string => {
  const into = join(CACHE, 'langfuse');
  if (!existsSync(into)) execFileSync('git', ['clone', '-q', '--depth', '1', DEFAULT, into], { stdio: 'inherit' });
  return into;
};

const ours = (tree: string, name: string, more: readonly string[]): Command => ({
  name,
  file: process.execPath,
  args: [PROGRAM, tree, '--stage', 'audit,secrets', '--no-save', '--quiet', '--json', ...more],
  // GO, NO-GO and UNDECIDED.
  endings: [0, 1, 3],
});

const parsing = (name: string, tree: string, files: readonly string[]): Command => {
  const list = join(work, `${basename(tree)}-${files.length}.txt`);
  writeFileSync(list, files.map((path) => join(tree, path)).join('\n'));
  return { name, file: process.execPath, args: [join(import.meta.dirname, 'parse.ts'), list] };
};

const show = (name: string, all: readonly Run[], endings: readonly number[], base: Run): void => {
  const failed = all.find(({ code }) => !endings.includes(code));
  if (failed !== undefined) return console.log(`  ${name.padEnd(34)} no time: ended with ${failed.code}`);
  const seconds = median(all.map((run) => run.seconds));
  const cpu = median(all.map((run) => run.cpu));
  const peak = Math.max(...all.map((run) => run.megabytes));
  const share = (own: number, other: number): string => `${(own / other).toFixed(2)}×`.padStart(8);
  console.log(
    `  ${name.padEnd(34)} ${seconds.toFixed(2).padStart(8)} s ${share(seconds, base.seconds)}   processor ${cpu.toFixed(2).padStart(7)} s ${share(cpu, base.cpu)}   ${peak.toFixed(0).padStart(5)} MB`,
  );
};

const semgrep = values['no-semgrep'] ? undefined : installSemgrep(join(CACHE, 'peers/semgrep'), values.rules);
console.log(
  `${cpus().length} processors, ${cpus()[0]?.model ?? ''}, Node ${process.version}, median of ${values.rounds}`,
);
if (semgrep !== undefined) console.log(`Semgrep ${semgrep.version}, rules: ${semgrep.about}`);

for (const source of positionals.length > 0 ? positionals.map((path) => resolve(path)) : [cloned()]) {
  const tree = treeOf(source);
  const { files } = await walk(tree, new AbortController().signal);
  const code = files.filter((path) => CODE.test(path));
  const audited = code.filter(isSource);
  const commands: Command[] = [
    ours(tree, 'launch-ready, first', ['--no-cache']),
    ours(tree, 'launch-ready, nothing changed', []),
    parsing('oxc-parser, what all of them read', tree, code),
    parsing('oxc-parser, what the audit parses', tree, audited),
    ...(semgrep === undefined ? [] : [scanBy(semgrep, tree)]),
  ];
  process.env['XDG_CACHE_HOME'] = join(work, 'cache');
  // Fills what is kept.
  await measure(ours(tree, 'once', []), TIMEOUT);
  const runs = new Map<string, Run[]>(commands.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++)
    for (const command of commands) {
      const earlier = runs.get(command.name) ?? [];
      // One round is enough of what takes minutes.
      if (round === 0 || (earlier[0]?.seconds ?? 0) < 120) earlier.push(await measure(command, TIMEOUT));
    }
  const own = runs.get('launch-ready, first') ?? [];
  const base = { ...own[0]!, seconds: median(own.map((run) => run.seconds)), cpu: median(own.map((run) => run.cpu)) };
  console.log(
    `\n${basename(tree)}: ${files.length} files, ${code.length} of code, ${audited.length} audited; load ${loadavg()[0]?.toFixed(1)}`,
  );
  for (const { name, endings = [0] } of commands) show(name, runs.get(name) ?? [], endings, base);
}
rmSync(work, { recursive: true, force: true });
