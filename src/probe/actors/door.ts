import type { ProbeMode } from '../../model/evidence/boundary.ts';
import type { Operation } from '../contract/operation.ts';
import type { Answer, GoodAnswer, Request, Send } from '../contract/send.ts';
import type { Mailbox } from './mailbox.ts';
import { headersOf, keepCookies, type Session } from './session.ts';

/** What getting in works with. */
export interface Door {
  send: Send;
  /** Exact origins that may be asked; the first is the app's main one. */
  origins: readonly string[];
  operations: readonly Operation[];
  mailbox: Mailbox | null;
  signal: AbortSignal;
}

const MAX_BYTES = 512 * 1024;
const MOST_REDIRECTS = 5;

/** One request in a session that is only being made; its cookies are kept. */
export const ask = async (
  { send }: Door,
  session: Session,
  request: Request,
  mode: ProbeMode = 'read',
): Promise<Answer> => {
  const headers = { ...headersOf(session, request.url), ...request.headers };
  const answer = await send({ ...request, headers }, { as: null, mode, maxBytes: MAX_BYTES });
  if (answer.ok) keepCookies(session, request.url, answer);
  return answer;
};

export interface Visit {
  /** The last answer. */
  answer: Answer;
  /** Where it came from. */
  url: string;
  /** The redirect that was not followed, since it leads off the list. */
  left?: string;
}

/** A request as a browser makes it: redirects are followed, at most five, never off the list and never with what was sent. */
export const visit = async (
  door: Door,
  session: Session,
  request: Request,
  mode: ProbeMode = 'read',
): Promise<Visit> => {
  let url = request.url;
  let answer = await ask(door, session, request, mode);
  for (let hops = 0; hops < MOST_REDIRECTS && answer.ok; hops++) {
    const next = redirectOf(answer, url);
    if (next === null) break;
    if (!door.origins.includes(new URL(next).origin)) return { answer, url, left: new URL(next).origin };
    // 307 and 308 would repeat what was sent, a password perhaps.
    if ([307, 308].includes(answer.status) && request.method !== 'GET') break;
    url = next;
    answer = await ask(door, session, { method: 'GET', url });
  }
  return { answer, url };
};

/** Absolute address that an answer leads on to; null when it leads nowhere. */
export const redirectOf = ({ status, headers }: GoodAnswer, url: string): string | null => {
  const location = headers['location'];
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined || !URL.canParse(location, url))
    return null;
  const next = new URL(location, url);
  next.hash = '';
  return next.href;
};

export const isGood = (status: number): boolean => status >= 200 && status < 300;

/** Pages and forms say where a request comes from, as browsers do; some frameworks refuse it otherwise. */
export const fromPage = (page: string): Record<string, string> => ({ origin: new URL(page).origin, referer: page });
