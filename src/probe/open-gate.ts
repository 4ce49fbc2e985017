import type { ProbeMode } from '../model/evidence/boundary.ts';
import { createHttpClient, type HttpClient } from '../net/http/client.ts';
import { Breaker } from './consent/breaker.ts';
import { LOOPBACK_BUDGET, Meter, REMOTE_BUDGET, type Budget } from './consent/budget.ts';
import { admitData, type AdmittedPlace } from './consent/data-places.ts';
import { proofOfAll, proveOrigins, type Proof } from './consent/ownership.ts';
import { openScope, type Scope } from './consent/scope.ts';
import type { Actor } from './contract/actor.ts';
import type { Listen, Send } from './contract/send.ts';
import { readClientCode } from './direct/client-code.ts';
import { placesIn } from './direct/places.ts';
import type { Text } from './direct/projects-in-code.ts';
import type { BoundaryRequest } from './boundary-request.ts';
import { createSend, type SendSettings } from './send/create-send.ts';
import { Hearing } from './send/hearing.ts';
import { createListen } from './send/listen.ts';
import { Recorder } from './send/recorder.ts';
import { followSlashes, type Slashes } from './send/slashes.ts';

/** Everything that stands between a probe and the app. */
export interface Gate {
  scope: Scope;
  client: HttpClient;
  meter: Meter;
  breaker: Breaker;
  recorder: Recorder;
  hearing: Hearing;
  refused: ReadonlyMap<string, number>;
  proof: Proof;
  /** Origins of the app itself; those where only its data lies are left out. */
  origins: readonly string[];
  /** The code that visitors get. */
  code: readonly Text[];
  /** Where the app's page keeps its data, and how far one may go there. */
  data: readonly AdmittedPlace[];
  /** Sends as nobody. */
  nobody: Send;
  /** Opens sockets as nobody, or with the headers that a probe gives. */
  listen: Listen;
  /** Sends with the credentials of a pool. */
  bind: (credentials: (actor: Actor, url: string) => Readonly<Record<string, string>>) => Send;
  /** From now on requests up to this mode pass; before it only looking does. */
  allow(mode: ProbeMode): void;
  /** Why nothing more is sent; null while something may be. */
  closed(): string | null;
  /** What was made is taken away also when the app failed on the way or the budget is spent. */
  allowCleaning(): void;
}

const CLEANING = { requests: 450, milliseconds: 60_000 };

type Opened = { ok: true; gate: Gate } | { ok: false; reason: string; unlock: string };

export const openGate = async (request: BoundaryRequest): Promise<Opened> => {
  const { boundary } = request.config;
  const opened = await openScope(boundary.origins, request.connectTo);
  if (!opened.ok) return opened;
  const { scope } = opened;
  const budget = budgetOf(boundary.budget, scope.loopback ? LOOPBACK_BUDGET : REMOTE_BUDGET);
  const client = createHttpClient({ pins: scope.allowed, connections: budget.concurrency });
  const refused = new Map<string, number>();
  const settings: SendSettings = {
    client,
    scope,
    mode: 'passive',
    meter: new Meter(budget),
    breaker: new Breaker(),
    recorder: new Recorder(),
    hearing: new Hearing(),
    runId: request.runId,
    version: request.version,
    credentials: () => ({}),
    everybody: publicHeaders(boundary.actors, request.env),
    signal: request.signal,
    refused,
  };
  // The first look is a visitor's: pages and descriptions. Only on this machine addresses are guessed before anybody agreed.
  const looking: SendSettings = { ...settings, mode: scope.loopback ? 'read' : 'passive' };
  const slashes: Slashes = new Map();
  const nobody = followSlashes(createSend(looking), slashes, settings.hearing);
  const named = new Set(scope.allowed.keys());
  const proofs = await proveOrigins(scope, nobody);
  const code = await readClientCode([...named], nobody, request.signal);
  const data = await admitData(placesIn(code, [...named]), {
    scope,
    proven: new Set([...proofs].filter(([, { ok }]) => ok).map(([origin]) => origin)),
    named,
    send: nobody,
    open: (origin) => openScope([origin], request.connectTo),
  });
  const withCode = new Set(code.map(({ url }) => new URL(url).origin));
  const onlyData = new Set(data.map(({ place }) => place.origin).filter((origin) => !withCode.has(origin)));
  const origins = [...named].filter((origin) => origin === scope.first || !onlyData.has(origin));
  const proof = proofOfAll(origins.flatMap((origin) => proofs.get(origin) ?? []));
  const bound: SendSettings[] = [looking];
  return {
    ok: true,
    gate: {
      ...settings,
      scope,
      proof,
      origins,
      code,
      data,
      nobody,
      listen: createListen(looking),
      bind: (credentials) => {
        const own = { ...looking, credentials };
        bound.push(own);
        return followSlashes(createSend(own), slashes, settings.hearing);
      },
      closed: () => (request.signal.aborted ? 'it was stopped' : (settings.breaker.open ?? settings.meter.spent)),
      allowCleaning: () => {
        settings.breaker.reset();
        settings.meter.extend(CLEANING.requests, CLEANING.milliseconds);
      },
      allow: (mode) => {
        looking.mode = mode;
        for (const one of bound) one.mode = mode;
      },
    },
  };
};

/** A header that actors with a login bring besides it, the same for all of them, is no credential: visitors bring it too. */
export const publicHeaders = (
  actors: BoundaryRequest['config']['boundary']['actors'],
  env: BoundaryRequest['env'],
): Record<string, string> => {
  const beside = actors.filter(({ header, login }) => header !== undefined && login !== undefined);
  const all = new Map(beside.map(({ header }) => [`${header?.name} ${header?.valueEnv}`, header]));
  const [header] = all.values();
  const value = header === undefined ? undefined : env[header.valueEnv];
  const isPlain = value !== undefined && /^[\x21-\x7e]{1,1000}$/.test(value);
  return all.size !== 1 ||
    header === undefined ||
    !isPlain ||
    beside.length < 2 ||
    /^(?:authorization|cookie)$/i.test(header.name)
    ? {}
    : { [header.name.toLowerCase()]: value };
};

const budgetOf = (
  { requests, perSecond, concurrency, seconds }: BoundaryRequest['config']['boundary']['budget'],
  usual: Budget,
): Budget => ({
  requests: requests ?? usual.requests,
  perSecond: perSecond ?? usual.perSecond,
  concurrency: concurrency ?? usual.concurrency,
  milliseconds: seconds === undefined ? usual.milliseconds : seconds * 1000,
});
