import { setTimeout as sleep } from 'node:timers/promises';
import type { BoundaryActor, MadeObject } from '../../model/evidence/boundary.ts';
import type { TrialLogin } from '../../model/evidence/trials.ts';
import type { ActorConfig, BoundaryConfig } from '../../model/target.ts';
import type { Actor, ActorPool } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { Send } from '../contract/send.ts';
import type { Draft } from '../inventory/draft.ts';
import { Members } from './actor-pool.ts';
import type { Door } from './door.ts';
import { enterAll } from './enter-all.ts';
import type { EnterContext } from './enter-context.ts';
import { foundDoors } from './found-doors.ts';
import type { Environment } from './given.ts';
import { knownLogins } from './known-logins.ts';
import { createNobody } from './liveness.ts';
import { openMailbox, type Mailbox, type ReadJson } from './mailbox.ts';
import { createMailReader } from './mail-reader.ts';
import { signUpActors } from './sign-up-actors.ts';
import { settleIds } from './tenants.ts';
import { parseJsonOrYaml, readWfc, type WfcUser } from './wfc.ts';

export interface OpenActorsSettings {
  config: BoundaryConfig;
  /** Exact origins that may be asked, the app's main one first. */
  origins: readonly string[];
  /** Found as nobody so far. */
  operations: readonly Operation[];
  env: Environment;
  readFile: (path: string) => Promise<string>;
  /** Accounts may be made. */
  signUp: boolean;
  signal: AbortSignal;
  /** Makes the gate, which asks for the credentials of the pool that is being filled. */
  bind: (credentials: (actor: Actor, url: string) => Readonly<Record<string, string>>) => Send;
}

export interface OpenedActors {
  pool: ActorPool;
  send: Send;
  /** As they are now; those that never got in stand here only. */
  facts: () => readonly BoundaryActor[];
  /** Accounts that were signed up. */
  made: MadeObject[];
  /** The operations by which they got in and were proven. */
  doors: readonly Draft[];
  /** How each role logged in, for tests that are to do the same. */
  logins: readonly TrialLogin[];
  /** Where the app's mail is read; undefined when the config names none. */
  mailbox?: Mailbox;
  /** Ends the reading of mail; log-ins by mail cannot be renewed afterwards. */
  close: () => Promise<void>;
}

/** Logs everybody in and proves it. Never throws: who cannot get in is a fact. */
export const openActors = async (settings: OpenActorsSettings): Promise<OpenedActors> => {
  const { config, origins, operations, env, readFile, signal } = settings;
  const pool = new Members();
  const send = settings.bind((actor, url) => pool.credentials(actor, url));
  const reader = createMailReader(signal);
  const door: Door = { send, origins, operations, mailbox: mailboxOf(config, reader.read, signal), signal };
  const nobody = createNobody(door);
  pool.use(door, nobody);
  const { users, said } = await readUsers(config, origins[0] ?? '', readFile);
  const context: EnterContext = {
    door,
    config,
    env,
    readFile,
    nobody,
    users,
    known: new Map(),
    proofs: new Map(),
    budget: { refusals: MOST_REFUSALS },
  };
  const never: BoundaryActor[] =
    said === null ? [] : [{ name: 'auth file', role: '', tenant: '', via: 'auth file', state: 'never', detail: said }];
  for (const entered of await enterAll(context, withUsers(config.actors, users))) {
    if ('session' in entered) pool.add(entered);
    else never.push(entered);
  }
  const made: MadeObject[] = [];
  if (settings.signUp) await signUpActors(context, pool, never, made);
  settleIds(pool.members());
  return {
    pool,
    send,
    facts: () => [...pool.members().map(factOf), ...never],
    made,
    doors: foundDoors(context),
    logins: knownLogins(context),
    ...(door.mailbox === null ? {} : { mailbox: door.mailbox }),
    close: reader.close,
  };
};

/** Failed log-ins of all actors together while the way in is looked for. */
const MOST_REFUSALS = 6;

const mailboxOf = ({ mailbox }: BoundaryConfig, read: ReadJson, signal: AbortSignal): Mailbox | null =>
  mailbox === undefined || !URL.canParse(mailbox)
    ? null
    : openMailbox(mailbox, read, {
        pause: (milliseconds) => sleep(milliseconds, true, { signal }).catch(() => false),
      });

const factOf = ({
  actor: { name, role, tenant },
  via,
  state,
  proof,
  detail,
}: ReturnType<Members['members']>[number]): BoundaryActor => ({
  name,
  role,
  tenant,
  via,
  state: state === 'alive' && proof === null ? 'unproven' : state,
  detail,
});

const readUsers = async (
  { authFile }: BoundaryConfig,
  origin: string,
  readFile: (path: string) => Promise<string>,
): Promise<{ users: readonly WfcUser[]; said: string | null }> => {
  if (authFile === undefined) return { users: [], said: null };
  const text = await readFile(authFile).catch(() => null);
  if (text === null) return { users: [], said: `${authFile} cannot be read` };
  const users = readWfc(await parseJsonOrYaml(text), origin);
  return users === null
    ? { users: [], said: `${authFile} is no auth file of Web Fuzzing Commons` }
    : { users, said: null };
};

/** Users of an auth file that the config does not name take part too; `seller-a` has the role `seller`. */
const withUsers = (actors: readonly ActorConfig[], users: readonly WfcUser[]): ActorConfig[] => [
  ...actors,
  ...users
    .filter(({ name }) => !actors.some((actor) => actor.name === name))
    .map(({ name }): ActorConfig => ({ name, role: name.replace(/[-_ ]?(?:\d+|[ab]|one|two)$/i, '') || name })),
];
