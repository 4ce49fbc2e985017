import { say, type Said } from '../accounts/observe.ts';
import type { Meant } from '../access/people.ts';
import { between, whoIs } from '../access/report.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { Answer } from '../contract/send.ts';

/** What is said of an attempt at something that is meant for others. */
export const sayFunction = (
  operation: Operation,
  attacker: Actor | null,
  verdict: Said['verdict'],
  what: string,
  answers: readonly (Answer | undefined)[],
  meant: Meant | undefined,
): Said => {
  const whom = meant === undefined || meant.roles.size === 0 ? '' : `, which is for ${[...meant.roles].join(' and ')}`;
  return say(operation.id, verdict, `${whoIs(attacker)} tried it${whom}: ${what}.`, answers, between(attacker));
};
