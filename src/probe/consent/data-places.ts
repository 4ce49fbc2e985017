import type { Send } from '../contract/send.ts';
import { proofToken } from './ownership.ts';
import { openScope, type Allowed, type Bound, type Scope, type ScopeResult } from './scope.ts';

/** A database, or a part of a host that many share, where the app's page keeps its data. */
export interface DataPlace {
  /** Places of one project are shown to be somebody's together: `https://abc.supabase.co`, `firebase shop`. */
  project: string;
  origin: string;
  /** What its paths begin with; `/` where the host is its own. */
  below: string;
  /** The app's origin whose code names it. */
  namedBy: string;
  /** Where its owner can put what anybody can read, and how. `{token}` stands for the text. */
  proof: { path: string; steps: string };
  /** Origins at which only the project's owner publishes. */
  hosts?: readonly string[];
}

/** `own`: objects of our own may be made there. `look`: what any visitor's browser could read, and nothing more. */
export type Reach = 'own' | 'look' | 'none';

export interface AdmittedPlace {
  place: DataPlace;
  reach: Reach;
  /** Why it is no more than that, and what the owner can do; empty for `own`. */
  said: string;
}

interface AdmitInput {
  scope: Scope;
  /** Origins of which the user is shown to be the owner; loopback counts. */
  proven: ReadonlySet<string>;
  /** Named by the user. */
  named: ReadonlySet<string>;
  send: Send;
  /** Looks up an origin. */
  open?: (origin: string) => Promise<ScopeResult>;
}

/**
 * Decides how far the run may go where the page keeps its data, and opens the scope so far. Whose page it is decides whether the data
 * is asked at all; what only the owner of the data can publish, or that it is on this machine, whether anything is written there.
 */
export const admitData = async (
  places: readonly DataPlace[],
  { scope, proven, named, send, open = (origin) => openScope([origin]) }: AdmitInput,
): Promise<AdmittedPlace[]> => {
  const admitted: AdmittedPlace[] = [];
  const owned = new Set<string>();
  const asked: DataPlace[] = [];
  for (const place of places) {
    const found = await reachable(place, scope, named, proven, open);
    if (typeof found === 'string') {
      admitted.push({ place, reach: 'none', said: found });
      continue;
    }
    asked.push(place);
    if (proven.has(place.origin) || found.reach === 'loopback') owned.add(place.project);
    // What the user is shown to own is bounded by the run's mode alone.
    if (!proven.has(place.origin)) bind(scope, found, { below: place.below, most: 'read', visitor: true });
  }
  for (const place of asked) {
    if (owned.has(place.project)) continue;
    const isHost = place.hosts?.some((host) => proven.has(host)) ?? false;
    if (isHost || (await isPublished(place, send))) owned.add(place.project);
  }
  for (const place of asked) {
    const isOwn = owned.has(place.project);
    const allowed = scope.allowed.get(place.origin);
    if (isOwn && allowed !== undefined && !proven.has(place.origin))
      bind(scope, allowed, {
        below: place.below,
        most: allowed.reach === 'loopback' ? 'burst' : 'write',
        visitor: false,
      });
    const token = proofToken(place.project);
    const steps = `${place.proof.steps.replace('{token}', token)}, then run this again`;
    admitted.push({
      place,
      reach: isOwn ? 'own' : 'look',
      said: isOwn
        ? ''
        : `Nothing shows that ${place.project} is yours, so it was only looked at as a visitor. ${steps}.`,
    });
  }
  return admitted;
};

const reachable = async (
  { origin, namedBy }: DataPlace,
  scope: Scope,
  named: ReadonlySet<string>,
  proven: ReadonlySet<string>,
  open: (origin: string) => Promise<ScopeResult>,
): Promise<Allowed | string> => {
  if (!proven.has(namedBy))
    return `The page keeps its data at ${origin}, where nothing was asked: nothing shows that ${namedBy} is yours`;
  const known = scope.allowed.get(origin);
  if (known !== undefined && (named.has(origin) || known.bounds !== undefined)) return known;
  const opened = await open(origin);
  if (!opened.ok) return `The page keeps its data at ${origin}, which could not be reached: ${opened.reason}`;
  const found = opened.scope.allowed.get(origin);
  const isHere = scope.allowed.get(namedBy)?.reach === 'loopback';
  // What a page names must not lead into a network that the user did not speak of.
  if (found === undefined || found.reach === 'internal' || (found.reach === 'loopback' && !isHere))
    return `The page keeps its data at ${origin}, which is an internal address, so nothing was asked there. Add --target ${origin}`;
  return found;
};

/** A later bound of the same place takes the place of the earlier one. */
const bind = (scope: Scope, allowed: Allowed, bound: Bound): void => {
  const others = (scope.allowed.get(allowed.origin)?.bounds ?? []).filter(({ below }) => below !== bound.below);
  scope.allowed.set(allowed.origin, { ...allowed, bounds: [...others, bound] });
};

const isPublished = async ({ origin, project, proof }: DataPlace, send: Send): Promise<boolean> => {
  const answer = await send(
    { method: 'GET', url: origin + proof.path },
    { as: null, mode: 'passive', maxBytes: 10_000, discreet: true },
  );
  return answer.ok && answer.status === 200 && answer.text.includes(proofToken(project));
};
