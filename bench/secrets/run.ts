/**
 * Runs launch-ready and its peers over the same repositories, in turn, and prints times, ratios and peak memory.
 *
 *   npm run bench:secrets -- [--rounds 3] <repository> [<repository> …]
 *
 * A repository is a local path (a checkout or a bare clone). Its history is read from a bare clone without a working tree; its
 * newest files are read from a plain folder without `.git`. Nothing is downloaded but the peers. Who ended with an error, or read next
 * to nothing, has no time.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, median, type Command, type Run } from './measure.ts';
import { availablePeers } from './peers.ts';
import { addStandIns } from './stand-ins.ts';

const TIMEOUT = 900_000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
});
const program = join(import.meta.dirname, '../../bin/launch-ready.js');
const peers = availablePeers(join(import.meta.dirname, '../.cache/peers'));
const rounds = Number(values.rounds);
const work = mkdtempSync(join(tmpdir(), 'launch-ready-bench-'));

const evidence = join(work, 'evidence.json');

const ours = (args: readonly string[]): Command => ({
  name: 'launch-ready',
  file: process.execPath,
  args: [program, 'secrets', '--no-save', '--quiet', '--json', '--save-evidence', evidence, ...args],
  // GO, NO-GO and UNDECIDED, which is also the answer where a scan did not come to its end.
  endings: [0, 1, 3],
  holds: () => {
    const { evidence: facts } = JSON.parse(readFileSync(evidence, 'utf8')) as {
      evidence: { 'secrets.coverage': { ok: boolean } };
    };
    rmSync(evidence);
    return facts['secrets.coverage'].ok;
  },
});

/** Every command in turn, so that a change in the machine's speed meets all of them. `least`: megabytes that each must read itself. */
const race = async (title: string, commands: readonly Command[], least = 0): Promise<void> => {
  const runs = new Map<string, Run[]>(commands.map((command) => [command.name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const command of commands) {
      const earlier = runs.get(command.name) ?? [];
      // One round is enough of what takes minutes.
      if (round > 0 && (earlier[0]?.seconds ?? 0) > 120) continue;
      earlier.push(await measure(command, TIMEOUT));
    }
  }
  const own = median((runs.get('launch-ready') ?? []).map((run) => run.seconds));
  console.log(`\n${title}`);
  for (const { name, endings = [0] } of commands) {
    const all = runs.get(name) ?? [];
    const failed = all.find((run) => !endings.includes(run.code) || !run.held || run.read < least);
    if (failed !== undefined) {
      const why =
        endings.includes(failed.code) && failed.held
          ? `read ${failed.read.toFixed(0)} MB`
          : `ended with ${failed.code}`;
      console.log(`  ${name.padEnd(24)} no time: ${why}`);
      continue;
    }
    const seconds = median(all.map((run) => run.seconds));
    const memory = Math.max(...all.map((run) => run.megabytes));
    const ratio = name === 'launch-ready' ? '' : `${(seconds / own).toFixed(1)}× our time`;
    console.log(
      `  ${name.padEnd(24)} ${seconds.toFixed(2).padStart(8)} s  ${memory.toFixed(0).padStart(5)} MB  ${ratio}`,
    );
  }
};

console.log(`${cpus().length} processors, ${cpus()[0]?.model ?? ''}, Node ${process.version}, median of ${rounds}`);
for (const peer of peers) console.log(`  ${peer.name} ${peer.version}`);

await race('  --version against node -e 0', [
  { name: 'launch-ready', file: process.execPath, args: [program, '--version'] },
  { name: 'node -e 0', file: process.execPath, args: ['-e', '0'] },
]);

for (const given of positionals) {
  const source = resolve(given);
  const name = basename(source) === 'repo' ? basename(dirname(source)) : basename(source);
  const bare = join(work, `${name}.git`);
  const tree = join(work, name);
  execFileSync('git', ['clone', '-q', '--bare', '--local', source, bare], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const lost = addStandIns(bare);
  mkdirSync(tree);
  spawnSync('sh', ['-c', `git -C "$1" archive HEAD | tar -x -C "$2"`, 'sh', bare, tree]);
  const size = execFileSync(
    'sh',
    [
      '-c',
      `git -C "$1" cat-file --batch-all-objects --batch-check='%(objecttype) %(objectsize)' | awk '$1=="blob"{n++; s+=$2} END{printf "%d blobs, %d MB", n, s/1e6}'`,
      'sh',
      bare,
    ],
    { encoding: 'utf8' },
  );
  await race(`${name}: whole history (${size}${lost === 0 ? '' : `, a line each for ${lost} that the clone lacks`})`, [
    ours([bare]),
    {
      name: 'git cat-file --batch',
      file: 'sh',
      args: ['-c', `exec git -C "$1" cat-file --batch-all-objects --batch > /dev/null`, 'sh', bare],
    },
    ...peers.flatMap((peer) => (peer.history === undefined ? [] : [peer.history(bare)])),
  ]);
  if (!existsSync(tree)) continue;
  const bytes = Number(execFileSync('du', ['-sb', tree], { encoding: 'utf8' }).split('\t')[0]);
  // A tenth, for pictures are left out by most.
  const least = bytes / 1e6 / 10;
  await race(
    `${name}: working tree (${(bytes / 1e6).toFixed(0)} MB)`,
    [ours([tree]), ...peers.map((peer) => peer.tree(tree))],
    least,
  );
}
rmSync(work, { recursive: true, force: true });
