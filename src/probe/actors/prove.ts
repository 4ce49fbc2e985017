import type { Member } from './actor-pool.ts';
import { knownFor, type EnterContext } from './enter-context.ts';
import { establish, type Established } from './establish.ts';
import { pathTo } from './find-token.ts';
import { presentationsOf, saidOf } from './present.ts';
import { rankOf } from './ranks.ts';
import type { Entered } from './recipe.ts';
import { carriesOf } from './session.ts';

/** Who it is that logs in. */
export interface Identity {
  name: string;
  role: string;
  tenant: string;
  /** The origin where it works. */
  home: string;
  /** When the user named one. */
  origin?: string;
  login?: string;
}

/** Proves a session by what is known from others, and adds to it. */
export const prove = async (
  context: EnterContext,
  { role, home, login }: Identity,
  entered: Entered,
): Promise<Established> => {
  const { door, nobody, known, proofs } = context;
  const presentation = knownFor(context, role)?.presentation;
  const proof = proofs.get(home);
  const made = await establish(door, entered, login, {
    nobody,
    ...(presentation === undefined ? {} : { presentation }),
    ...(proof === undefined ? {} : { proof }),
  });
  if (made.proof === null) {
    proofs.set(home, proof ?? null);
    return made;
  }
  proofs.set(home, made.proof);
  const way = known.get(role);
  if (way !== undefined) {
    way.presentation = made.presentation;
    way.code = / with a code$/.test(entered.via);
    way.csrf = made.session.csrfToken !== undefined;
    const at = entered.token === undefined ? undefined : pathTo(entered.json, entered.token);
    if (at !== undefined) way.tokenAt = at;
  }
  return made;
};

/** What the pool keeps of who got in. */
export const memberOf = (
  { config }: EnterContext,
  { name, role, tenant, origin, login }: Identity,
  attempt: Entered,
  made: Established,
  enter: Member['enter'],
): Member => ({
  actor: {
    name,
    role,
    tenant,
    rank: rankOf(role, config.roles),
    ...(origin === undefined ? {} : { origin }),
    ...(login === undefined ? {} : { login }),
    ids: new Set(made.ids.map(({ value }) => value)),
    carries: carriesOf(made.session),
  },
  session: made.session,
  proof: made.proof,
  ids: made.ids,
  via: attempt.via,
  state: 'alive',
  detail: `${attempt.token === undefined ? carried(made) : saidOf(made.presentation)}; ${
    made.proof === null
      ? `not proven: ${made.refusedAt === undefined ? 'no address was found that tells it from nobody' : `GET ${made.refusedAt} refuses it`}`
      : `GET ${made.proof.path} tells it from nobody`
  }`,
  ...(enter === undefined ? {} : { enter }),
  logIns: 1,
});

const carried = ({ session }: Established): string => {
  const names = Object.keys(session.headers);
  return names.length > 0 ? names.join(', ') : saidOf(presentationsOf(undefined, true)[0]!);
};
