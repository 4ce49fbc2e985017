import type { MadeObject, Observation, ProbeMode } from '../../../model/evidence/boundary.ts';
import type { ActorConfig, Config } from '../../../model/target.ts';
import { createHttpClient } from '../../../net/http/client.ts';
import { Breaker } from '../../consent/breaker.ts';
import { LOOPBACK_BUDGET, Meter } from '../../consent/budget.ts';
import { openScope } from '../../consent/scope.ts';
import type { ProbeContext } from '../../contract/probe.ts';
import { Hearing } from '../../send/hearing.ts';
import { createListen } from '../../send/listen.ts';
import { createSend, type SendSettings } from '../../send/create-send.ts';
import { Recorder } from '../../send/recorder.ts';
import { createStore } from '../../resources/store.ts';
import { createCanaryBook } from '../../values/canaries.ts';
import { allows, MODES } from '../../consent/modes.ts';
import { admitData } from '../../consent/data-places.ts';
import { readClientCode } from '../client-code.ts';
import { placesIn } from '../places.ts';
import { directProbes } from '../index.ts';

export interface DirectRun {
  observations: Observation[];
  made: MadeObject[];
  requests: number;
  /** All that was written down of the exchanges, for looking for secrets. */
  recorded: string;
  /** `data-open-read 127.0.0.1 orders` of what was confirmed, hosts without ports. */
  confirmed: string[];
  of(verdict: Observation['verdict']): string[];
}

export interface DirectRequest {
  origins: readonly string[];
  mode?: ProbeMode;
  actors?: readonly ActorConfig[];
  env?: Readonly<Record<string, string>>;
  signUp?: boolean;
  /** The data is taken for one on the internet, though it is reached on this machine. */
  hosted?: boolean;
}

/** Runs the direct probes through the real gate. */
export const runDirect = async ({
  origins,
  mode = 'write',
  actors = [],
  env = {},
  signUp = false,
  hosted = false,
}: DirectRequest): Promise<DirectRun> => {
  const opened = await openScope(origins);
  if (!opened.ok) throw new Error(opened.reason);
  const client = createHttpClient({ pins: opened.scope.allowed, connections: 8 });
  const meter = new Meter(LOOPBACK_BUDGET);
  const recorder = new Recorder();
  const signal = new AbortController().signal;
  const settings: SendSettings = {
    client,
    scope: opened.scope,
    mode,
    meter,
    breaker: new Breaker(),
    recorder,
    hearing: new Hearing(),
    runId: 'run-1',
    version: '0',
    credentials: () => ({}),
    signal,
    refused: new Map(),
  };
  const send = createSend(settings);
  const code = await readClientCode(origins, send, signal);
  const { scope } = opened;
  const isApp = new Set(code.map(({ url }) => new URL(url).origin));
  for (const allowed of scope.allowed.values())
    if (hosted && !isApp.has(allowed.origin)) scope.allowed.set(allowed.origin, { ...allowed, reach: 'public' });
  const places = await admitData(placesIn(code, origins), {
    scope,
    proven: new Set(
      [...scope.allowed.values()].filter(({ reach }) => reach === 'loopback').map(({ origin }) => origin),
    ),
    named: new Set(origins),
    send,
    open: async (origin) => {
      const found = await openScope([origin]);
      const allowed = found.ok ? found.scope.allowed.get(origin) : undefined;
      if (found.ok && allowed !== undefined && hosted) found.scope.allowed.set(origin, { ...allowed, reach: 'public' });
      return found;
    },
  });
  const made: MadeObject[] = [];
  const context: ProbeContext = {
    config: { boundary: { origins, actors, mode, environment: 'development' } } as unknown as Config,
    actors: {
      all: [],
      named: () => undefined,
      ofRole: () => [],
      pairs: () => [],
      credentials: () => ({}),
      check: async () => false,
      another: async () => undefined,
    },
    operations: [],
    resources: createStore([]),
    canaries: createCanaryBook(),
    send,
    listen: createListen(settings),
    signal,
    env,
    graphql: new Map(),
    cells: [],
    made,
    signUp,
    data: { code, places },
  };
  const observations: Observation[] = [];
  const ordered = directProbes
    .filter((probe) => allows(mode, probe.mode))
    .toSorted((a, b) => MODES.indexOf(a.mode) - MODES.indexOf(b.mode));
  for (const probe of ordered) observations.push(...(await probe.run(context)));
  await client.close();
  const of = (verdict: Observation['verdict']): string[] =>
    observations
      .filter((one) => one.verdict === verdict)
      .map(({ probe, subject }) => `${probe} ${subject.replaceAll(/:\d{2,5}(?= |$)/g, '')}`);
  const ids = Array.from({ length: meter.sent }, (_, index) => `e${index + 1}`);
  return {
    observations,
    made,
    requests: meter.sent,
    recorded: JSON.stringify([recorder.pick(ids), observations]),
    confirmed: of('confirmed').sort(),
    of,
  };
};
