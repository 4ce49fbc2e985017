import { isGood } from '../actors/door.ts';
import { once } from '../accounts/memo.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, GoodAnswer } from '../contract/send.ts';
import { inBatches } from './in-batches.ts';
import { plainGets, urlOf } from './routes.ts';

export interface Read {
  operation: Operation;
  url: string;
  answer: Answer;
}

/** So many addresses are looked at. */
export const MOST_READ = 60;

/** What nobody gets at each plain address. Asked once in a run. */
export const nobodyReads = (context: ProbeContext): Promise<readonly Read[]> =>
  once(context, 'nobody reads', () =>
    inBatches(
      plainGets(context.operations).slice(0, MOST_READ),
      6,
      async (operation) => {
        const url = urlOf(operation);
        return { operation, url, answer: await context.send({ method: 'GET', url }, { as: null, mode: 'read' }) };
      },
      ({ answer }) => !answer.ok && answer.kind === 'stopped',
    ),
  );

/** Answered 2xx, and not a list of nothing but a redirect or a refusal. */
export const given = ({ answer }: Read): GoodAnswer | null => (answer.ok && isGood(answer.status) ? answer : null);
