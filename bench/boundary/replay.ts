import { Pool } from 'undici';
import { createHttpClient } from '../../src/net/http/client.ts';
import { Breaker } from '../../src/probe/consent/breaker.ts';
import { LOOPBACK_BUDGET, Meter } from '../../src/probe/consent/budget.ts';
import { openScope, type Scope } from '../../src/probe/consent/scope.ts';
import type { Method } from '../../src/probe/contract/operation.ts';
import { createSend } from '../../src/probe/send/create-send.ts';
import { Hearing } from '../../src/probe/send/hearing.ts';
import { Recorder } from '../../src/probe/send/recorder.ts';
import { median } from '../secrets/measure.ts';
import type { Sent } from './record.ts';
import type { Bazaar } from './start-bazaar.ts';

export interface Loop {
  /** Requests a second, median of the rounds. */
  perSecond: number;
  /** Processor time of this process for one request, milliseconds, median. */
  cpu: number;
  /** Answers of the last round: `2xx 900, 4xx 1200`. */
  answers: string;
}

export interface Race {
  requests: number;
  ours: Loop;
  bare: Loop;
  /** How much of the bare loop's requests a second ours reaches, median of the rounds. */
  ratio: number;
}

const AT_ONCE = LOOPBACK_BUDGET.concurrency;

/** What changes nothing and ends by itself. */
const replayable = ({ method, path, hasBody, status, contentType = '' }: Sent): boolean =>
  ['GET', 'HEAD', 'OPTIONS'].includes(method) &&
  !hasBody &&
  status !== undefined &&
  status !== 429 &&
  !contentType.includes('event-stream') &&
  !/log-?out/i.test(path);

/** So many requests by the one, then the same by the other: whatever else the machine does meets both. */
const SLICE = 100;

/** The same requests to the app, as many at once and over as many connections: by the gate that every probe uses, and by undici alone; in turn. */
export const race = async (
  recorded: readonly Sent[],
  { origin, adminOrigin }: Bazaar,
  rounds: number,
): Promise<Race> => {
  const requests = recorded.filter((one) => replayable(one) && [origin, adminOrigin].includes(one.origin));
  const opened = await openScope([origin, adminOrigin]);
  if (!opened.ok) throw new Error(opened.reason);
  const seen = { ours: [] as Round[], bare: [] as Round[] };
  // The first round warms both up and does not count.
  for (let round = 0; round <= rounds; round++) {
    const runners = { ours: throughGate(opened.scope), bare: bare(requests) };
    const tallies = { ours: new Tally(), bare: new Tally() };
    for (let at = 0; at < requests.length; at += SLICE) {
      const slice = requests.slice(at, at + SLICE);
      const turns = (at / SLICE + round) % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
      for (const name of turns) await tallies[name].time(slice, runners[name].ask);
    }
    await Promise.all([runners.ours.close(), runners.bare.close()]);
    if (round === 0) continue;
    seen.ours.push(tallies.ours.round());
    seen.bare.push(tallies.bare.round());
  }
  const ratios = seen.ours.map(({ perSecond }, index) => perSecond / (seen.bare[index]?.perSecond ?? perSecond));
  return { requests: requests.length, ours: loopOf(seen.ours), bare: loopOf(seen.bare), ratio: median(ratios) };
};

interface Runner {
  /** `2xx`, or why there was no answer. */
  ask: (request: Sent) => Promise<string>;
  close: () => Promise<void>;
}

interface Round {
  perSecond: number;
  cpu: number;
  answers: readonly string[];
}

const loopOf = (rounds: readonly Round[]): Loop => {
  const groups = Map.groupBy(rounds.at(-1)?.answers ?? [], (answer) => answer);
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    cpu: median(rounds.map(({ cpu }) => cpu)),
    answers: [...groups]
      .map(([name, all]) => `${name} ${all.length}`)
      .toSorted()
      .join(', '),
  };
};

const hundred = (status: number): string => `${Math.floor(status / 100)}xx`;

/** What one of the two took for a round, slice by slice. */
class Tally {
  #seconds = 0;
  #cpu = 0;
  readonly #answers: string[] = [];

  async time(slice: readonly Sent[], ask: Runner['ask']): Promise<void> {
    const queue = slice.values();
    const [begun, cpu] = [performance.now(), process.cpuUsage()];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const request of queue) this.#answers.push(await ask(request));
      }),
    );
    this.#seconds += (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    this.#cpu += (user + system) / 1000;
  }

  round(): Round {
    const count = this.#answers.length;
    return { perSecond: count / this.#seconds, cpu: this.#cpu / count, answers: this.#answers };
  }
}

const throughGate = (scope: Scope): Runner => {
  const client = createHttpClient({ pins: scope.allowed, connections: AT_ONCE });
  const send = createSend({
    client,
    scope,
    // A limit that is met is an answer here, not a reason to wait.
    mode: 'burst',
    meter: new Meter(LOOPBACK_BUDGET),
    breaker: new Breaker(),
    recorder: new Recorder(),
    runId: 'bench',
    version: '0',
    credentials: () => ({}),
    signal: new AbortController().signal,
    refused: new Map(),
    hearing: new Hearing(),
  });
  return {
    ask: async ({ method, origin, path, headers }) => {
      const answer = await send({ method: method as Method, url: origin + path, headers }, { as: null, mode: 'burst' });
      return answer.ok ? hundred(answer.status) : answer.said;
    },
    close: () => client.close(),
  };
};

const bare = (requests: readonly Sent[]): Runner => {
  const pools = new Map<string, Pool>();
  for (const { origin } of requests) {
    const { port } = new URL(origin);
    if (!pools.has(origin))
      pools.set(origin, new Pool(`http://127.0.0.1:${port}`, { connections: AT_ONCE, pipelining: 1 }));
  }
  return {
    ask: async ({ method, origin, path, headers }) => {
      const own = { ...headers, host: new URL(origin).host };
      const answer = await pools.get(origin)?.request({ method, path, headers: own });
      await answer?.body.arrayBuffer();
      return answer === undefined ? 'no pool' : hundred(answer.statusCode);
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
};
