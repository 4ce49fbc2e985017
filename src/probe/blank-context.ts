import type { BoundaryRequest } from './boundary-request.ts';
import type { ActorPool } from './contract/actor.ts';
import type { Operation } from './contract/operation.ts';
import type { ProbeContext } from './contract/probe.ts';
import type { Gate } from './open-gate.ts';
import { createStore } from './resources/store.ts';
import { createCanaryBook } from './values/canaries.ts';

/** For counting what a plan will cost: the actors of the config, not yet logged in. */
export const blankContext = (request: BoundaryRequest, gate: Gate, operations: readonly Operation[]): ProbeContext => {
  const all = request.config.boundary.actors.map(({ name, role, tenant = name }, rank) => ({
    name,
    role,
    tenant,
    rank,
    ids: new Set<string>(),
    carries: 'nothing' as const,
  }));
  const actors: ActorPool = {
    all,
    named: (name) => all.find((actor) => actor.name === name),
    ofRole: (role) => all.filter((actor) => actor.role === role),
    pairs: () =>
      all.flatMap((victim) =>
        all
          .filter((other) => other.role === victim.role && other.tenant !== victim.tenant)
          .map((other) => [victim, other] as const),
      ),
    credentials: () => ({}),
    check: async () => false,
    another: async () => undefined,
  };
  return {
    config: request.config,
    actors,
    operations,
    resources: createStore(operations),
    canaries: createCanaryBook(),
    send: gate.nobody,
    signal: request.signal,
    env: request.env,
    cells: [],
    graphql: new Map(),
  };
};
