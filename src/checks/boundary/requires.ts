import type { BoundaryActor } from '../../model/evidence/boundary.ts';

/** Who must have taken part for a refusal to mean anything. */
export type Requirement = 'two tenants' | 'two roles' | 'an account';

export interface Doubt {
  reason: string;
  unlock: string;
}

const living = (actors: readonly BoundaryActor[]): readonly BoundaryActor[] =>
  actors.filter((actor) => actor.state !== 'never');

/** Roles that are there with two tenants. */
export const pairedRoles = (actors: readonly BoundaryActor[]): readonly string[] =>
  [...Map.groupBy(living(actors), (actor) => actor.role)]
    .filter(([, same]) => new Set(same.map((actor) => actor.tenant)).size > 1)
    .map(([role]) => role);

const ACCOUNTS =
  'Name the accounts under boundary.actors in launch-ready.config: two of each role, of different shops or people, and one of each more powerful role (moderator, admin), with the variables that hold their passwords. ' +
  'Where sign-up is open, `--sign-up` makes the first ones itself.';

/** Why a refusal would mean nothing, or null. */
export const lacking = (requirement: Requirement | undefined, actors: readonly BoundaryActor[]): Doubt | null => {
  if (requirement === undefined) return null;
  const alive = living(actors);
  if (alive.length === 0)
    return { reason: 'Nobody could be logged in, so only what a visitor sees was tried', unlock: ACCOUNTS };
  if (requirement === 'two tenants' && pairedRoles(actors).length === 0) {
    return {
      reason: 'No two accounts of one role took part, so nobody could try to reach a neighbour’s data',
      unlock: ACCOUNTS,
    };
  }
  if (requirement === 'two roles' && new Set(alive.map((actor) => actor.role)).size < 2) {
    return {
      reason: 'Accounts of one role only took part, so what others may do could not be compared',
      unlock: ACCOUNTS,
    };
  }
  return null;
};
