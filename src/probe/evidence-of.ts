import type {
  AccessCell,
  BoundaryActor,
  BoundaryOperation,
  BoundaryRun,
  Observation,
} from '../model/evidence/boundary.ts';
import type { Evidence } from '../model/evidence/map.ts';
import type { Operation } from './contract/operation.ts';
import type { Recorder } from './send/recorder.ts';

interface Seen {
  run: BoundaryRun;
  actors: readonly BoundaryActor[];
  operations: readonly Operation[];
  observations: readonly Observation[];
  cells: readonly AccessCell[];
  recorder: Recorder;
}

/** What a run leaves behind: plain facts, and of the exchanges only those that show something. */
export const evidenceOf = ({ run, actors, operations, observations, cells, recorder }: Seen): Evidence => {
  const tried = new Set([
    ...observations.filter(({ verdict }) => verdict !== 'not-tested').map(({ subject }) => subject),
    ...cells.filter(({ outcome }) => outcome !== 'not-tested').map(({ operation }) => operation),
  ]);
  const shown = new Set([
    ...observations.filter(({ verdict }) => verdict !== 'refuted').flatMap(({ exchanges }) => exchanges),
    ...cells.filter(({ outcome }) => outcome === 'leak' || outcome === 'odd').flatMap(({ exchange }) => exchange ?? []),
  ]);
  return {
    'boundary.run': { ok: true, value: run },
    'boundary.actors': { ok: true, value: actors },
    'boundary.operations': { ok: true, value: operations.map((operation) => factOf(operation, tried)) },
    'boundary.observations': { ok: true, value: observations },
    'boundary.matrix': { ok: true, value: cells },
    'boundary.exchanges': { ok: true, value: recorder.pick(shown) },
  };
};

const factOf = (
  { id, origin, method, path, sources, declared }: Operation,
  tried: ReadonlySet<string>,
): BoundaryOperation => ({
  id,
  origin,
  method,
  path,
  sources,
  ...(declared === undefined ? {} : { declared }),
  tested: tried.has(id),
  ...(tried.has(id) ? {} : { reason: 'No probe had what it needs to try it.' }),
});
