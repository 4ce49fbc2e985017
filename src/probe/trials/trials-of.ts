import type { BoundaryTrials, TrialLimit, TrialLogin, TrialThing } from '../../model/evidence/trials.ts';
import type { Fact } from '../../model/evidence/map.ts';
import { attemptsOf, listsOf } from './attempts.ts';
import { guardsOf } from './guards.ts';
import { hooksOf, type HookEndpoint } from './hooks.ts';
import { openLoom, type Loom, type LoomInput } from './loom.ts';
import { setMembersOf } from './set-members.ts';

export interface TrialsInput extends LoomInput {
  logins: readonly TrialLogin[];
  webhooks: readonly HookEndpoint[];
}

/** What a run tried, as templates for tests; why there are none, where it could not be told. Never throws. */
export const trialsFact = (input: TrialsInput): Fact<BoundaryTrials> => {
  try {
    return { ok: true, value: trialsOf(input) };
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
    return {
      ok: false,
      reason: `What was tried could not be written down for tests: ${said}`,
      unlock: 'Please report it.',
    };
  }
};

/** Pure. */
export const trialsOf = (input: TrialsInput): BoundaryTrials => {
  const loom = openLoom(input);
  const guards = guardsOf(loom);
  const attempts = attemptsOf(loom);
  const members = setMembersOf(loom);
  const webhooks = hooksOf(loom, input.webhooks);
  const lists = listsOf(loom);
  return {
    origins: input.origins,
    people: loom.who.people,
    logins: input.logins,
    guards,
    attempts,
    lists,
    members,
    webhooks,
    limits: limitsOf(loom, input.logins),
    things: neededThings(loom, [attempts, lists, members, webhooks]),
  };
};

/** Those that something is tried on, with those that they are made of. */
const neededThings = (loom: Loom, users: readonly (readonly { thing?: string }[])[]): TrialThing[] => {
  const all = [...loom.things.values()].filter((thing) => thing !== null);
  const wanted = new Set(users.flat().flatMap(({ thing }) => thing ?? []));
  const texts = JSON.stringify(users);
  // What is needed stands in front of what needs it.
  for (const thing of all.toReversed()) {
    const isNamed = texts.includes(`"thing":${JSON.stringify(thing.name)},`);
    if (!wanted.has(thing.name) && !isNamed) continue;
    wanted.add(thing.name);
    for (const other of all)
      if (JSON.stringify(thing).includes(`"thing":${JSON.stringify(other.name)},`)) wanted.add(other.name);
  }
  return all.filter(({ name }) => wanted.has(name));
};

/** More than this nobody mistypes; the probe itself tries as often. */
const WRONG = 30;

const limitsOf = (loom: Loom, logins: readonly TrialLogin[]): TrialLimit[] =>
  loom.observations
    .filter(({ probe, verdict }) => probe === 'login-unlimited' && (verdict === 'refuted' || verdict === 'confirmed'))
    .flatMap(({ subject, verdict }) => {
      const login = logins.find(({ kind, path }) => kind !== 'authjs' && kind !== 'page' && subject === `POST ${path}`);
      return login === undefined ? [] : [{ role: login.role, attempts: WRONG, broken: verdict === 'confirmed' }];
    })
    .slice(0, 1);
