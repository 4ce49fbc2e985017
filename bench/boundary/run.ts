/**
 * The boundary probes on Bazaar: how long, with how many requests, and how near to what undici alone reaches; beside them Schemathesis and ZAP on copies
 * with a flaw in them. What is measured here is on loopback, and ends by itself.
 *
 *   npm run bench:boundary                    all
 *   npm run bench:boundary -- --no-peers      without the flawed copies
 *   npm run bench:boundary -- --embedded      on the embedded database of `npm start` too
 *   npm run bench:boundary -- --rounds 5 --seconds 60 --examples 3 <flaw> …
 */
import { rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { removeSeeded } from '../../tools/bazaar/boot-copy.ts';
import { removeOriginal } from '../../tools/bazaar/copy-app.ts';
import { stopDatabases } from '../../tools/bazaar/databases.ts';
import { loadFlaws, type Flaw } from '../../tools/bazaar/flaw.ts';
import { COMPARED } from './flaws.ts';
import { probeWhole, type OwnRun } from './ours.ts';
import { race } from './replay.ts';
import { installSchemathesis, runSchemathesis, type Failure, type Schemathesis } from './schemathesis.ts';
import { startBazaar, type Bazaar } from './start-bazaar.ts';
import { tryZap } from './zap.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '60' },
    examples: { type: 'string', default: '3' },
    embedded: { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
  },
});
const CACHE = join(import.meta.dirname, '../.cache/peers');

const using = async <T>(work: (bazaar: Bazaar) => Promise<T>, flaw?: Flaw, embedded = false): Promise<T> => {
  const bazaar = await startBazaar(flaw, embedded);
  try {
    return await work(bazaar);
  } finally {
    await bazaar.stop();
  }
};

const showWhole = (title: string, one: OwnRun): void => {
  const { seconds, cpu, recording, operations, actors, cells, probes, raised } = one;
  const requests = recording.sent.length;
  const both = cpu.own + cpu.app;
  console.log(`\n${title}`);
  console.log(
    `  ${seconds.toFixed(1)} s; processor ${cpu.own.toFixed(1)} s of ours, ${cpu.app.toFixed(1)} s of the app and its database: ${(both / cpus().length).toFixed(1)} s if nothing else ran on ${cpus().length} cores`,
  );
  console.log(
    `  ${requests} requests by ${probes} probes, ${operations} operations × ${actors} actors and nobody; ${cells} cells of the matrix seen, ${(requests / cells).toFixed(1)} requests a cell`,
  );
  console.log(`  findings: ${raised.length === 0 ? 'none' : raised.join(', ')}`);
};

const showRace = async (bazaar: Bazaar, { recording }: OwnRun): Promise<void> => {
  const { requests, ours, bare, ratio } = await race(recording.sent, bazaar, Number(values.rounds));
  console.log(`\n${requests} read-only requests of that run again, median of ${values.rounds} rounds in turn`);
  for (const [name, loop] of [
    ['our gate', ours],
    ['undici alone', bare],
  ] as const) {
    const { perSecond, cpu, answers } = loop;
    console.log(
      `  ${name.padEnd(14)} ${perSecond.toFixed(0).padStart(6)} requests/s  ${cpu.toFixed(3)} ms of processor each  (${answers})`,
    );
  }
  console.log(`  ratio ${ratio.toFixed(2)}; wanted ≥ 0.80: ${ratio >= 0.8 ? 'held' : 'missed'}`);
};

/** What a tool made of one copy: whether it names the flaw, and what else it says. */
interface Score {
  seconds: number;
  found: boolean | null;
  else: number;
}

const line = (name: string, { seconds, found, else: other }: Score): string => {
  const verdict = found === null ? '' : found ? 'found' : 'missed';
  return `    ${name.padEnd(14)} ${verdict.padEnd(7)} ${String(other).padStart(3)} else  ${seconds.toFixed(1).padStart(6)} s`;
};

const scoreOwn = ({ raised, seconds }: OwnRun, flaw: Flaw | undefined): Score => {
  const expected = flaw?.expect ?? [];
  return {
    seconds,
    found: flaw === undefined ? null : expected.every((check) => raised.includes(check)),
    else: raised.filter((check) => !expected.includes(check)).length,
  };
};

const scorePeer = (failures: readonly Failure[], seconds: number, clean: readonly Failure[], flaw?: Flaw): Score => {
  const names = COMPARED.find(({ id }) => id === flaw?.id)?.names;
  const isNew = (one: Failure): boolean =>
    !clean.some(({ type, operation }) => type === one.type && operation === one.operation);
  // What it says of the unbroken app as well is not about the flaw.
  const naming = failures.filter(
    (one) => names?.operation.test(one.operation) && names.type.test(one.type) && isNew(one),
  );
  return { seconds, found: flaw === undefined ? null : naming.length > 0, else: failures.length - naming.length };
};

const compare = async (schemathesis: Schemathesis | null, clean: OwnRun): Promise<void> => {
  const wanted = positionals.length > 0 ? positionals : COMPARED.map(({ id }) => id);
  const limits = { seconds: Number(values.seconds), examples: Number(values.examples) };
  const scores = { ours: [] as Score[], peer: [] as Score[] };
  let ofClean: readonly Failure[] = [];
  console.log('\nFound, and what else was said');
  for (const flaw of [undefined, ...loadFlaws(wanted)]) {
    console.log(`  ${flaw === undefined ? 'the clean twin' : `${flaw.id}: ${flaw.title}`}`);
    const own = scoreOwn(flaw === undefined ? clean : await using(probeWhole, flaw), flaw);
    scores.ours.push(own);
    console.log(line('launch-ready', own));
    if (schemathesis === null) continue;
    try {
      const { failures, seconds } = await using((bazaar) => runSchemathesis(schemathesis, bazaar, limits), flaw);
      if (flaw === undefined) ofClean = failures;
      const score = scorePeer(failures, seconds, ofClean, flaw);
      scores.peer.push(score);
      console.log(line('schemathesis', score));
    } catch (error) {
      console.log(`    ${'schemathesis'.padEnd(14)} no time: ${(error as Error).message}`);
    }
  }
  for (const [name, all] of [
    ['launch-ready', scores.ours],
    ['schemathesis', scores.peer],
  ] as const) {
    const judged = all.filter(({ found }) => found !== null);
    if (all.length === 0) continue;
    const sum = (pick: (score: Score) => number): number => all.reduce((total, score) => total + pick(score), 0);
    console.log(
      `  ${name.padEnd(14)} ${judged.filter(({ found }) => found).length} of ${judged.length} found, ${sum((score) => score.else)} else in all, ${(sum(({ seconds }) => seconds) / all.length).toFixed(0)} s a copy`,
    );
  }
};

const installed = (): Schemathesis | null => {
  try {
    return installSchemathesis(join(CACHE, 'schemathesis'));
  } catch (error) {
    console.log(`  schemathesis has no time: it cannot be installed here: ${(error as Error).message}`);
    return null;
  }
};

const main = async (): Promise<void> => {
  console.log(
    `${cpus().length} processors, ${cpus()[0]?.model ?? ''}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} before`,
  );
  const clean = await using(async (bazaar) => {
    const one = await probeWhole(bazaar);
    showWhole('The whole set, PostgreSQL where it is installed', one);
    await showRace(bazaar, one);
    return one;
  });
  if (values.embedded) showWhole('The whole set, the embedded database', await using(probeWhole, undefined, true));
  if (values['no-peers']) return;
  console.log('\nPeers');
  const schemathesis = installed();
  if (schemathesis !== null) console.log(`  schemathesis: ${schemathesis.version}`);
  console.log(`  zap has no time: ${await tryZap(join(CACHE, 'zap'))}`);
  await compare(schemathesis, clean);
};

try {
  await main();
} finally {
  await stopDatabases();
  removeSeeded();
  removeOriginal();
  rmSync(join(CACHE, 'zap/pom.xml'), { force: true });
}
