import type {
  AccessCell,
  BoundaryActor,
  BoundaryOperation,
  BoundaryRun,
  Exchange,
  Observation,
} from '../model/evidence/boundary.ts';
import type { BoundaryTrials } from '../model/evidence/trials.ts';
import type { Evidence, Fact } from '../model/evidence/map.ts';
import { twinsOf, type Twin } from './access/twins.ts';
import { isAccountDoor } from './access/operations.ts';
import type { Operation } from './contract/operation.ts';
import { matchTemplate } from './inventory/template.ts';
import { lastParameter, sameType, typeOfParameter } from './resources/naming.ts';
import type { Unmade } from './resources/session.ts';
import type { Recorder } from './send/recorder.ts';

interface Seen {
  run: BoundaryRun;
  actors: readonly BoundaryActor[];
  operations: readonly Operation[];
  /** What could not be made to try with. */
  unmade: readonly Unmade[];
  observations: readonly Observation[];
  cells: readonly AccessCell[];
  recorder: Recorder;
  trials: Fact<BoundaryTrials>;
}

/** What a run leaves behind: plain facts, and of the exchanges only those that show something. */
export const evidenceOf = ({
  run,
  actors,
  operations,
  unmade,
  observations,
  cells,
  recorder,
  trials,
}: Seen): Evidence => {
  const judged = observations.filter(({ verdict }) => verdict !== 'not-tested');
  const tried = new Set([
    ...judged.map(({ subject }) => subject),
    ...cells.filter(({ outcome }) => outcome !== 'not-tested').map(({ operation }) => operation),
    ...doorsIn(Object.values(recorder.pick(judged.flatMap(({ exchanges }) => exchanges))), operations),
  ]);
  const twins = twinsOf(operations);
  const shown = new Set([
    ...observations.filter(({ verdict }) => verdict !== 'refuted').flatMap(({ exchanges }) => exchanges),
    ...cells.flatMap(({ exchange }) => exchange ?? []),
  ]);
  return {
    'boundary.run': { ok: true, value: run },
    'boundary.actors': { ok: true, value: actors },
    'boundary.operations': {
      ok: true,
      value: operations.map((operation) => factOf(operation, tried, twins.get(operation), unmade)),
    },
    'boundary.observations': { ok: true, value: observations },
    'boundary.matrix': { ok: true, value: cells },
    'boundary.exchanges': { ok: true, value: recorder.pick(shown) },
    'boundary.trials': trials,
  };
};

/** Logging in, resetting a password and the like are told by what they are about (`login`); which operation it was stands in the exchanges. */
const doorsIn = (exchanges: readonly Exchange[], operations: readonly Operation[]): string[] => {
  const doors = operations.filter(isAccountDoor);
  return exchanges.flatMap(({ method, url }) => {
    if (!URL.canParse(url)) return [];
    const { origin, pathname } = new URL(url);
    return doors
      .filter((one) => one.method === method && one.origin === origin && matchTemplate(one.path, pathname) !== null)
      .map(({ id }) => id);
  });
};

const factOf = (
  { id, origin, method, path, sources, declared }: Operation,
  tried: ReadonlySet<string>,
  twin: Twin | undefined,
  unmade: readonly Unmade[],
): BoundaryOperation => {
  // The same program behind another name is tested once.
  const tested = tried.has(id) || (twin?.kind === 'host' && tried.has(twin.of.id));
  return {
    id,
    origin,
    method,
    path,
    sources,
    ...(declared === undefined ? {} : { declared }),
    ...(twin === undefined ? {} : { twin: twin.of.id }),
    tested,
    ...(tested ? {} : whyNot({ id, path }, unmade)),
  };
};

/** The thing that it makes or asks for could not be made. */
const whyNot = ({ id, path }: Pick<Operation, 'id' | 'path'>, unmade: readonly Unmade[]): { reason?: string } => {
  const named = lastParameter(path);
  const type = named === undefined ? undefined : typeOfParameter(path, named);
  const missing =
    unmade.find(({ operation }) => operation === id) ??
    unmade.find((one) => type !== undefined && sameType(one.type, type));
  return missing === undefined
    ? {}
    : {
        reason: `No ${missing.type} could be made to try it with: ${missing.operation} as ${missing.owner} said ${missing.said.slice(0, 120)}.`,
      };
};
