import { isUnpaid } from './judge-deal.ts';
import { told } from '../access/answers.ts';
import { addressOf, pathNames, tailOf } from '../access/operations.ts';
import { meantFor } from '../access/people.ts';
import { attempt } from '../access/attempt.ts';
import { changedMembers, windowsOn } from '../access/readback.ts';
import { between } from '../access/report.ts';
import { valuesFor } from '../access/targets.ts';
import { objectWrites } from '../access/writes.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';

const LATE =
  /^(?:ship|dispatch|send|fulfil|fulfill|deliver|delivered|complete|completed|receive|received|confirm-?(?:delivery|receipt)|finish|release|refunds?|return|payout)$/i;

const partiesOf = (context: ProbeContext, owner: Actor, { parties = [] }: Resource): Actor[] => [
  ...parties.flatMap((name) => context.actors.named(name) ?? []),
  owner,
];

/** Steps that belong after the payment, tried before it. */
export const lateSteps = async (context: ProbeContext, owner: Actor, made: Resource): Promise<Said[]> => {
  const said: Said[] = [];
  for (const operation of [...objectWrites(context, 'action'), ...objectWrites(context, 'child')].filter(({ path }) =>
    LATE.test(tailOf(path)?.split('/').at(-1) ?? ''),
  )) {
    const values = valuesFor(context, operation, made, owner);
    const url = values && addressOf(operation, values);
    const meant = meantFor(context, operation);
    const last = pathNames(operation.path).at(-1) ?? '';
    const isIts = context.resources.fitting(operation.id, last, owner).some(({ id }) => id === made.id);
    if (url === undefined || !isIts) continue;
    for (const actor of partiesOf(context, owner, made).filter(
      ({ role }) => meant === undefined || meant.roles.has(role),
    )) {
      const before = await windowsOn(context, owner, made);
      if (!isUnpaid(before[0]?.part)) break;
      const done = await attempt(context, { operation, url, as: actor, resource: made, before });
      const shown = done.change === undefined ? undefined : changedMembers(done.change);
      const isStep = shown?.some((name) => /status|state|_?at$/i.test(name)) === true;
      const text = isStep
        ? `${actor.name} could do it to an order that is not paid: ${shown?.join(', ')} changed.`
        : `${actor.name} tried it on an order that is not paid: it ${told(done.answer)}.`;
      const verdict = isStep ? 'confirmed' : !done.answer.ok ? 'inconclusive' : 'refuted';
      said.push(
        say(
          operation.id,
          verdict,
          text,
          [before[0]?.answer, done.answer, done.after?.[0]?.answer],
          between(actor, owner),
        ),
      );
      if (isStep) return said;
    }
  }
  return said;
};
