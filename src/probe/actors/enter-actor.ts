import type { BoundaryActor } from '../../model/evidence/boundary.ts';
import type { ActorConfig } from '../../model/target.ts';
import type { Member } from './actor-pool.ts';
import type { EnterContext } from './enter-context.ts';
import type { Established } from './establish.ts';
import { addHeader, givenSession, type Environment } from './given.ts';
import { attemptBy, type Way } from './log-in.ts';
import { logIn } from './log-in-once.ts';
import { memberOf, prove, type Identity } from './prove.ts';
import { notEntered, type Account, type Attempt } from './recipe.ts';
import { newSession } from './session.ts';
import { logInByWfc, type WfcUser } from './wfc.ts';

/** Logs one actor in. One who never got in is a fact only. */
export const enterActor = async (context: EnterContext, config: ActorConfig): Promise<Member | BoundaryActor> => {
  const { name, role } = config;
  const tenant = config.tenant ?? name;
  const home = config.origin ?? context.door.origins[0] ?? '';
  const never = (via: string, detail: string): BoundaryActor => ({ name, role, tenant, via, state: 'never', detail });
  if (!context.door.origins.includes(home)) return never('none', `${home} is not among the origins that may be asked`);
  const user = context.users.find((other) => other.name === name);
  const enter = enterBy(context, config, home, user);
  if (typeof enter === 'string') return never('none', enter);
  let attempt = await enter.first();
  // A busy app may miss one: without this actor, half of what is to be tried could not be.
  if (!attempt.ok && attempt.why === 'silent') attempt = await enter.first();
  if (!attempt.ok) return never(enter.via, attempt.said);
  const login = config.login ?? user?.login?.username;
  const identity: Identity = { ...config, tenant, home, ...(login === undefined ? {} : { login }) };
  const made = await prove(context, identity, attempt);
  if (made.proof === null && attempt.token === undefined && made.refusedAt !== undefined) {
    return never(attempt.via, `${attempt.via} seemed to work, but GET ${made.refusedAt} refuses the session`);
  }
  const { again } = enter;
  const renew = async (): Promise<Established | null> => {
    const next = await again?.();
    return next?.ok === true ? prove(context, identity, next) : null;
  };
  return memberOf(context, identity, attempt, made, again === undefined ? undefined : renew);
};

interface Enter {
  via: string;
  first: () => Promise<Attempt>;
  /** Absent where the user gave the session. */
  again?: () => Promise<Attempt>;
}

/** How an actor gets in, by what the user said of it; a sentence when nothing was said that would do. */
const enterBy = (
  context: EnterContext,
  config: ActorConfig,
  home: string,
  user: WfcUser | undefined,
): Enter | string => {
  const { door, env, readFile } = context;
  if (config.storageState !== undefined || (config.header !== undefined && config.login === undefined)) {
    const via = config.storageState === undefined ? 'header' : 'recorded session';
    return { via, first: () => givenSession(config, home, door.origins, env, readFile) };
  }
  if (user !== undefined && config.login === undefined) {
    const byFile = (): Promise<Attempt> => logInByWfc(door, user, home);
    return { via: 'auth file', first: byFile, ...(user.login === undefined ? {} : { again: byFile }) };
  }
  const account = accountOf(config, home, env);
  if (typeof account === 'string') return account;
  let way: Way | undefined;
  return {
    via: 'log-in',
    first: async () => {
      const entered = await logIn(context, account, config);
      way = entered.way;
      return entered.attempt;
    },
    again: () =>
      way === undefined ? Promise.resolve(notEntered('refused', 'never logged in')) : attemptBy(door, account, way),
  };
};

const accountOf = (
  { login, passwordEnv, totpEnv, ...config }: ActorConfig,
  origin: string,
  env: Environment,
): Account | string => {
  if (login === undefined) return 'neither a login, a header nor a recorded session was given';
  const password = passwordEnv === undefined ? undefined : env[passwordEnv];
  if (passwordEnv !== undefined && (password === undefined || password === ''))
    return `the variable ${passwordEnv} is not set`;
  const totpSecret = totpEnv === undefined ? undefined : env[totpEnv];
  if (totpEnv !== undefined && (totpSecret === undefined || totpSecret === ''))
    return `the variable ${totpEnv} is not set`;
  const extra = newSession(origin);
  const wrong = addHeader(extra, { login, ...config }, env);
  if (wrong !== null) return wrong;
  return {
    login,
    origin,
    headers: extra.headers,
    ...(password === undefined ? {} : { password }),
    ...(totpSecret === undefined ? {} : { totpSecret }),
  };
};
