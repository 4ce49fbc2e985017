import type { ActorConfig } from '../../model/target.ts';
import { knownFor, type EnterContext } from './enter-context.ts';
import { attemptBy, findWayIn, waysIn, type Way } from './log-in.ts';
import type { Account, Attempt } from './recipe.ts';

/** Logs in by the way that is known, or looks for one and remembers it. */
export const logIn = async (
  context: EnterContext,
  account: Account,
  { role, loginBy }: Pick<ActorConfig, 'role' | 'loginBy'>,
): Promise<{ attempt: Attempt; way?: Way }> => {
  const { door, config, known, budget } = context;
  const said = loginBy ?? config.login;
  const usual = loginBy === undefined ? knownFor(context, role)?.way : undefined;
  if (usual !== undefined && (usual.recipe.kind === 'mail') === (account.password === undefined)) {
    const attempt = await attemptBy(door, account, usual);
    if (attempt.ok) return { attempt, way: usual };
    // Where each role has a door of its own, the first one's is no use to the second.
    const own = waysIn(door.operations, account, role, said).filter(({ recipe }) =>
      recipe.path.toLowerCase().includes(role.toLowerCase()),
    );
    if (known.has(role) || own.length === 0) return { attempt, way: usual };
    return remember(context, role, await findWayIn(door, account, own, budget));
  }
  return remember(context, role, await findWayIn(door, account, waysIn(door.operations, account, role, said), budget));
};

const remember = (
  { known }: EnterContext,
  role: string,
  found: { attempt: Attempt; way?: Way },
): { attempt: Attempt; way?: Way } => {
  if (found.attempt.ok && found.way !== undefined) {
    known.set(role, { way: found.way });
    if (!known.has('*')) known.set('*', known.get(role)!);
  }
  return found;
};
