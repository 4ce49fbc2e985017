import { join } from 'node:path';
import type { AccessCell, BoundaryRun, MadeObject } from '../model/evidence/boundary.ts';
import type { Evidence, EvidenceKey, Fact } from '../model/evidence/map.ts';
import type { Progress } from '../model/progress.ts';
import { blankContext } from './blank-context.ts';
import type { BoundaryRequest } from './boundary-request.ts';
import { openActors } from './actors/open-actors.ts';
import { modeFor } from './consent/modes.ts';
import type { Actor } from './contract/actor.ts';
import type { ProbeContext } from './contract/probe.ts';
import { isPagesAlone } from './direct/pages-alone.ts';
import { evidenceOf } from './evidence-of.ts';
import { rememberNobody, Shown } from './inventory/remember.ts';
import { takeInventory } from './inventory/take-inventory.ts';
import { cleanUp, type CleanUpParts } from './ledger/clean-up.ts';
import { openLedger, unfinished, type LedgerEntry } from './ledger/ledger.ts';
import { commandFor, unlockSilence } from './no-answer.ts';
import { openGate, type Gate } from './open-gate.ts';
import { planBoundary, type BoundaryPlan } from './plan/plan.ts';
import { harvest } from './resources/harvest.ts';
import { seed } from './resources/seed.ts';
import { createStore } from './resources/store.ts';
import { harvestTold } from './resources/told.ts';
import { runProbes } from './run-probes.ts';
import { Writes } from './send/writes.ts';
import { hookEndpoints } from './trials/hooks.ts';
import { openTape } from './trials/tape.ts';
import { trialsFact } from './trials/trials-of.ts';
import { createCanaryBook } from './values/canaries.ts';

export const BOUNDARY_KEYS = [
  'boundary.run',
  'boundary.actors',
  'boundary.operations',
  'boundary.observations',
  'boundary.matrix',
  'boundary.exchanges',
  'boundary.trials',
] as const satisfies readonly EvidenceKey[];

/** The same reason for every kind of boundary evidence. */
export const noBoundary = (reason: string, unlock: string): Evidence => {
  const fact: Fact<never> = { ok: false, reason, unlock };
  return Object.fromEntries(BOUNDARY_KEYS.map((key) => [key, fact]));
};

/** Probes the running app and gives what was seen. Never throws; what went wrong is a fact. */
export const runBoundary = async (request: BoundaryRequest): Promise<Evidence> => {
  const opened = await openGate(request);
  if (!opened.ok) return noBoundary(opened.reason, opened.unlock);
  const { gate } = opened;
  try {
    return await probe(request, gate);
  } finally {
    await gate.client.close();
  }
};

const probe = async (request: BoundaryRequest, gate: Gate): Promise<Evidence> => {
  const { config, probes, progress, runId, signal } = request;
  const begun = request.now().getTime();
  const { boundary } = config;
  const { origins, data } = gate;
  const { shown = new Shown() } = request;
  const look = progress.step('finding out what the app offers');
  const seen = await takeInventory({
    ...inventoryInput(request),
    origins,
    send: rememberNobody(gate.nobody, shown),
    actors: null,
    signal,
  });
  look.end(`${seen.operations.length} operations`);
  const silent = gate.closed();
  // An app that failed while it was only looked at is not probed.
  if (silent !== null && !signal.aborted) {
    return noBoundary(
      `${origins.join(' and ')} told nothing: ${silent}.`,
      unlockSilence(silent, boundary.origins, request.connectTo),
    );
  }

  const mode = gate.proof.ok ? modeFor(boundary.mode, boundary.environment) : 'passive';
  const plan = planBoundary(
    boundary,
    mode,
    seen.operations,
    probes,
    blankContext(request, gate, seen.operations),
    gate,
  );
  if (!(await request.agree(plan))) {
    return noBoundary(
      'The running app was only looked at: nobody agreed to the probes',
      `Agree to them beforehand: \`${commandFor(boundary.origins, request.connectTo)} --yes\`.`,
    );
  }
  gate.allow(mode);
  const serverless = await isPagesAlone(data, seen.operations, gate.nobody);

  const enter = progress.step('logging in');
  const actors = await openActors({
    config: boundary,
    origins,
    operations: seen.operations,
    env: request.env,
    readFile: request.readFile,
    signUp: request.signUp && !serverless && mode !== 'passive' && mode !== 'read',
    signal,
    bind: gate.bind,
  });
  enter.end(`${actors.pool.all.length} of ${boundary.actors.length} actors`);
  try {
    const { pool } = actors;
    const writes = new Writes();
    const send = writes.counted(actors.send);
    const inventory =
      pool.all.length === 0 && gate.scope.loopback
        ? seen
        : await takeInventory({
            ...inventoryInput(request),
            origins,
            send: rememberNobody(send, shown),
            actors: pool.all.length === 0 ? null : pool,
            doors: actors.doors,
            signal,
          });
    const app = gate.scope.first;
    const ledger = openLedger(join(request.folder, `${runId}.jsonl`), runId, app);
    const left = mode === 'passive' || mode === 'read' ? [] : unfinished(request.folder, app);
    const tape = openTape();
    const parts = { actors: pool, operations: inventory.operations, send: tape.through(send), signal };
    const earlier = await sweep(left, { ...parts, ledger }, progress);
    const store = createStore(inventory.operations);
    const canaries = createCanaryBook();
    const make = progress.step('making objects to try with');
    await harvest(parts, store);
    await harvestTold(parts, store);
    const { unmade } =
      mode === 'passive' || mode === 'read'
        ? { unmade: [] }
        : await seed({ ...parts, canaries, ledger, now: request.now(), passwordOf: passwordsIn(request) }, store);
    make.end(`${store.all().length} objects`);
    const cells: AccessCell[] = [];
    const madeByProbes: MadeObject[] = [];
    const context: ProbeContext = {
      ...parts,
      config,
      resources: store,
      canaries,
      env: request.env,
      cells,
      signUp: request.signUp && mode !== 'passive' && mode !== 'read',
      made: madeByProbes,
      graphql: inventory.graphql,
      writes,
      listen: gate.listen,
      data: { code: gate.code, places: data },
      ...(actors.mailbox === undefined ? {} : { mailbox: actors.mailbox }),
    };
    const seeded = tape.all.length;
    const { observations, states, deaf } = await runProbes(probes, context, mode, gate, progress);
    const stopped = gate.closed();
    gate.allowCleaning();
    const trials = trialsFact({
      tape: tape.all,
      seeded,
      operations: inventory.operations,
      resources: store.all(),
      observations,
      cells,
      actors: pool.all,
      origins,
      canaries,
      now: request.now(),
      logins: actors.logins,
      webhooks: hookEndpoints(context),
    });
    const clean = progress.step('removing what was made');
    const own = ledger.objects().filter(({ run: of }) => of === runId);
    const removed = await cleanUp(own, { ...parts, ledger });
    clean.end();
    for (const actor of pool.all) await pool.check(actor);
    const run = runOf(request, gate, {
      mode,
      plan,
      made: [...actors.made, ...removed, ...madeByProbes],
      earlier,
      serverless,
      states,
      stopped,
      deaf,
      begun,
    });
    return evidenceOf({
      run,
      actors: actors.facts(),
      operations: inventory.operations,
      unmade,
      observations,
      cells,
      recorder: gate.recorder,
      trials,
    });
  } finally {
    await actors.close();
  }
};

/** Removes what an earlier run that was killed left behind, and says so. */
const sweep = async (
  left: readonly LedgerEntry[],
  parts: CleanUpParts,
  progress: Progress,
): Promise<readonly MadeObject[]> => {
  if (left.length === 0) return [];
  const step = progress.step('removing what an earlier run left behind');
  const swept = await cleanUp(left, parts);
  const removed = swept.filter(({ state }) => state === 'removed').length;
  step.end(`${removed} of ${swept.length} removed`);
  return swept;
};

/** For things that ask for the password again. */
const passwordsIn =
  ({ config, env }: BoundaryRequest) =>
  ({ name }: Actor): string | undefined => {
    const variable = config.boundary.actors.find((actor) => actor.name === name)?.passwordEnv;
    return variable === undefined ? undefined : env[variable];
  };

const inventoryInput = ({ routes, config: { boundary } }: BoundaryRequest) => ({
  ...(boundary.openapi.length === 0 ? {} : { openapi: boundary.openapi }),
  ...(routes === undefined ? {} : { code: routes }),
  har: boundary.har,
  postman: boundary.postman,
});

interface Ended {
  mode: BoundaryRun['mode'];
  plan: BoundaryPlan;
  made: readonly MadeObject[];
  earlier: readonly MadeObject[];
  states: NonNullable<BoundaryRun['probes']>;
  stopped: string | null;
  deaf: string | undefined;
  serverless: boolean;
  begun: number;
}

const runOf = (
  { config, runId, now, frameworks = [] }: BoundaryRequest,
  gate: Gate,
  { mode, plan, made, earlier, states, stopped, deaf, serverless, begun }: Ended,
): BoundaryRun => ({
  id: runId,
  origins: [...gate.scope.allowed.keys()],
  environment: config.boundary.environment,
  mode,
  planHash: plan.hash,
  proof: gate.proof.ok ? gate.proof.how : gate.proof.reason,
  ...(gate.proof.ok ? {} : { prove: gate.proof.unlock }),
  requests: gate.meter.sent,
  refused: Object.fromEntries(gate.refused),
  made,
  ...(earlier.length === 0 ? {} : { earlier }),
  ...(stopped === null ? {} : { stopped }),
  ...(deaf === undefined ? {} : { deaf }),
  probes: states,
  frameworks,
  ...(serverless ? { serverless } : {}),
  milliseconds: now().getTime() - begun,
});
