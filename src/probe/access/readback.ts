import { once } from '../accounts/memo.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import type { Answer } from '../contract/send.ts';
import { isGood, isHtml } from './answers.ts';
import { isObject, partOf, sameJson } from './json.ts';
import { fresh, likely, look } from './last-looks.ts';
import { addressOf, isPage, isSafeRead, isStream, nounOf, pathNames } from './operations.ts';
import { withoutTwins } from './twins.ts';
import { survey } from './survey.ts';
import { valuesFor } from './targets.ts';

/** How an object looks to somebody at one address. */
export interface Look {
  url: string;
  as: Actor | null;
  answer: Answer;
  /** `there` with what was seen of it; `gone`: an answer without it; `silent`: no answer that says anything. */
  state: 'there' | 'gone' | 'silent';
  part?: unknown;
}

export interface Window {
  url: string;
  as: Actor | null;
}

const MOST_WINDOWS = 2;

/** Reads an object at one address. */
export const lookAt = async (context: ProbeContext, { url, as }: Window, id: string): Promise<Look> => {
  const answer = await look(context, url, as);
  return { url, as, answer, ...stateOf(answer, url, id) };
};

/** Before somebody tries something: what was seen a moment ago is looked at again only when somebody has written since. */
const lookBefore = async (context: ProbeContext, { url, as }: Window, id: string): Promise<Look> => {
  const answer = fresh(context, url, as, id) ?? (await look(context, url, as));
  return { url, as, answer, ...stateOf(answer, url, id) };
};

/** Pure: what an answer shows of an object. */
export const stateOf = (answer: Answer, url: string, id: string): Pick<Look, 'state' | 'part'> => {
  if (!answer.ok || answer.status === 429 || answer.status >= 500 || answer.status === 401) return { state: 'silent' };
  if (!isGood(answer)) return { state: 'gone' };
  if (id === '') return { state: 'there', part: answer.json ?? answer.text.slice(0, 20_000) };
  if (isHtml(answer))
    return answer.text.includes(id) || url.includes(id) ? { state: 'there', part: true } : { state: 'gone' };
  const inPath = new URL(url).pathname.split('/').includes(encodeURIComponent(id));
  const part = partOf(answer.json, id);
  // The address of the item itself: all of the answer is the object, lists of what hangs on it too.
  if (inPath && answer.json !== undefined) return { state: 'there', part: answer.json };
  if (part !== undefined) return { state: 'there', part };
  return answer.text.includes(id) && answer.json === undefined ? { state: 'there', part: true } : { state: 'gone' };
};

/** Looks at an object wherever somebody sees it now, the item's own address first. The addresses are found once. */
export const windowsOn = async (context: ProbeContext, victim: Actor | null, resource: Resource): Promise<Look[]> => {
  const { windows, first } = await windowsOf(context, victim, resource);
  if (first !== undefined) return first;
  const looks: Look[] = [];
  for (const window of windows) looks.push(await lookBefore(context, window, resource.id));
  return looks.filter(({ state }) => state === 'there');
};

/** How an object looked to somebody last; looked for when nobody has. To choose by what it is, not to prove a change by. */
export const lastPart = async (context: ProbeContext, victim: Actor | null, resource: Resource): Promise<unknown> => {
  const { windows, first } = await windowsOf(context, victim, resource);
  const [window] = windows;
  if (first !== undefined || window === undefined) return first?.[0]?.part;
  const answer = likely(context, window.url, window.as) ?? (await look(context, window.url, window.as));
  return stateOf(answer, window.url, resource.id).part;
};

/** `first`: what was seen when they were found, if that was just now. */
const windowsOf = async (
  context: ProbeContext,
  victim: Actor | null,
  resource: Resource,
): Promise<{ windows: readonly Window[]; first?: Look[] }> => {
  const key = `windows ${victim?.name ?? ''} ${resource.type} ${resource.id}`;
  let first: Look[] | undefined;
  const windows = await once(context, key, async () => {
    first = await find(context, victim, resource);
    return first.map(({ url, as }): Window => ({ url, as }));
  });
  return { windows, ...(first === undefined ? {} : { first }) };
};

const find = async (context: ProbeContext, victim: Actor | null, resource: Resource): Promise<Look[]> => {
  const looks: Look[] = [];
  for (const url of await candidates(context, victim, resource)) {
    const seen = await lookBefore(context, { url, as: victim }, resource.id);
    if (seen.state === 'there') looks.push(seen);
    if (looks.length >= MOST_WINDOWS) break;
  }
  return looks;
};

const candidates = async (context: ProbeContext, victim: Actor | null, resource: Resource): Promise<string[]> => {
  const owner = victim ?? context.actors.named(resource.owner);
  const seen = await survey(context);
  const reads = withoutTwins(context.operations).filter(
    (operation) => isSafeRead(operation) && !isStream(operation) && !isPage(operation),
  );
  const urls = new Set<string>();
  for (const operation of owner === undefined || resource.id === '' ? [] : reads) {
    const last = pathNames(operation.path).at(-1);
    if (last === undefined || owner === undefined) continue;
    const isIts = context.resources
      .fitting(operation.id, last, owner)
      .some(({ type, id }) => type === resource.type && id === resource.id);
    const isParents = !isIts && resource.keys[last] !== undefined && resource.keys[last] !== resource.id;
    const values = isIts || isParents ? valuesFor(context, operation, resource, owner) : undefined;
    const url = values && addressOf(operation, values);
    if (url !== undefined) urls.add(url);
  }
  for (const { operation, url, viewer, answer } of seen.sights) {
    if (viewer !== victim || !isGood(answer)) continue;
    const isOwn = operation.id === resource.from || nounOf(operation.path) === resource.type;
    if (resource.id === '' ? isOwn : isOwn || answer.text.includes(resource.id)) urls.add(url);
  }
  return [...urls].slice(0, 8);
};

export interface Change {
  before: Look;
  after: Look;
  kind: 'changed' | 'gone';
}

/** Pure: the first window in which the object is not what it was. */
export const changeIn = (before: readonly Look[], after: readonly Look[]): Change | undefined => {
  for (const [index, old] of before.entries()) {
    const now = after[index];
    if (now === undefined || old.state !== 'there' || now.state === 'silent') continue;
    if (now.state === 'gone') return { before: old, after: now, kind: 'gone' };
    if (!sameJson(old.part, now.part)) return { before: old, after: now, kind: 'changed' };
  }
  return undefined;
};

export const lookAgain = async (context: ProbeContext, windows: readonly Window[], id: string): Promise<Look[]> => {
  const again: Look[] = [];
  for (const window of windows) again.push(await lookAt(context, window, id));
  return again;
};

/** Pure: names of the members that differ, for people. */
export const changedMembers = ({ before, after }: Change): string[] => {
  if (!isObject(before.part) || !isObject(after.part)) return [];
  const [old, now] = [before.part, after.part];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => !sameJson(old[name], now[name]))
    .slice(0, 8);
};
