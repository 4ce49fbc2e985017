import type { BoundaryActor } from '../../model/evidence/boundary.ts';
import { printable } from '../secrets/leak/text.ts';

/** Who must have taken part for a refusal to mean anything. */
export type Requirement = 'two tenants' | 'two roles' | 'an account';

export interface Doubt {
  reason: string;
  unlock: string;
}

const living = (actors: readonly BoundaryActor[]): readonly BoundaryActor[] =>
  actors.filter((actor) => actor.state === 'alive' || actor.state === 'lost');

/** Roles that are there with two tenants. */
export const pairedRoles = (actors: readonly BoundaryActor[]): readonly string[] =>
  [...Map.groupBy(living(actors), (actor) => actor.role)]
    .filter(([, same]) => new Set(same.map((actor) => actor.tenant)).size > 1)
    .map(([role]) => role);

const RENEW =
  'Give `login` and `passwordEnv` of these accounts under boundary.actors in launch-ready.config, so that a session that ends can be renewed, or sessions that last for the whole run.';
const ACCOUNTS =
  'Name the accounts under boundary.actors in launch-ready.config: two of each role, of different shops or people, and one of each more powerful role (moderator, admin), with the variables that hold their passwords. ' +
  'Where sign-up is open, `--sign-up` makes the first ones itself.';

/** Why a refusal would mean nothing, or null. */
export const lacking = (requirement: Requirement | undefined, actors: readonly BoundaryActor[]): Doubt | null => {
  if (requirement === undefined) return null;
  const alive = living(actors);
  if (alive.length === 0) {
    const doubtful = actors.some((actor) => actor.state === 'unproven');
    return {
      reason: doubtful
        ? 'Nothing showed that anybody was logged in: no address answered an account differently from a visitor'
        : 'Nobody could be logged in, so only what a visitor sees was tried',
      unlock: ACCOUNTS,
    };
  }
  const lost = alive.filter((actor) => actor.state === 'lost').map(({ name }) => printable(name));
  if (lost.length > 0) {
    return {
      reason: `${lost.join(', ')} lost the session on the way, so what was refused after that means nothing`,
      unlock: RENEW,
    };
  }
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
