import type { TrialMembers, TrialPart } from '../../model/evidence/trials.ts';
import { membersOfBody } from '../access/bodies.ts';
import { isObject, partOf } from '../access/json.ts';
import type { At } from './leaves.ts';
import { readOf, type Loom } from './loom.ts';
import { isGoodStatus, type Matched } from './matched.ts';
import { requestOf, valueOf, type Explain } from './templates.ts';
import { explainer, partsOf, thingOf } from './things.ts';
import { resourceNamed } from './loom.ts';

/** Members that only the app may set, as they were sent along with an ordinary change. */
export const setMembersOf = (loom: Loom): TrialMembers[] =>
  loom.observations
    .filter(({ probe, verdict }) => probe === 'mass-assignment' && (verdict === 'confirmed' || verdict === 'refuted'))
    .flatMap(({ subject, actor = null, exchanges, verdict, facts }) => {
      const tries = loom.matched.filter(
        ({ operation, taped, index }) =>
          operation.id === subject &&
          taped.actor === actor &&
          index >= loom.seeded &&
          extrasOf({ operation, taped }).length > 0,
      );
      const best =
        tries.find(({ taped }) => exchanges.includes(taped.exchange)) ??
        tries.toSorted((a, b) => extrasOf(b).length - extrasOf(a).length)[0];
      const window = loom.matched.find(({ taped }) => taped.exchange === exchanges[0] && isGoodStatus(taped.status));
      if (best === undefined || window === undefined) return [];
      const taken = typeof facts?.['members'] === 'string' ? facts['members'].split(', ') : [];
      return membersOf(loom, best, window, verdict === 'confirmed', taken) ?? [];
    });

const bodyOf = ({ taped }: Pick<Matched, 'taped'>): Record<string, unknown> =>
  taped.body !== undefined && 'json' in taped.body && isObject(taped.body.json) ? taped.body.json : {};

const extrasOf = (one: Pick<Matched, 'taped' | 'operation'>): string[] => {
  const known = membersOfBody(one.operation);
  return Object.keys(bodyOf(one)).filter((name) => known[name] === undefined);
};

const membersOf = (
  loom: Loom,
  tried: Matched,
  window: Matched,
  broken: boolean,
  taken: readonly string[],
): TrialMembers | undefined => {
  const as = loom.who.nameOf(tried.taped.actor);
  const [last] = Object.values(tried.values).slice(-1);
  const resource = last === undefined ? undefined : resourceNamed(loom, last, Object.keys(tried.values).at(-1) ?? '');
  const thing = resource === undefined ? undefined : thingOf(loom, resource);
  if (as === undefined || (last !== undefined && thing === undefined)) return undefined;
  const explain = explainer(loom, tried.taped.actor, tried.index);
  const own: TrialPart | undefined = thing && { kind: 'thing', thing: thing.name, key: 'id' };
  const mine: Explain = (value, name, type) => (value === last ? own : explain(value, name, type));
  const request = templated(loom, tried, mine);
  // Another one of its kind may be in another state than the probe's, and be shown elsewhere.
  const shown = thing === undefined ? undefined : loom.shown.get(thing.name);
  const read = shown === undefined ? templated(loom, window, mine) : thing?.read;
  const at = shown === undefined ? placeOfPart(window.taped.json, last ?? '') : placeOfPart(shown.json, shown.id);
  if (request?.body?.type !== 'json' || request.body.value.is !== 'object' || read === undefined || at === undefined)
    return undefined;
  const extras = [...new Set([...taken, ...extrasOf(tried)])];
  const body = bodyOf(tried);
  const members = extras
    .filter((name) => Object.hasOwn(body, name))
    .flatMap((name) => {
      const value = body[name];
      // Somebody else's id that no answer tells is of no use to a test.
      if (isOpaque(value) && mine(value, name) === undefined && readOf(loom, value, tried.index, null) === undefined)
        return [];
      return [[name, valueOf(loom, value, name, mine)] as const];
    });
  if (members.length === 0) return undefined;
  const base = request.body.value.members.filter(([name]) => !extras.includes(name));
  return {
    operation: tried.operation.id,
    ...(thing === undefined ? {} : { thing: thing.name }),
    as: thing?.owner ?? as,
    request: { ...request, body: { type: 'json', value: { is: 'object', members: base } } },
    read,
    at,
    members,
    broken,
  };
};

const isOpaque = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{20,}$/i.test(value);

const templated = (loom: Loom, one: Matched, explain: Explain) => {
  const values = partsOf(one, explain);
  return values === undefined ? undefined : requestOf(loom, one.taped, one.operation, values, explain);
};

/** Where the object stands in an answer; at the top when nothing tells. */
const placeOfPart = (json: unknown, id: string): At | undefined => {
  const part = id === '' ? json : (partOf(json, id) ?? json);
  const look = (value: unknown, at: At, depth: number): At | undefined => {
    if (value === part) return at;
    if (depth > 6 || typeof value !== 'object' || value === null) return undefined;
    for (const [name, one] of Object.entries(value)) {
      const found = look(one, [...at, Array.isArray(value) ? Number(name) : name], depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return isObject(part) ? look(json, [], 0) : undefined;
};
