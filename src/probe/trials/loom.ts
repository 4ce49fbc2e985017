import type { TrialPart, TrialRequest, TrialThing } from '../../model/evidence/trials.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { CanaryBook, Resource } from '../contract/resource.ts';
import type { AccessCell, Observation } from '../../model/evidence/boundary.ts';
import { withoutTwins } from '../access/twins.ts';
import { isOwnName, sameType, typeOfName } from '../resources/naming.ts';
import { isGoodStatus, matchTape, type Matched } from './matched.ts';
import { placeOf } from './leaves.ts';
import { trialPeople, type TrialPeople } from './people.ts';
import type { Taped } from './tape.ts';
import { requestOf } from './templates.ts';

export interface LoomInput {
  tape: readonly Taped[];
  /** So many requests were sent before the first probe. */
  seeded: number;
  operations: readonly Operation[];
  resources: readonly Resource[];
  observations: readonly Observation[];
  cells: readonly AccessCell[];
  actors: readonly Actor[];
  origins: readonly string[];
  canaries: Pick<CanaryBook, 'seenIn'>;
  now: Date;
}

/** Turns what was sent into templates: each value that came out of another answer becomes the way to it. */
export interface Loom extends LoomInput {
  matched: readonly Matched[];
  who: TrialPeople;
  /** Things that were asked for so far, by type and id. */
  things: Map<string, TrialThing | null>;
  ours: readonly Resource[];
  /** What owners read of their things, by the things' names. */
  shown: Map<string, { id: string; json: unknown }>;
  /** Operations without those that do what another one does too. */
  single: ReadonlySet<Operation>;
}

export const openLoom = (input: LoomInput): Loom => ({
  ...input,
  matched: matchTape(input.tape, input.operations),
  who: trialPeople(input.actors, input.origins),
  things: new Map(),
  shown: new Map(),
  single: new Set(withoutTwins(input.operations)),
  ours: [
    ...new Map(
      input.resources.filter(({ ours, id }) => ours && id !== '').map((one) => [`${one.type}\n${one.id}`, one]),
    ).values(),
  ],
});

const isTelling = (value: string): boolean => value.length >= 8 && /\d/.test(value);

/** The thing of ours that a value names: by a long id alone, by a short one only under a name that fits. */
export const resourceNamed = (loom: Loom, value: string, name: string, type?: string): Resource | undefined => {
  const wanted = type ?? typeOfName(name);
  return loom.ours.find(
    (one) =>
      (one.id === value ||
        Object.entries(one.keys).some(([key, other]) => isOwnName(key) && other === value && !/^id$/i.test(key))) &&
      (isTelling(value) || (wanted !== undefined && sameType(one.type, wanted))),
  );
};

/** Where somebody reads a value that stands in no thing of ours: a list that anybody has, one's own profile. */
export const readOf = (loom: Loom, value: string, before: number, reader: string | null): TrialPart | undefined => {
  if (!isTelling(value)) return undefined;
  for (const { taped, operation, index } of loom.matched) {
    if (index >= before && index >= loom.seeded) break;
    const { method, status, actor, json } = taped;
    if (method !== 'GET' || !isGoodStatus(status) || operation.path.includes('{')) continue;
    if (actor !== null && actor !== reader) continue;
    const as = loom.who.nameOf(actor);
    const at = as === undefined ? undefined : placeOf(json, value);
    const request: TrialRequest | undefined =
      at === undefined ? undefined : requestOf(loom, taped, operation, {}, () => undefined);
    if (at !== undefined && request !== undefined)
      // Of what anybody may have, the first one does: another database holds other things.
      return {
        kind: 'read',
        read: {
          as: as === 'nobody' ? null : (as ?? null),
          request,
          at: at.map((one) => (typeof one === 'number' && as === 'nobody' ? 0 : one)),
        },
      };
  }
  return undefined;
};
