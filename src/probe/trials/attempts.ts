import type { TrialAttempt, TrialList, TrialThing } from '../../model/evidence/trials.ts';
import { isAccountDoor, nounOf, pathNames } from '../access/operations.ts';
import { sameType, typeOfParameter } from '../resources/naming.ts';
import type { Resource } from '../contract/resource.ts';
import { shownAt, sorted } from './confirmed.ts';
import { resourceNamed, type Loom } from './loom.ts';
import { isGoodStatus, isKept, type Matched } from './matched.ts';
import { requestOf, type Explain } from './templates.ts';
import { explainer, partsOf, thingOf } from './things.ts';

const PROBES = [
  'object-read',
  'object-write',
  'object-delete',
  'object-action',
  'nested-object',
  'anonymous-access',
  'role-function',
  'admin-function',
];
const GUESSED = new Set(['guess', 'options', 'robots']);

interface Try extends Matched {
  who: string;
  resource: Resource;
}

/** The thing of ours that a request names last. */
const aimedAt = (loom: Loom, { operation, values }: Matched): Resource | undefined => {
  const last = pathNames(operation.path).at(-1);
  const value = last === undefined ? undefined : values[last];
  if (last === undefined || value === undefined) return undefined;
  const type = typeOfParameter(operation.path, last);
  const resource = resourceNamed(loom, value, last, type);
  return resource !== undefined && (type === undefined || sameType(resource.type, type)) ? resource : undefined;
};

/** Whose it really is: who made it, not who else is a party of the deal. */
const isParty = ({ owner, parties = [] }: Resource, actor: string | null): boolean =>
  actor !== null && (owner === actor || parties.includes(actor));

/** What strangers tried on things of others: what was refused and has to stay so, and what went through and must not. */
export const attemptsOf = (loom: Loom): TrialAttempt[] => {
  const tries = loom.matched.flatMap((one): Try[] => {
    const { operation, taped, index } = one;
    if (
      index < loom.seeded ||
      !loom.single.has(operation) ||
      isAccountDoor(operation) ||
      operation.sources.every((source) => GUESSED.has(source))
    )
      return [];
    const who = loom.who.nameOf(taped.actor);
    const resource = who === undefined ? undefined : aimedAt(loom, one);
    const all = loom.resources.filter(({ id, type }) => id === resource?.id && type === resource.type);
    if (who === undefined || resource === undefined || all.some((owned) => isParty(owned, taped.actor))) return [];
    return [{ ...one, who, resource }];
  });
  return [...Map.groupBy(tries, ({ operation, resource }) => `${operation.id}\n${roleOf(loom, resource)}`).values()]
    .flatMap((same) => attemptOf(loom, same) ?? [])
    .toSorted((a, b) => rank(a) - rank(b));
};

const roleOf = (loom: Loom, { owner }: Resource): string =>
  loom.actors.find(({ name }) => name === owner)?.role ?? owner;

/** What deletes comes last. */
const rank = ({ request: { method } }: TrialAttempt): number => (method === 'GET' ? 0 : method === 'DELETE' ? 2 : 1);

const attemptOf = (loom: Loom, tries: readonly Try[]): TrialAttempt | undefined => {
  const [first] = tries;
  if (first === undefined) return undefined;
  const { operation } = first;
  const shown = shownAt(loom, operation.id, PROBES);
  const { refused, broken } = sorted(
    tries.map((one) => ({ who: one.who, of: one })),
    ({ taped }) => isKept(taped),
    shown,
  );
  if (refused.length === 0 || !mayBe(loom, first)) return undefined;
  // The request that went through, or one that was refused.
  const chosen =
    tries.find(({ who, taped }) => shown.has(who) && isGoodStatus(taped.status)) ??
    tries.find(({ who }) => refused.includes(who));
  const thing = chosen === undefined ? undefined : thingOf(loom, chosen.resource);
  if (chosen === undefined || thing === undefined || refused.includes(thing.owner)) return undefined;
  if (!broken && !isMadeAgain(thing)) return undefined;
  const explain = explainer(loom, chosen.taped.actor, chosen.index);
  const mine: Explain = (value, name, type) =>
    value === chosen.resource.id ? { kind: 'thing', thing: thing.name, key: 'id' } : explain(value, name, type);
  const values = partsOf(chosen, (value, name, type) => {
    if (value === chosen.resource.id) return mine(value, name, type);
    // Its parents' ids, where it is another one of the same kind.
    return thing.keys[name] === undefined ? mine(value, name, type) : { kind: 'thing', thing: thing.name, key: name };
  });
  const request = values === undefined ? undefined : requestOf(loom, chosen.taped, operation, values, mine);
  return request === undefined ? undefined : { operation: operation.id, thing: thing.name, request, refused, broken };
};

/** What is made of nothing that is sent (a payout of what was earned) draws on what may not be there a second time. */
const isMadeAgain = ({ steps, made }: TrialThing): boolean => {
  const step = steps[made];
  const isBare = step?.body === undefined || (step.body.value.is === 'object' && step.body.value.members.length === 0);
  return (
    !isBare ||
    step?.body?.type === 'file' ||
    steps.length > 1 ||
    step?.path.some(({ kind }) => kind === 'thing') === true
  );
};

/** Its owner, or somebody, was let in there: an address that is nobody's tells nothing. Writes may damage, and so are not tried by all. */
const mayBe = (loom: Loom, { operation }: Try): boolean =>
  operation.method !== 'GET' ||
  loom.matched.some(({ operation: other, taped }) => other.id === operation.id && isGoodStatus(taped.status));

/** Lists in which the owner has the thing and strangers have their own: it must not stand in theirs. */
export const listsOf = (loom: Loom): TrialList[] => {
  const found: TrialList[] = [];
  for (const [key, thing] of loom.things) {
    if (thing === null || !thing.canary) continue;
    const id = key.split('\n')[1] ?? '';
    const ways = loom.matched.filter(
      ({ operation, taped }) =>
        taped.method === 'GET' &&
        loom.single.has(operation) &&
        operation.declared !== 'public' &&
        !operation.path.includes('{') &&
        sameType(nounOf(operation.path), thing.type) &&
        isGoodStatus(taped.status) &&
        taped.json !== undefined,
    );
    for (const [operation, same] of Map.groupBy(ways, (one) => one.operation.id)) {
      const own = same.find(({ taped }) => loom.who.nameOf(taped.actor) === thing.owner && taped.text.includes(id));
      if (own === undefined) continue;
      const shown = shownAt(loom, operation, ['list-leak']);
      const role = loom.who.roleOf(thing.owner);
      const others = same.flatMap(({ taped }) => {
        const who = loom.who.nameOf(taped.actor);
        const isPeer = who !== undefined && who !== thing.owner && loom.who.roleOf(who) === role;
        return isPeer ? [{ who, of: taped }] : [];
      });
      const { refused, broken } = sorted(others, ({ text }) => !text.includes(id), shown);
      const request = requestOf(loom, own.taped, own.operation, {}, () => undefined);
      if (refused.length > 0 && request !== undefined)
        found.push({ operation, thing: thing.name, request, hidden: refused, broken });
    }
  }
  return found;
};
