import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Account } from '../actors/recipe.ts';

export interface Person {
  actor: Actor;
  account: Account;
}

export const mainOrigin = ({ config }: ProbeContext): string => config.boundary?.origins[0] ?? 'http://localhost';

/** Actors whose password we were given, so that sessions beside the pool's can be begun. Peers of low rank first. */
export const peopleOf = (context: ProbeContext): Person[] =>
  context.actors.all
    .flatMap((actor) => {
      const configured = context.config.boundary?.actors.find(({ name }) => name === actor.name);
      const login = configured?.login ?? actor.login;
      const password = configured?.passwordEnv === undefined ? undefined : context.env[configured.passwordEnv];
      if (login === undefined || password === undefined || password === '') return [];
      const totpSecret = configured?.totpEnv === undefined ? undefined : context.env[configured.totpEnv];
      const origin = actor.origin ?? configured?.origin ?? mainOrigin(context);
      return [{ actor, account: { login, password, origin, ...(totpSecret === undefined ? {} : { totpSecret }) } }];
    })
    .toSorted((a, b) => a.actor.rank - b.actor.rank);

export const NO_PASSWORD =
  'No actor was given with login and passwordEnv, so no session beside the pool’s could be begun.';
