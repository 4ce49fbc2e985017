import type { AccessCell, BoundaryOperation, Observation } from '../../model/evidence/boundary.ts';
import type { SensitiveAction } from '../../model/review.ts';
import { bound, LIMITS } from '../bound.ts';
import { listed, unstopped } from '../words.ts';
import { BOUNDARY_LIMITS as MOST } from './limits.ts';
import { whyUntested } from './why-untested.ts';
import { kindOf } from './sensitive-kinds.ts';

/** What a refuted observation shows beside access itself. */
const GUARDS: ReadonlyMap<string, string> = new Map([
  ['login-unlimited', 'guessing is slowed down'],
  ['code-unlimited', 'guessing codes is slowed down'],
  ['sign-up-unlimited', 'sign-ups are limited'],
  ['search-unlimited', 'it is limited'],
  ['csrf', 'other sites cannot send it'],
  ['value-tampering', 'tampered amounts are refused'],
  ['mass-assignment', 'protected fields stay as they are'],
  ['checkout-not-idempotent', 'a repeated request counts once'],
  ['coupon-race', 'it holds when used at once'],
  ['step-skipped', 'no step can be skipped'],
  ['password-change-unconfirmed', 'it asks for the present password'],
  ['email-change-unconfirmed', 'it asks for a confirmation'],
  ['reset-token-reuse', 'a link works once'],
  ['webhook-unsigned', 'unsigned calls are refused'],
  ['webhook-signature-unchecked', 'wrong signatures are refused'],
  ['webhook-replay', 'a repeated event counts once'],
]);

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

const guardsOf = (observations: readonly Observation[]): readonly string[] => [
  ...new Set(observations.flatMap(({ verdict, probe }) => (verdict === 'refuted' ? (GUARDS.get(probe) ?? []) : []))),
];

type Judged = Pick<SensitiveAction, 'protection' | 'state'>;

const judged = (
  operation: BoundaryOperation,
  cells: readonly AccessCell[],
  observations: readonly Observation[],
): Judged => {
  const having = (...outcomes: readonly AccessCell['outcome'][]): readonly string[] =>
    cells.filter((cell) => outcomes.includes(cell.outcome)).map((cell) => cell.role);
  const shown = (verdict: Observation['verdict']): Observation | undefined =>
    observations.find((one) => one.verdict === verdict);
  const [leak, odd, refused, own, open] = [
    having('leak'),
    having('odd'),
    having('refused'),
    having('own'),
    having('open'),
  ];
  const worst = shown('confirmed');
  if (worst !== undefined || leak.length > 0) {
    const said = worst === undefined ? are(leak, 'let in and must not be') : unstopped(worst.said);
    return { state: 'broken', protection: `${capital(said)}.` };
  }
  const doubtful = shown('likely');
  if (doubtful !== undefined) return { state: 'doubtful', protection: `${capital(unstopped(doubtful.said))}.` };
  if (odd.length > 0) return { state: 'doubtful', protection: `${capital(are(odd, 'let in, which looks wrong'))}.` };
  const guards = guardsOf(observations);
  const parts = [
    ...(refused.length > 0 ? [are(refused, 'refused')] : []),
    ...(own.length > 0 ? [`${names(own)} ${own.length === 1 ? 'reaches' : 'reach'} only what is their own`] : []),
    ...(open.length > 0 ? [are(open, 'let in')] : []),
    ...guards,
  ];
  if (parts.length === 0 && having('unknown').length > 0)
    return { state: 'unproven', protection: 'The answers prove nothing.' };
  if (parts.length === 0)
    return { state: 'unproven', protection: `${capital(unstopped(whyUntested(operation, observations)))}.` };
  const state = open.includes('nobody') && guards.length === 0 ? 'open' : 'protected';
  return { state, protection: `${capital(parts.join('; '))}.` };
};

const ORDER: readonly SensitiveAction['state'][] = ['broken', 'doubtful', 'unproven', 'open', 'protected'];

/** Operations that could do harm in the wrong hands, each with what was seen to keep it; the least kept first. */
export const sensitiveActions = (
  operations: readonly BoundaryOperation[],
  cells: readonly AccessCell[],
  observations: readonly Observation[],
): readonly SensitiveAction[] => {
  const cellsOf = Map.groupBy(cells, (cell) => cell.operation);
  const seenOf = Map.groupBy(observations, (one) => one.subject);
  return operations
    .flatMap((operation): readonly SensitiveAction[] => {
      const what = kindOf(operation.method, operation.path);
      if (what === null) return [];
      const seen = [...(seenOf.get(operation.id) ?? []), ...(seenOf.get(operation.path) ?? [])];
      const { protection, state } = judged(operation, cellsOf.get(operation.id) ?? [], seen);
      const text = bound(protection, LIMITS.title * 2);
      return [{ operation: bound(operation.id, MOST.operation), what, protection: text, state }];
    })
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .slice(0, MOST.sensitive);
};
