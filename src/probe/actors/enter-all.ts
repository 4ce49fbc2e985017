import type { BoundaryActor } from '../../model/evidence/boundary.ts';
import type { ActorConfig } from '../../model/target.ts';
import type { Member } from './actor-pool.ts';
import { enterActor } from './enter-actor.ts';
import type { EnterContext } from './enter-context.ts';

/** Logs actors in, in the given order. One after the other until a way is found, which the others take at the same time. */
export const enterAll = async (
  context: EnterContext,
  actors: readonly ActorConfig[],
): Promise<(Member | BoundaryActor)[]> => {
  const entered = new Map<ActorConfig, Member | BoundaryActor>();
  const waiting = [...actors];
  while (context.known.size === 0 && waiting.length > 0) {
    const actor = waiting.shift()!;
    entered.set(actor, await safely(context, actor));
  }
  await Promise.all(waiting.map(async (actor) => entered.set(actor, await safely(context, actor))));
  return actors.flatMap((actor) => entered.get(actor) ?? []);
};

/** What an app sends can upset a parser; one actor's trouble is not the others'. */
const safely = async (context: EnterContext, actor: ActorConfig): Promise<Member | BoundaryActor> => {
  try {
    return await enterActor(context, actor);
  } catch (error) {
    const { name, role, tenant = name } = actor;
    const detail = `what the app sent could not be read (${error instanceof Error ? error.name : 'error'})`;
    return { name, role, tenant, via: 'none', state: 'never', detail };
  }
};
