import { once } from '../accounts/memo.ts';
import { findOwnAnswer, readWith, type Headers } from '../accounts/own-answer.ts';
import { mainOrigin, peopleOf } from '../accounts/people.ts';
import { sharedForm } from '../accounts/ways-in.ts';
import { isGood } from '../actors/door.ts';
import { headersOf } from '../actors/session.ts';
import { nobodyReads } from '../answers/nobody-reads.ts';
import type { Carried } from '../answers/shared-cache.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { sessionCookieOf } from '../sessions/session-cookies.ts';

export const SUBJECT = 'CORS';

/** Private answers that are asked for from other sites, and how the credential gets there. */
export interface CorsSubject {
  actor: string;
  carried: Carried;
  /** Of the session cookie: `lax`, `strict`, `none`; undefined when not said, or when there is no cookie. */
  sameSite: string | undefined;
  /** Absolute addresses whose answers nobody gets. */
  urls: readonly string[];
  /** As a script of that origin asks in the user's browser. */
  ask(url: string, origin: string): Promise<Answer>;
  /** What a browser asks before it changes something. */
  preflight(url: string, origin: string): Promise<Answer>;
}

const MOST_OTHERS = 3;

/** A browser's session where one can be had; else an actor of the pool. Null without any private answer. */
export const corsSubject = (context: ProbeContext): Promise<CorsSubject | null> =>
  once(context, 'cors subject', () => find(context));

const find = async (context: ProbeContext): Promise<CorsSubject | null> => {
  const [person] = peopleOf(context);
  const entered = person === undefined ? null : await sharedForm(context, person.account);
  if (person !== undefined && entered !== null) {
    const headersFor = (url: string): Headers => headersOf(entered.session, url);
    const own = await findOwnAnswer(context, person.account.origin, person.account.login, headersFor);
    if (own !== null) {
      const cookie = await sessionCookieOf(context, entered.session, own);
      return subjectOf(context, person.actor.name, 'cookie', cookie?.sameSite, own.url, headersFor);
    }
  }
  for (const actor of [...context.actors.all]
    .sort((a, b) => Number(b.carries === 'cookie') - Number(a.carries === 'cookie'))
    .slice(0, 3)) {
    const headersFor = (url: string): Headers => context.actors.credentials(actor, url);
    const own = await findOwnAnswer(context, actor.origin ?? mainOrigin(context), actor.login, headersFor);
    if (own !== null) return subjectOf(context, actor.name, actor.carries, undefined, own.url, headersFor);
  }
  return null;
};

const subjectOf = async (
  context: ProbeContext,
  actor: string,
  carried: Carried,
  sameSite: string | undefined,
  url: string,
  headersFor: (url: string) => Headers,
): Promise<CorsSubject> => {
  const guarded = (await nobodyReads(context)).filter(
    ({ answer, url: other }) => answer.ok && [401, 403].includes(answer.status) && other !== url,
  );
  const others: string[] = [];
  for (const { url: other } of guarded.slice(0, MOST_OTHERS * 2)) {
    if (others.length === MOST_OTHERS) break;
    const mine = await readWith(context, other, headersFor(other));
    if (mine.ok && isGood(mine.status)) others.push(other);
  }
  return {
    actor,
    carried,
    sameSite,
    urls: [url, ...others],
    ask: (to, origin) => readWith(context, to, { ...headersFor(to), origin }),
    preflight: (to, origin) =>
      context.send(
        {
          method: 'OPTIONS',
          url: to,
          headers: {
            origin,
            'access-control-request-method': 'PATCH',
            'access-control-request-headers': 'content-type',
          },
        },
        { as: null, mode: 'read' },
      ),
  };
};
