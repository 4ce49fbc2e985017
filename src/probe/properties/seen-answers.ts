import { isGood } from '../access/answers.ts';
import { itemReads } from '../access/item-reads.ts';
import { isStaff, isStaffs } from '../access/people.ts';
import { isHidden } from '../access/operations.ts';
import { survey } from '../access/survey.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { GoodAnswer } from '../contract/send.ts';

export interface SeenAnswer {
  operation: Operation;
  viewer: Actor | null;
  answer: GoodAnswer;
}

/** Every good answer that somebody who is not staff got while looking around. */
export const seenAnswers = async (context: ProbeContext): Promise<SeenAnswer[]> => {
  const [seen, { reads }] = [await survey(context), await itemReads(context)];
  const all = [
    ...seen.sights.map(({ operation, viewer, answer }) => ({ operation, viewer, answer })),
    ...reads.flatMap(({ target, control, asks }) => [
      { operation: target.operation, viewer: target.owner, answer: control },
      ...asks.map(({ viewer, answer }) => ({ operation: target.operation, viewer, answer })),
    ]),
  ];
  return all.flatMap(({ operation, viewer, answer }) =>
    isGood(answer) && !(viewer !== null && isStaff(viewer)) && !isHidden(operation) && !isStaffs(context, operation)
      ? [{ operation, viewer, answer }]
      : [],
  );
};
