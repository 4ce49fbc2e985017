import type { Operation } from '../contract/operation.ts';
import type { Answer } from '../contract/send.ts';
import { ask, isGood, visit, type Door } from './door.ts';
import { findCsrfToken } from './csrf.ts';
import { findIds, type LearntId } from './find-ids.ts';
import { payloadOf } from './find-token.ts';
import { livenessCandidates, lookForLife, toldApart, type Proof } from './liveness.ts';
import { present, presentationsOf, type Presentation } from './present.ts';
import type { Entered } from './recipe.ts';
import { carriesOf, cookiesFor, type Session } from './session.ts';

/** A session that is proven, as far as it can be, and what was learnt on the way. */
export interface Established {
  session: Session;
  presentation: Presentation;
  /** Null when nothing tells this session from nobody. */
  proof: Proof | null;
  ids: readonly LearntId[];
  /** An address about oneself that refused the session, when nothing proved it. */
  refusedAt?: string;
}

export interface Seen {
  nobody: (url: string) => Promise<Answer>;
  /** What worked for another actor. */
  presentation?: Presentation;
  /** Null when it was looked for in vain: guesses are not repeated. */
  proof?: Proof | null;
}

/** Finds how the credential travels and where the app shows that it knows it. */
export const establish = async (
  door: Door,
  entered: Entered,
  login: string | undefined,
  seen: Seen,
): Promise<Established> => {
  const { session, token } = entered;
  const { home } = session;
  const claims = token === undefined ? null : payloadOf(token);
  const ids = [...(claims === null ? [] : findIds(claims, true)), ...findIds(entered.json, false)];
  const marks = marksOf(login, ids);
  const ways =
    entered.presentation === undefined
      ? presentationsOf(token, Object.keys(cookiesFor(session, `${home}/`)).length > 0)
      : [entered.presentation];
  const candidates = livenessCandidates(door.operations, home);
  const about = [...candidates.mine, ...candidates.usual];
  const urls = [
    ...(seen.proof == null ? [] : [seen.proof.url]),
    ...candidates.mine,
    ...(seen.proof === null ? [] : candidates.usual),
    ...candidates.others,
  ];
  const finish = async (
    presentation: Presentation,
    proof: Proof | null,
    more: readonly LearntId[],
  ): Promise<Established> => {
    const made = present(entered, presentation);
    await learnCsrf(door, made, entered.page);
    return { session: made, presentation, proof, ids: [...ids, ...more] };
  };

  const first = seen.presentation !== undefined && fits(seen.presentation, ways) ? seen.presentation : ways[0]!;
  const looked = await lookForLife(door, present(entered, first), [...new Set(urls)], seen.nobody, marks);
  if (looked.proof !== null) return finish(first, looked.proof, idsOf(looked.answer?.json, looked.proof.url, about));
  for (const way of looked.guarded.length === 0 ? [] : ways.filter((other) => other !== first)) {
    const again = await lookForLife(door, present(entered, way), looked.guarded.slice(0, 2), seen.nobody, marks);
    if (again.proof !== null) return finish(way, again.proof, idsOf(again.answer?.json, again.proof.url, about));
  }
  const refusedAt = looked.guarded.find((url) => candidates.mine.includes(url));
  const made = await finish(first, null, []);
  return refusedAt === undefined ? made : { ...made, refusedAt: new URL(refusedAt).pathname };
};

const fits = (wanted: Presentation, ways: readonly Presentation[]): boolean =>
  ways.some(
    ({ header, prefix, cookies }) => header === wanted.header && prefix === wanted.prefix && cookies === wanted.cookies,
  );

/** Only an address that is about oneself tells one's own ids. */
const idsOf = (json: unknown, url: string, mine: readonly string[]): LearntId[] =>
  mine.includes(url) ? findIds(json, true) : [];

/** What stands in an answer only when the app knows the actor. Short ids stand everywhere. */
export const marksOf = (login: string | undefined, ids: readonly LearntId[]): string[] => [
  ...(login === undefined ? [] : [login]),
  ...ids.map(({ value }) => value).filter((value) => value.length >= 8),
];

/** Whether a session is still told from nobody. Null when no answer came, so that nothing follows. */
export const lives = async (
  door: Door,
  session: Session,
  { url }: Proof,
  nobody: Seen['nobody'],
  marks: readonly string[],
): Promise<boolean | null> => {
  const answer = await ask(door, session, { method: 'GET', url });
  if (!answer.ok || answer.status === 429 || answer.status >= 500) return null;
  const other = await nobody(url);
  return other.ok ? toldApart(answer, other, marks) !== null : null;
};

/** Where the app gives a token against forged requests. */
export const isCsrfSource = ({ method, path }: Operation): boolean =>
  method === 'GET' && !path.includes('{') && /(?:csrf|xsrf)/i.test(path);

/** A session of cookies may need the token that the app's own pages send with changes. */
const learnCsrf = async (door: Door, session: Session, page: string | undefined): Promise<void> => {
  if (carriesOf(session) !== 'cookie') return;
  const known = page === undefined ? undefined : findCsrfToken(page);
  const source = door.operations.find(isCsrfSource);
  const token = known ?? (await tokenFrom(door, session, source === undefined ? '/' : source.path));
  if (token !== undefined) session.csrfToken = token;
};

const tokenFrom = async (door: Door, session: Session, path: string): Promise<string | undefined> => {
  const { answer } = await visit(door, session, { method: 'GET', url: new URL(path, session.home).href });
  return answer.ok && isGood(answer.status) ? findCsrfToken(answer.text, answer.json) : undefined;
};
