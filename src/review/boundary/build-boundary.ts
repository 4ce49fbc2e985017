import type { BoundaryActor, BoundaryRun, MadeObject } from '../../model/evidence/boundary.ts';
import type { Evidence, EvidenceKey, EvidenceMap } from '../../model/evidence/map.ts';
import type { BoundaryFacts, ReviewBoundary } from '../../model/review.ts';
import { bound, LIMITS } from '../bound.ts';
import { cellsOf } from './cells.ts';
import { namedExchanges, shownExchanges } from './exchanges.ts';
import { BOUNDARY_LIMITS as MOST } from './limits.ts';
import { matrixOf, rolesOf } from './matrix.ts';
import { sensitiveActions } from './sensitive.ts';
import { trialsFor } from './trials.ts';
import { whyUntested } from './why-untested.ts';

const valueOf = <K extends EvidenceKey>(evidence: Evidence, key: K): EvidenceMap[K] | undefined => {
  const fact = evidence[key];
  return fact?.ok === true ? fact.value : undefined;
};

const short = (text: string): string => bound(text, MOST.name);

const factsOf = (run: BoundaryRun, actors: readonly BoundaryActor[]): BoundaryFacts => {
  const isLeft = ({ state }: MadeObject): boolean => state !== 'removed';
  const own = run.made.filter(isLeft).length;
  const { earlier = [] } = run;
  const left = [...earlier, ...run.made].filter(isLeft);
  return {
    origins: run.origins.slice(0, MOST.origins).map((origin) => bound(origin, LIMITS.title)),
    environment: run.environment,
    mode: run.mode,
    requests: run.requests,
    ...(run.stopped === undefined ? {} : { stopped: bound(run.stopped, LIMITS.title) }),
    actors: actors.slice(0, MOST.actors).map(({ name, role, tenant, via, state }) => ({
      name: short(name),
      role: short(role),
      tenant: short(tenant),
      via: short(via),
      state,
    })),
    made: run.made.length,
    removed: run.made.length - own,
    ...(earlier.length === 0
      ? {}
      : { earlier: { found: earlier.length, removed: earlier.filter((one) => !isLeft(one)).length } }),
    left: left.slice(0, MOST.left).map(({ type, id, owner, state, remove }) => ({
      type: short(type),
      id: short(id),
      owner: short(owner),
      state,
      ...(remove === undefined ? {} : { remove: bound(remove, LIMITS.title) }),
    })),
  };
};

/** What reports draw of the running app, or undefined when it was not looked at. `ranked` are roles, least powerful first. */
export const boundaryOf = (evidence: Evidence, ranked: readonly string[] = []): ReviewBoundary | undefined => {
  const run = valueOf(evidence, 'boundary.run');
  if (run === undefined) return undefined;
  const actors = valueOf(evidence, 'boundary.actors') ?? [];
  const operations = valueOf(evidence, 'boundary.operations') ?? [];
  const observations = valueOf(evidence, 'boundary.observations') ?? [];
  const exchanges = valueOf(evidence, 'boundary.exchanges') ?? {};
  const known = new Set(operations.map(({ id }) => id));
  const cells = cellsOf(valueOf(evidence, 'boundary.matrix') ?? [], observations, actors, known);
  const trials = trialsFor(valueOf(evidence, 'boundary.trials'));
  const named = namedExchanges(cells, observations, exchanges);
  const seenOf = Map.groupBy(observations, (one) => one.subject);
  const untested = operations.filter((operation) => !operation.tested);
  return {
    run: factsOf(run, actors),
    operations: {
      found: operations.length,
      tested: operations.length - untested.length,
      untested: untested.slice(0, MOST.untested).map((operation) => ({
        id: bound(operation.id, MOST.operation),
        reason: bound(whyUntested(operation, seenOf.get(operation.id) ?? []), LIMITS.title),
      })),
    },
    matrix: matrixOf(cells, operations, rolesOf(cells, actors, ranked), named.ids),
    sensitive: sensitiveActions(operations, cells, observations),
    exchanges: shownExchanges(named, exchanges, actors),
    ...(trials === undefined ? {} : { trials }),
  };
};
