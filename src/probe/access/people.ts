import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Operation } from '../contract/operation.ts';
import type { Resource } from '../contract/resource.ts';
import { namesIn } from './operations.ts';

const STAFF =
  /(?:admin|administrator|moderat|^mod$|staff|support|manager|owner|root|super|operator|auditor|helpdesk|employee|finance)/i;
const TOP_PATH =
  /^(?:admin|admins|administration|administrator|backoffice|back-office|superuser|super-admin|root|internal|management|manage|console|ops)$/i;
const STAFF_PATH = /^(?:moderation|moderator|moderators|mod|staff|support-desk|reviewers?|approvals?)$/i;

/** Works for the marketplace, and so may see what belongs to others. */
export const isStaff = (actor: Actor): boolean => STAFF.test(actor.role);

const stem = (word: string): string => word.toLowerCase().replace(/(?:ation|ators?|ors?|ers?|ions?|s)$/, '');

/** `/seller/orders` is the sellers' area; `/sellers/7` is about a seller. */
const isAreaOf = (actor: Actor, segment: string): boolean => {
  const [role, word] = [actor.role.toLowerCase(), segment.toLowerCase()];
  if (word === role) return true;
  if (word === `${role}s`) return isStaff(actor);
  return stem(role).length >= 5 && stem(role) === stem(word);
};

/** Whom an operation is meant for, by the user's policy or by its path. */
export interface Meant {
  /** Roles that may. */
  roles: ReadonlySet<string>;
  /** For the most powerful role only. */
  top: boolean;
  /** How it is known: `policy` or the segment. */
  by: string;
}

/** The lowest rank that an operation is meant for, when its path or the policy says so; undefined for everybody who is logged in. */
export const meantFor = ({ actors, config }: ProbeContext, operation: Operation): Meant | undefined => {
  const everyone = actors.all;
  const top = Math.max(...everyone.map(({ rank }) => rank));
  const lowest = Math.min(...everyone.map(({ rank }) => rank));
  const policy = config.boundary?.policy[operation.id];
  if (policy !== undefined) {
    const ranks = everyone.filter(({ role }) => policy.includes(role)).map(({ rank }) => rank);
    return {
      roles: new Set(policy),
      top: ranks.length > 0 && ranks.every((rank) => rank === top && rank > lowest),
      by: 'policy',
    };
  }
  for (const segment of namesIn(operation.path).slice(0, 3)) {
    const isTop = TOP_PATH.test(segment);
    const isMiddle = STAFF_PATH.test(segment);
    const role = everyone.find((actor) => actor.rank > lowest && isAreaOf(actor, segment));
    if (role === undefined && !isTop && !isMiddle) continue;
    const staff = everyone.filter(isStaff);
    const fallback = isTop ? everyone.filter(({ rank }) => rank === top && rank > lowest) : staff;
    const meant = role === undefined ? fallback : everyone.filter(({ rank }) => rank >= role.rank && rank > lowest);
    if (role !== undefined && !isStaff(role)) {
      // A seller's area is for sellers; that staff has it too is not said.
      return { roles: new Set([role.role]), top: false, by: segment };
    }
    return {
      roles: new Set(meant.map((one) => one.role)),
      top: (role?.rank ?? (isTop ? top : 0)) === top,
      by: segment,
    };
  }
  // An origin where only the most powerful work.
  const at = everyone.filter((actor) => actor.origin === operation.origin && actor.origin !== undefined);
  const first = config.boundary?.origins[0];
  if (at.length > 0 && operation.origin !== first && at.every(isStaff)) {
    return {
      roles: new Set(at.map(({ role }) => role)),
      top: at.every(({ rank }) => rank === top),
      by: operation.origin,
    };
  }
  return undefined;
};

/** One actor of each role, the first. */
export const oneOfEach = (actors: readonly Actor[]): Actor[] =>
  [...new Map(actors.toReversed().map((actor) => [actor.role, actor])).values()].toReversed();

/** Those who must not do what is meant for others: one of each lower role, not always the same one, so that no account writes too often. */
export const lowerThan = (context: ProbeContext, meant: Meant, { path }: Pick<Operation, 'path'>): Actor[] => {
  const ranks = context.actors.all.filter(({ role }) => meant.roles.has(role)).map(({ rank }) => rank);
  if (ranks.length === 0) return [];
  const least = Math.min(...ranks);
  const turn = Buffer.from(path).reduce((sum, byte) => sum + byte, 0);
  const lower = context.actors.all.filter(({ role, rank }) => rank < least && !meant.roles.has(role));
  return [...Map.groupBy(lower, ({ role }) => role).values()].flatMap((same) => same[turn % same.length] ?? []);
};

/** An actor for whom it is meant, staff of the lowest rank that may first. */
export const entitled = (context: ProbeContext, meant: Meant): Actor | undefined =>
  context.actors.all.filter(({ role }) => meant.roles.has(role)).toSorted((a, b) => a.rank - b.rank)[0];

/** Whether somebody may know of an object. */
export const mayKnow = (
  actor: Actor,
  { owner, parties = [] }: Pick<Resource, 'owner' | 'parties'>,
  context: ProbeContext,
): boolean =>
  isStaff(actor) ||
  owner === actor.name ||
  parties.includes(actor.name) ||
  context.actors.named(owner)?.tenant === actor.tenant;

/** Who tries to reach somebody's object: a peer of another tenant first, then one of each other role that is not staff. */
export const strangersTo = (
  context: ProbeContext,
  victim: Actor,
  resource: Pick<Resource, 'owner' | 'parties'>,
  meant?: Meant,
): Actor[] => {
  const others = context.actors.all.filter(
    (actor) => !mayKnow(actor, resource, context) && (meant === undefined || meant.roles.has(actor.role)),
  );
  const peers = others.filter(({ role }) => role === victim.role);
  return oneOfEach([...peers, ...others]);
};

export const isTop = ({ actors }: ProbeContext, actor: Actor): boolean =>
  actors.all.every(({ rank }) => rank <= actor.rank);

/** For those who work for the marketplace: what is asked of it is a function, not an object. */
export const isStaffs = (context: ProbeContext, operation: Operation): boolean => {
  const meant = meantFor(context, operation);
  if (meant === undefined) return false;
  const roles = context.actors.all.filter(({ role }) => meant.roles.has(role));
  return meant.top || (roles.length > 0 && roles.every(isStaff)) || (roles.length === 0 && meant.by !== 'policy');
};
