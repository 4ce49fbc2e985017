/** How long it takes: TLS of one server, surveyed by us, by sslscan and by testssl.sh, and the whole of stage 2 on Bazaar's surface of eight hosts. */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { makeAuthority } from '../../src/net/testing/authority.ts';
import { openWorld } from '../../tools/bazaar/edge/open-world.ts';
import { measure, median, type Command, type Run } from '../secrets/measure.ts';

const TIMEOUT = 900_000;
const HOST = 'shop.test';
const ROOT = join(import.meta.dirname, '../..');

/** The server answers while the peers run beside it, so none of them may be waited for without turning the loop. */
const timed = async (command: Command, rounds: number): Promise<Run[]> => {
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round++) {
    runs.push(await measure(command, TIMEOUT));
    // Once is enough of what takes minutes.
    if ((runs[0]?.seconds ?? 0) > 20) break;
  }
  return runs;
};

const isThere = (name: string): boolean => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;

interface Look {
  milliseconds: number;
  greetings: number;
}

const lookOnce = async (args: readonly string[]): Promise<Look> => {
  const looked = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, (_, stdout) => resolve(stdout));
  });
  return JSON.parse(looked) as Look;
};

const servedTls = async (rounds: number, quick: boolean): Promise<void> => {
  const authority = await makeAuthority();
  const issued = await authority.issue({ names: [HOST], days: 90, age: 10, chain: true });
  const options = { ...issued, minVersion: 'TLSv1', ciphers: 'ECDHE+AES:@SECLEVEL=0' } as const;
  const server = createServer(options, (_, response) => response.end('shop'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const at = `127.0.0.1:${port}`;
  const commands: Command[] = [
    {
      name: 'launch-ready',
      file: process.execPath,
      args: [join(import.meta.dirname, 'look.ts'), '127.0.0.1', String(port), HOST],
    },
    ...(isThere('sslscan')
      ? [{ name: 'sslscan', file: 'sslscan', args: ['--no-colour', `--sni-name=${HOST}`, at] }]
      : []),
    ...(isThere('testssl') && !quick
      ? [
          {
            name: 'testssl.sh',
            file: 'testssl',
            args: ['--quiet', '--color', '0', '--warnings', 'batch', at],
          },
        ]
      : []),
  ];
  const medians = new Map<string, number>();
  for (const command of commands) {
    const runs = await timed(command, rounds);
    const seconds = median(runs.map((run) => run.seconds));
    medians.set(command.name, seconds);
    console.log(`  ${command.name.padEnd(14)} ${seconds.toFixed(2).padStart(8)} s   ended with ${runs[0]?.code}`);
  }
  const looks: Look[] = [];
  for (let round = 0; round < rounds; round++) looks.push(await lookOnce([...(commands[0]?.args ?? [])]));
  const own = median(looks.map(({ milliseconds }) => milliseconds)) / 1000;
  console.log(
    `  launch-ready without the start of Node: ${(own * 1000).toFixed(0)} ms, ${looks[0]?.greetings} greetings`,
  );
  for (const [name, seconds] of medians)
    if (name !== 'launch-ready') console.log(`  ${name} takes ${(seconds / own).toFixed(1)} times as long`);
  server.closeAllConnections();
  server.close();
};

const wholeStage = async (rounds: number): Promise<void> => {
  const world = await openWorld(join(ROOT, 'examples/bazaar'));
  const args = [
    join(ROOT, 'bin/launch-ready.js'),
    'edge',
    'bazaar.test',
    ...world.options,
    '--json',
    '--quiet',
    '--no-save',
  ];
  const runs = await timed({ name: 'edge', file: process.execPath, args, endings: [0, 1, 3] }, rounds);
  console.log(`  eight hosts, all of stage 2: ${median(runs.map((run) => run.seconds)).toFixed(2)} s`);
  await world.close();
};

export const speedBench = async (rounds: number, quick: boolean): Promise<void> => {
  const version = isThere('sslscan')
    ? /\d+(?:\.\d+)+/.exec(execFileSync('sslscan', ['--version'], { encoding: 'utf8' }))?.[0]
    : undefined;
  console.log(version === undefined ? '  sslscan is not installed' : `  sslscan ${version}`);
  if (!isThere('testssl')) console.log('  testssl.sh is not installed');
  await servedTls(rounds, quick);
  await wholeStage(rounds);
};
