import type { AccessCell, BoundaryActor, Observation } from '../../model/evidence/boundary.ts';

/** Later ones say more: a leak outweighs everything, an own answer a refusal of somebody else's. */
const STRONGER: readonly AccessCell['outcome'][] = ['not-tested', 'unknown', 'refused', 'open', 'own', 'odd', 'leak'];

/** Probes that try an operation as a role that must not use it. */
const OF_ROLE = new Set(['anonymous-access', 'admin-function', 'role-function']);

/** Probes that try it on what is a neighbour's, and only where its owner can. */
const OF_OWNER = new Set(['object-read', 'object-write', 'object-delete', 'object-action', 'nested-object']);

const saidBy = (
  { probe, subject, verdict, actor, owner }: Observation,
  roleOf: (name: string) => string,
): readonly AccessCell[] => {
  if (verdict !== 'refuted' || actor === undefined) return [];
  const role = roleOf(actor);
  const cell = { operation: subject, role, status: null };
  if (OF_ROLE.has(probe)) return [{ ...cell, outcome: 'refused' }];
  if (!OF_OWNER.has(probe) || owner === undefined) return [];
  return roleOf(owner) === role
    ? [{ ...cell, outcome: 'own' }]
    : [
        { ...cell, outcome: 'refused' },
        { ...cell, role: roleOf(owner), outcome: 'own' },
      ];
};

/** Whether `cell` says more than `known`; among equals the one that an exchange shows. */
const saysMore = (cell: AccessCell, known: AccessCell | undefined): boolean => {
  if (known === undefined) return true;
  const more = STRONGER.indexOf(cell.outcome) - STRONGER.indexOf(known.outcome);
  return more > 0 || (more === 0 && known.exchange === undefined && cell.exchange !== undefined);
};

/**
 * One cell for each operation and role: the one that says most of all that was seen. What was tried and refused on the
 * way counts too, where it is about an operation of `known`.
 */
export const cellsOf = (
  seen: readonly AccessCell[],
  observations: readonly Observation[],
  actors: readonly BoundaryActor[],
  known: ReadonlySet<string>,
): readonly AccessCell[] => {
  const roles = new Map(actors.map(({ name, role }) => [name, role]));
  const roleOf = (name: string): string => roles.get(name) ?? name;
  const tried = observations.flatMap((one) => saidBy(one, roleOf)).filter(({ operation }) => known.has(operation));
  const best = new Map<string, AccessCell>();
  for (const cell of [...seen, ...tried]) {
    const key = `${cell.operation}\n${cell.role}`;
    if (saysMore(cell, best.get(key))) best.set(key, cell);
  }
  return [...best.values()];
};
