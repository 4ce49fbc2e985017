import { findCsrfToken } from '../actors/csrf.ts';
import { isGood } from '../actors/door.ts';
import { headersOf } from '../actors/session.ts';
import { inBatches } from '../answers/in-batches.ts';
import { nobodyReads } from '../answers/nobody-reads.ts';
import { isPage } from '../answers/routes.ts';
import { once } from '../accounts/memo.ts';
import { peopleOf } from '../accounts/people.ts';
import { sharedForm } from '../accounts/ways-in.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { GoodAnswer } from '../contract/send.ts';

const MOST_PAGES = 25;
const LOGGED_IN = /(?:href|action)\s*=\s*["']?[^"'>\s]{0,200}(?:log-?out|sign-?out|log_out|sign_out)/i;

export interface PageRead {
  operation: Operation;
  url: string;
  /** Name of the actor in whose browser it was. */
  actor: string;
  mine: GoodAnswer;
  nobodys: GoodAnswer;
  /** Ends "shows …": what in it is the user's. Empty when the page is the same for all. */
  shows: readonly string[];
}

/** What a page shows to who is logged in, and to nobody not. */
export const personalIn = (mine: string, nobodys: string, login: string): string[] => {
  const token = findCsrfToken(mine);
  return [
    ...(login.length >= 3 && mine.includes(login) && !nobodys.includes(login) ? ['the user’s login name'] : []),
    ...(LOGGED_IN.test(mine) && !LOGGED_IN.test(nobodys) ? ['that somebody is logged in'] : []),
    ...(token !== undefined && token.length >= 8 && !nobodys.includes(token) ? ['a CSRF token'] : []),
  ];
};

/** Pages that everybody may open, as a logged-in browser gets them. Asked once in a run. */
export const pageReads = (context: ProbeContext): Promise<readonly PageRead[]> =>
  once(context, 'page reads', async () => {
    const [person] = peopleOf(context);
    const entered = person === undefined ? null : await sharedForm(context, person.account);
    if (person === undefined || entered === null) return [];
    const pages = (await nobodyReads(context)).flatMap((read) =>
      read.answer.ok && isGood(read.answer.status) && isPage(read.answer) ? [{ ...read, nobodys: read.answer }] : [],
    );
    const found = await inBatches(pages.slice(0, MOST_PAGES), 4, async ({ operation, url, nobodys }) => {
      const headers = headersOf(entered.session, url);
      const mine = await context.send({ method: 'GET', url, headers }, { as: null, mode: 'read' });
      if (!mine.ok || !isGood(mine.status)) return [];
      const shows = personalIn(mine.text, nobodys.text, person.account.login);
      return [{ operation, url, actor: person.actor.name, mine, nobodys, shows }];
    });
    return found.flat();
  });
