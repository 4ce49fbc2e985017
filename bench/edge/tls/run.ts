import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../../secrets/measure.ts';
import { compare, type Facts } from './facts.ts';
import { askOurselves } from './ours.ts';
import { reasonFor } from './reasons.ts';
import { nodeAgrees, opensslVerdict } from './referee.ts';
import { unexplained } from '../unexplained.ts';
import { openFaults, type Faulty } from './servers.ts';
import { askSslscan } from './sslscan.ts';
import { askTestssl } from './testssl.ts';

const isThere = (name: string): boolean => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;

interface Tally {
  same: number;
  /** What differs, and why; and where it does. */
  differ: Map<string, string[]>;
  open: number;
  missed: string[];
  /** Theirs over ours, a server each. */
  ratios: number[];
}

const tally = async (
  peer: string,
  { host, port }: Faulty,
  ours: Facts,
  theirs: Facts,
  root: string,
  into: Tally,
): Promise<string> => {
  const { same, differ, onlyOurs, onlyTheirs } = compare(ours, theirs);
  into.same += same;
  into.ratios.push(theirs.seconds / ours.seconds);
  into.missed.push(...onlyTheirs.map((fact) => `${host}: ${fact} = ${theirs.said.get(fact)}`));
  for (const difference of differ) {
    const why = reasonFor(peer, difference);
    if (why === undefined) into.open++;
    const { fact } = difference;
    const third = await thirdOpinion(fact, host, port, root);
    const text = `${fact}: ours ${difference.ours}, theirs ${difference.theirs}${third}\n      ${why ?? unexplained()}`;
    into.differ.set(text, [...(into.differ.get(text) ?? []), host]);
  }
  return `${theirs.seconds.toFixed(2).padStart(7)} s ${String(same).padStart(4)} same ${String(differ.length).padStart(2)} not ${String(onlyOurs.length).padStart(3)} ours alone`;
};

/** Who is neither of the two, where somebody is at hand. */
const thirdOpinion = async (fact: string, host: string, port: number, root: string): Promise<string> => {
  if (fact === 'certificate: is trusted') return ` (OpenSSL: ${opensslVerdict(host, port, root)})`;
  const group = /^group of TLS 1.3: (\w+MLKEM\w+)/.exec(fact)?.[1];
  return group === undefined ? '' : ` (Node’s client ${await nodeAgrees(host, port, group)})`;
};

/** Servers with faults of many kinds, looked at by us, by sslscan and by testssl.sh. */
export const tlsBench = async (quick: boolean): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'launch-ready-tls-'));
  const faults = await openFaults(folder);
  const root = join(folder, 'ca.pem');
  writeFileSync(root, faults.root);
  mkdirSync(join(folder, 'trusted'));
  writeFileSync(join(folder, 'trusted/Bench.pem'), faults.root);
  for (const one of faults.missing) console.log(`  not started, so nobody is asked about it: ${one}`);
  const peers = [
    ...(isThere('sslscan') ? [{ name: 'sslscan', ask: askSslscan, isSlow: false }] : []),
    ...(isThere('testssl') && !quick
      ? [{ name: 'testssl.sh', ask: (one: Faulty) => askTestssl(one, folder), isSlow: true }]
      : []),
  ];
  for (const name of ['sslscan', 'testssl'])
    if (!isThere(name)) console.log(`  ${name} is not installed: nothing is compared with it`);
  const tallies = new Map(
    peers.map(({ name }): [string, Tally] => [name, { same: 0, differ: new Map(), open: 0, missed: [], ratios: [] }]),
  );
  for (const server of faults.servers) {
    const ours = await askOurselves(server, faults.root);
    if (ours === undefined) continue;
    console.log(`  ${server.host} (${server.by}): ${server.faults}`);
    console.log(
      `    launch-ready ${(ours.seconds * 1000).toFixed(0).padStart(5)} ms ${String(ours.said.size).padStart(4)} facts`,
    );
    for (const { name, ask, isSlow } of peers) {
      const into = tallies.get(name);
      if (into === undefined || (isSlow && !server.slow)) continue;
      console.log(`    ${name.padEnd(10)} ${await tally(name, server, ours, await ask(server), root, into)}`);
    }
  }
  for (const [name, { same, differ, open, missed, ratios }] of tallies) {
    console.log(
      `\n  beside ${name}: ${ratios.length} servers, ${same} facts the same, ${[...differ.values()].flat().length} not, ${open} of them unexplained; ${missed.length} of theirs that we do not state`,
    );
    console.log(
      `  its time over ours: ${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}, median ${median(ratios).toFixed(1)}`,
    );
    for (const [text, hosts] of differ) console.log(`    ${hosts.join(', ')}: ${text}`);
    for (const line of missed) console.log(`    said by it alone: ${line}`);
  }
  faults.close();
  rmSync(folder, { recursive: true, force: true });
};
