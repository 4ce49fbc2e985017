import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '../../src/model/evidence/map.ts';
import type { Review } from '../../src/model/review.ts';
import { probeEnvironment, writeProbeConfig } from '../../tools/bazaar/probe-config.ts';
import { run } from '../../tools/bazaar/shell.ts';
import { cpuBelow } from './cpu.ts';
import type { Recording } from './record.ts';
import type { Bazaar } from './start-bazaar.ts';

const PROGRAM = join(import.meta.dirname, '../../bin/launch-ready.js');

export interface OwnRun {
  /** From the start of the program to its end. */
  seconds: number;
  /** Processor time, seconds: the program's, and that of the app and its database meanwhile. */
  cpu: { own: number; app: number };
  recording: Recording;
  operations: number;
  actors: number;
  /** Of the matrix: an operation, asked as a role. */
  cells: number;
  /** Probes that ran. */
  probes: number;
  /** Checks that raised a finding, one a finding. */
  raised: readonly string[];
}

/** The whole set of boundary probes on a running Bazaar, by the program as a user runs it. */
export const probeWhole = async (bazaar: Bazaar): Promise<OwnRun> => {
  const config = `${bazaar.folder}.config.json`;
  const [evidence, recorded] = [`${bazaar.folder}.evidence.json`, `${bazaar.folder}.recording.json`];
  writeProbeConfig(config, bazaar);
  const args = ['review', bazaar.folder, '--stage', 'boundary', '--config', config, '--sign-up', '--yes'];
  const env = {
    ...probeEnvironment(bazaar),
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'record.ts')}`,
    LAUNCH_READY_RECORDING: recorded,
  };
  const [appBefore, begun] = [cpuBelow(), performance.now()];
  const { stdout, stderr, code } = await run(
    process.execPath,
    [PROGRAM, ...args, '--json', '--no-save', '--quiet', '--save-evidence', evidence],
    { env },
  );
  const seconds = (performance.now() - begun) / 1000;
  if (code === 2) throw new Error(`the review failed: ${stderr.trim()}`);
  const recording = taken(recorded) as Recording;
  const facts = (taken(evidence) as { evidence: Evidence }).evidence;
  const runFact = facts['boundary.run'];
  if (runFact?.ok !== true) throw new Error(`nothing was probed: ${runFact?.reason ?? 'no evidence'}`);
  if (runFact.value.stopped !== undefined) throw new Error(`the run was cut short: ${runFact.value.stopped}`);
  const { findings } = JSON.parse(stdout) as Review;
  return {
    seconds,
    cpu: { own: recording.cpu, app: cpuBelow() - appBefore },
    recording,
    operations: countOf(facts, 'boundary.operations'),
    actors: countOf(facts, 'boundary.actors'),
    cells: countOf(facts, 'boundary.matrix'),
    probes: Object.values(runFact.value.probes ?? {}).filter((state) => state === 'ran').length,
    raised: findings.map(({ check }) => check).toSorted(),
  };
};

const taken = (path: string): unknown => {
  const content = readFileSync(path, 'utf8');
  rmSync(path);
  return JSON.parse(content);
};

const countOf = (evidence: Evidence, key: 'boundary.operations' | 'boundary.actors' | 'boundary.matrix'): number => {
  const fact = evidence[key];
  return fact?.ok === true ? fact.value.length : 0;
};
