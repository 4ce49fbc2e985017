/**
 * Runs launch-ready and its peers over the same repositories, in turn, and prints times, ratios and peak memory.
 *
 *   npm run bench:secrets -- [--rounds 3] <repository> [<repository> …]
 *
 * A repository is a local path (a checkout or a bare clone). Its history is read from a bare clone without a working tree; its
 * newest files are read from a plain folder without `.git`. Nothing is downloaded but the peers.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, median, type Command, type Run } from './measure.ts';
import { availablePeers } from './peers.ts';

const TIMEOUT = 900_000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
});
const program = join(import.meta.dirname, '../../bin/launch-ready.js');
const peers = availablePeers(join(import.meta.dirname, '../.cache/peers'));
const rounds = Number(values.rounds);
const work = mkdtempSync(join(tmpdir(), 'launch-ready-bench-'));

const ours = (args: readonly string[]): Command => ({
  name: 'launch-ready',
  file: process.execPath,
  args: [program, 'secrets', '--no-save', '--quiet', '--json', ...args],
});

/** Every command in turn, so that a change in the machine's speed meets all of them. */
const race = async (title: string, commands: readonly Command[]): Promise<void> => {
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
  for (const [name, all] of runs) {
    const seconds = median(all.map((run) => run.seconds));
    const memory = Math.max(...all.map((run) => run.megabytes));
    const ratio = name === 'launch-ready' ? '' : `${(seconds / own).toFixed(1)}× our time`;
    const ended = all.every((run) => run.code === 0 || run.code < 4 || name === 'kingfisher')
      ? ''
      : ` (ended with ${all[0]?.code})`;
    console.log(
      `  ${name.padEnd(24)} ${seconds.toFixed(2).padStart(8)} s  ${memory.toFixed(0).padStart(5)} MB  ${ratio}${ended}`,
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
  await race(`${name}: whole history (${size})`, [
    ours([bare]),
    {
      name: 'git cat-file --batch',
      file: 'sh',
      args: ['-c', `exec git -C "$1" cat-file --batch-all-objects --batch > /dev/null`, 'sh', bare],
    },
    ...peers.flatMap((peer) => (peer.history === undefined ? [] : [peer.history(bare)])),
  ]);
  if (existsSync(tree)) await race(`${name}: working tree`, [ours([tree]), ...peers.map((peer) => peer.tree(tree))]);
}
rmSync(work, { recursive: true, force: true });
