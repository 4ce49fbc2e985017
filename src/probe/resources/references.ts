import type { Actor } from '../contract/actor.ts';
import type { JsonSchema } from '../contract/operation.ts';
import type { Resource } from '../contract/resource.ts';
import { NOTHING } from '../values/value-for.ts';
import type { Creator } from './creators.ts';
import { isStaff, sameType, typeOfName } from './naming.ts';
import type { FillableStore } from './store.ts';

/** What a new thing may refer to. */
export interface Candidate {
  id: string;
  /** Undefined for an id that anybody is shown. */
  resource?: Resource;
}

/** Made by one party about what is another's. */
const ABOUT_OTHERS =
  /(?:order|purchase|review|rating|report|flag|favou?rite|wish|like|bid|offer|booking|reservation|inquir|enquir|cart|basket|item|follow|question)/i;
const PERSON =
  /^(?:user|owner|author|creator|seller|buyer|customer|account|profile|member|person|tenant|shop|store|vendor|merchant|org(?:ani[sz]ation)?)$/i;
const OTHER_PERSON = /^(?:recipient|receiver|to|target|participant|counterparty|friend|followee)$/i;

/** The trading partner: the actor of the same place in the other role, so that no two tenants of one role deal with the same. */
const partnersFirst = (actor: Actor, all: readonly Actor[]) => {
  const placeOf = (one: Actor): number =>
    all.filter(({ role }) => role === one.role).findIndex(({ name }) => name === one.name);
  return (a: Resource, b: Resource): number => {
    const near = ({ owner }: Resource): number => {
      const other = all.find(({ name }) => name === owner);
      return other === undefined || other.tenant === actor.tenant
        ? 9
        : Math.abs(placeOf(other) - placeOf(actor)) + (other.role === actor.role ? 4 : 0);
    };
    return near(a) - near(b);
  };
};

/** Things of a type that a new thing of an actor's may refer to, likeliest first. */
export const candidatesFor = (
  store: FillableStore,
  type: string,
  actor: Actor,
  forType: string,
  all: readonly Actor[],
): Candidate[] => {
  const fitting = store.all().filter((one) => one.id !== '' && sameType(one.type, type));
  const own = fitting.filter(({ owner, ours }) => owner === actor.name && ours);
  const others = fitting
    .filter(({ owner, public: isPublic, ours }) => owner !== actor.name && isPublic && ours)
    .toSorted(partnersFirst(actor, all));
  const shown = store
    .publicIds(type)
    .slice(0, 2)
    .map((id) => ({ id }));
  const first =
    ABOUT_OTHERS.test(forType) && others.length > 0
      ? [others[0], own[0], others[1]]
      : [own.find((one) => !one.public) ?? own[0], own.find((one) => one.public), others[0]];
  const listed = first.flatMap((resource) => (resource === undefined ? [] : [{ id: resource.id, resource }]));
  const unique = [...new Map(listed.map((one) => [one.id, one])).values()];
  return [...unique, ...(isStaff(actor) ? [] : shown.filter(({ id }) => unique.every((one) => one.id !== id)))];
};

/** The type that a member of a body refers to; undefined when it refers to nothing. */
export const referredType = (
  name: string,
  schema: JsonSchema,
  creators: readonly Creator[],
  store: FillableStore,
): string | undefined => {
  const named = typeOfName(name);
  const isKnown = (type: string): boolean =>
    creators.some((one) => sameType(one.type, type)) ||
    store.all().some((one) => sameType(one.type, type)) ||
    store.publicIds(type).length > 0;
  if (named !== undefined && /ids?$|uuid$|guid$/i.test(name)) return named;
  if (named !== undefined && isKnown(named) && !/(?:Name|Number|Code|Key)$/.test(name)) return named;
  return schema.format === 'uuid' ||
    (schema.type === 'integer' && !/(?:quantity|count|stock|price|amount)/i.test(name) && isKnown(name))
    ? name
    : undefined;
};

/** The actor's own id, or the other's, for members that name people. */
export const personFor = (type: string, actor: Actor, all: readonly Actor[], store: FillableStore): unknown => {
  const isOther = OTHER_PERSON.test(type);
  if (!isOther && !PERSON.test(type)) return undefined;
  const who = isOther ? all.find((one) => one.tenant !== actor.tenant && !isStaff(one)) : actor;
  if (who === undefined) return NOTHING;
  const known = store.of(who, type)[0] ?? store.of(who, 'user')[0];
  return known?.id ?? [...who.ids][0] ?? NOTHING;
};
