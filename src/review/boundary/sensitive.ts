import type { AccessCell, BoundaryOperation, Observation } from '../../model/evidence/boundary.ts';
import type { SensitiveAction, SensitiveGuard } from '../../model/review.ts';
import { bound, LIMITS } from '../bound.ts';
import { listed, unstopped } from '../words.ts';
import { guardState, LOGIN, type Guard } from './guards.ts';
import { BOUNDARY_LIMITS as MOST } from './limits.ts';
import { kindOf, mustKeep, type Kind } from './sensitive-kinds.ts';
import { whyUntested } from './why-untested.ts';

const SHOWN = 4;

const names = (roles: readonly string[]): string =>
  listed(
    roles.map((role) => bound(role, 40)),
    SHOWN,
  );

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `nobody and customer are refused`. */
const are = (roles: readonly string[], rest: string): string =>
  `${names(roles)} ${roles.length === 1 ? 'is' : 'are'} ${rest}`;

type Having = (...outcomes: readonly AccessCell['outcome'][]) => readonly string[];

/** Who gets in and who does not, as the matrix has it. */
const reach = (having: Having): readonly string[] => {
  const [refused, open] = [having('refused'), having('own', 'open')];
  return [...(refused.length > 0 ? [are(refused, 'refused')] : []), ...(open.length > 0 ? [are(open, 'let in')] : [])];
};

type Judged = Pick<SensitiveAction, 'protection' | 'state'>;

const judged = (
  operation: BoundaryOperation,
  having: Having,
  observations: readonly Observation[],
  guards: readonly SensitiveGuard[],
): Judged => {
  const shown = (verdict: Observation['verdict']): string | undefined =>
    observations.find((one) => one.verdict === verdict)?.said;
  const [leak, odd] = [having('leak'), having('odd')];
  const [worst, doubtful] = [shown('confirmed'), shown('likely')];
  const sentence = (text: string): string => `${capital(unstopped(text))}.`;
  if (worst !== undefined) return { state: 'broken', protection: sentence(worst) };
  if (leak.length > 0) return { state: 'broken', protection: sentence(are(leak, 'let in and must not be')) };
  if (doubtful !== undefined) return { state: 'doubtful', protection: sentence(doubtful) };
  if (odd.length > 0) return { state: 'doubtful', protection: sentence(are(odd, 'let in, which looks wrong')) };
  const parts = reach(having);
  const proven = guards.some(({ state }) => state === 'proven');
  if (parts.length === 0 && !proven) {
    const unclear = having('unknown').length > 0 ? 'The answers prove nothing' : whyUntested(operation, observations);
    return { state: 'unproven', protection: sentence(unclear) };
  }
  const protection = parts.length === 0 ? '' : sentence(parts.join('; '));
  if (having('open').includes('nobody') && guards.length === 0) return { state: 'open', protection };
  return { state: guards.every(({ state }) => state === 'proven') ? 'protected' : 'unproven', protection };
};

interface Seen {
  cells: ReadonlyMap<string, readonly AccessCell[]>;
  observations: ReadonlyMap<string, readonly Observation[]>;
  /** What was said of the app as a whole, by probe. */
  wide: ReadonlyMap<string, readonly Observation[]>;
}

/** Said of the app as a whole, where it names this operation, or names none. */
const widely = ({ method, path }: BoundaryOperation, { probes, wide }: Guard, seen: Seen): readonly Observation[] =>
  wide === undefined
    ? []
    : probes
        .flatMap((probe) => seen.wide.get(probe) ?? [])
        .filter(({ said }) => said.includes(`${method} ${path}`) || !/\b(?:POST|PUT|PATCH) \//.test(said));

const guardsOf = (
  operation: BoundaryOperation,
  kind: Kind,
  own: readonly Observation[],
  cells: readonly AccessCell[],
  seen: Seen,
): readonly SensitiveGuard[] => {
  const isPublic = cells.some(({ role, outcome }) => role === 'nobody' && outcome === 'open');
  // Where a visitor is let in as it should be, a login is nothing that could keep it.
  const must = mustKeep(kind, operation.path).filter((guard) => guard !== LOGIN || !isPublic);
  return [...new Set([...must, ...kind.may])].flatMap((guard) => {
    const state = guardState(guard, [...own, ...widely(operation, guard, seen)], cells);
    if (state === null && !must.includes(guard)) return [];
    return [{ name: guard.name, state: state ?? 'not proven' }];
  });
};

const actionOf = (operation: BoundaryOperation, seen: Seen): readonly SensitiveAction[] => {
  const kind = kindOf(operation.method, operation.path);
  if (kind === null) return [];
  const cells = seen.cells.get(operation.id) ?? [];
  const having: Having = (...outcomes) =>
    cells.filter((cell) => outcomes.includes(cell.outcome)).map((cell) => cell.role);
  const own = [...new Set([operation.id, operation.path])].flatMap((subject) => seen.observations.get(subject) ?? []);
  const guards = guardsOf(operation, kind, own, cells, seen);
  const { protection, state } = judged(operation, having, own, guards);
  const text = bound(protection, LIMITS.title * 2);
  return [{ operation: bound(operation.id, MOST.operation), what: kind.what, protection: text, state, guards }];
};

const ORDER: readonly SensitiveAction['state'][] = ['broken', 'doubtful', 'unproven', 'open', 'protected'];

/**
 * Operations that could do harm in the wrong hands, each with what keeps it and whether that was proven; the least kept first.
 * A guard that nobody tried to get past is not proven. Roadmap D3b.
 */
export const sensitiveActions = (
  operations: readonly BoundaryOperation[],
  cells: readonly AccessCell[],
  observations: readonly Observation[],
): readonly SensitiveAction[] => {
  const seen: Seen = {
    cells: Map.groupBy(cells, (cell) => cell.operation),
    observations: Map.groupBy(observations, (one) => one.subject),
    wide: Map.groupBy(
      observations.filter(({ subject }) => !/^(?:\S+ )?[A-Z]+ /.test(subject) && !subject.startsWith('/')),
      (one) => one.probe,
    ),
  };
  return operations
    .flatMap((operation) => actionOf(operation, seen))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .slice(0, MOST.sensitive);
};
