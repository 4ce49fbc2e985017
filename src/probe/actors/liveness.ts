import type { Operation } from '../contract/operation.ts';
import type { Answer, GoodAnswer } from '../contract/send.ts';
import { ask, isGood, redirectOf, type Door } from './door.ts';
import { newSession, type Session } from './session.ts';

/** An address that answers differently for somebody and for nobody. */
export interface Proof {
  url: string;
  /** The address below its origin, for people. */
  path: string;
  /** By the status, or by a mark of the actor in the answer. */
  by: 'status' | 'mark';
}

const ME =
  /(?:^|\/)(?:me|who-?am-?i|self|current(?:[-_]?user)?|profile|my-?(?:account|profile)|account|user-?info|user|session)\/?$/i;
/** Where apps say who one is, for those whose description does not. */
const USUAL = [
  '/api/me',
  '/api/auth/me',
  '/api/users/me',
  '/api/user',
  '/api/profile',
  '/api/v1/me',
  '/api/auth/session',
  '/auth/me',
  '/users/me',
  '/me',
  '/rest/user/whoami',
  '/account',
];
const PRIVATE =
  /(?:order|cart|basket|notification|setting|address|message|favou?rite|wishlist|dashboard|wallet|invoice|payout|my)/i;
const NEVER =
  /(?:log-?out|log-?off|sign-?out|stream|events?$|sse|export|download|\.(?:js|css|png|svg|ico|txt|xml|csv|zip)$)/i;
const MOST_OTHERS = 10;

const mayBeAsked = ({ method, path, parameters, answer }: Operation): boolean =>
  method === 'GET' &&
  !path.includes('{') &&
  !NEVER.test(path) &&
  answer?.contentType?.includes('event-stream') !== true &&
  parameters.every(({ required, in: place }) => !required || place !== 'query');

/** Addresses that may tell, the likeliest first. */
export const livenessCandidates = (
  operations: readonly Operation[],
  origin: string,
  most = MOST_OTHERS,
): { mine: string[]; usual: string[]; others: string[] } => {
  const asked = operations.filter(mayBeAsked);
  const here = ({ origin: where, path }: Operation): string => new URL(path, where).href;
  const mine = asked.filter(({ path }) => ME.test(path)).toSorted((a, b) => weight(a, origin) - weight(b, origin));
  const others = asked
    .filter(({ path, declared }) => !ME.test(path) && declared !== 'public')
    .toSorted((a, b) => weight(a, origin) - weight(b, origin));
  const known = new Set(mine.map(here));
  return {
    mine: [...known],
    usual: usualOf(operations, origin).filter((url) => !known.has(url)),
    others: others.map(here).slice(0, most),
  };
};

/** The usual places, and the same below what the app's own paths begin with. */
const usualOf = (operations: readonly Operation[], origin: string): string[] => {
  const roots = operations.map(({ path }) => /^\/[\w-]+/.exec(path)?.[0]).filter((root) => root !== undefined);
  const counts = new Map<string, number>();
  for (const root of roots) counts.set(root, (counts.get(root) ?? 0) + 1);
  const common = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, 3);
  const below = common.flatMap(([root]) => ['me', 'users/me', 'customers/me'].map((path) => `${root}/${path}`));
  return [...new Set([...USUAL, ...below])].map((path) => new URL(path, origin).href);
};

const weight = ({ origin: where, path, declared }: Operation, origin: string): number =>
  (where === origin ? 0 : 4) +
  (declared === 'protected' ? 0 : 2) +
  (/(?:^|\/)(?:me|who-?am-?i)\/?$/i.test(path) ? 0 : 1) +
  (PRIVATE.test(path) || ME.test(path) ? 0 : 3) +
  path.length / 1000;

/** Whether an answer to somebody shows that the app knows them; null when it does not. */
export const toldApart = (mine: GoodAnswer, nobodys: GoodAnswer, marks: readonly string[]): Proof['by'] | null => {
  if (!isGood(mine.status)) return null;
  if ([401, 403, 404].includes(nobodys.status) || leadsToLogin(nobodys)) return 'status';
  const seen = marks.some((mark) => mark.length >= 3 && mine.text.includes(mark) && !nobodys.text.includes(mark));
  // A visitor may be told anything but an error of the server: 400, for what only a session brings along.
  return seen && nobodys.status < 500 && nobodys.status !== 429 ? 'mark' : null;
};

const leadsToLogin = (answer: GoodAnswer): boolean => {
  const next = redirectOf(answer, 'http://here.invalid/');
  return next !== null && /(?:log-?in|sign-?in|auth)/i.test(new URL(next).pathname);
};

/** Asks as nobody, each address once. */
export const createNobody = (door: Door): ((url: string) => Promise<Answer>) => {
  const known = new Map<string, Promise<Answer>>();
  return (url) => {
    const answer = known.get(url) ?? ask(door, newSession(new URL(url).origin), { method: 'GET', url });
    known.set(url, answer);
    return answer;
  };
};

export interface Looked {
  proof: Proof | null;
  /** The answer that proved it. */
  answer?: GoodAnswer;
  /** Addresses that refused this session: guarded, so another form of the credential may open them. */
  guarded: readonly string[];
}

/** Tries addresses until one tells the session from nobody. */
export const lookForLife = async (
  door: Door,
  session: Session,
  urls: readonly string[],
  nobody: (url: string) => Promise<Answer>,
  marks: readonly string[],
): Promise<Looked> => {
  const guarded: string[] = [];
  for (const url of urls) {
    const answer = await ask(door, session, { method: 'GET', url });
    if (!answer.ok) {
      if (answer.kind === 'stopped') break;
      continue;
    }
    if ([401, 403].includes(answer.status)) guarded.push(url);
    if (!isGood(answer.status)) continue;
    const other = await nobody(url);
    const by = other.ok ? toldApart(answer, other, marks) : null;
    if (by !== null) return { proof: { url, path: new URL(url).pathname, by }, answer, guarded };
  }
  return { proof: null, guarded };
};
