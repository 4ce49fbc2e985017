import { isGood } from '../access/answers.ts';
import { itemReads } from '../access/item-reads.ts';
import { isStaff, isStaffs } from '../access/people.ts';
import { isHidden } from '../access/operations.ts';
import { survey } from '../access/survey.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import type { Answer, GoodAnswer } from '../contract/send.ts';

export interface SeenAnswer {
  operation: Operation;
  viewer: Actor | null;
  answer: GoodAnswer;
  /** The object that was named, when one was. */
  resource?: Resource;
}

/** Every good answer that somebody who is not staff got while looking around. */
export const seenAnswers = async (context: ProbeContext): Promise<SeenAnswer[]> => {
  const [seen, { reads }] = [await survey(context), await itemReads(context)];
  const all: (Omit<SeenAnswer, 'answer'> & { answer: Answer })[] = [
    ...seen.sights.map(({ operation, viewer, answer }) => ({ operation, viewer, answer })),
    ...reads.flatMap(({ target: { operation, owner, resource }, control, asks }) => [
      { operation, viewer: owner, answer: control, resource },
      ...asks.map(({ viewer, answer }) => ({ operation, viewer, answer, resource })),
    ]),
  ];
  return all.flatMap(({ operation, viewer, answer, resource }) =>
    isGood(answer) && !(viewer !== null && isStaff(viewer)) && !isHidden(operation) && !isStaffs(context, operation)
      ? [{ operation, viewer, answer, ...(resource === undefined ? {} : { resource }) }]
      : [],
  );
};
