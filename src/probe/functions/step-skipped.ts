import { isGood } from '../access/answers.ts';
import { isStaff } from '../access/people.ts';
import { windowsOn } from '../access/readback.ts';
import { between, notTried, settleSubjects } from '../access/report.ts';
import { survey } from '../access/survey.ts';
import { earlyReviews } from './early-reviews.ts';
import { amountIn, isUnpaid } from './judge-deal.ts';
import { lateSteps } from './late-steps.ts';
import { emptyOne } from '../access/trade.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import type { Answer } from '../contract/send.ts';

const DEAL = /^(?:order|purchase|booking|reservation|sale|rental|deal|contract)$/;
const MONEY = /(?:balance|payable|earnings|wallet|revenue|available)/i;

const moneyOf = async (
  context: ProbeContext,
): Promise<{ operation: Operation; actor: Actor; url: string; answer: Answer }[]> => {
  const seen = await survey(context);
  const places = seen.sights.filter(
    ({ operation, viewer, answer }) =>
      viewer !== null && !isStaff(viewer) && MONEY.test(operation.path) && isGood(answer),
  );
  return Promise.all(
    places.slice(0, 6).map(async ({ operation, viewer, url }) => {
      const actor = viewer as Actor;
      return { operation, actor, url, answer: await context.send({ method: 'GET', url }, { as: actor, mode: 'read' }) };
    }),
  );
};

/** Types of deals, each with those who have one; who can least first, since they buy. */
const dealTypes = (context: ProbeContext): { type: string; owners: Actor[] }[] =>
  [
    ...Map.groupBy(
      context.resources.all().filter(({ type }) => DEAL.test(type)),
      ({ type }) => type,
    ),
  ].map(([type, all]) => ({
    type,
    owners: [...new Set(all.map(({ owner }) => owner))]
      .flatMap((name) => context.actors.named(name) ?? [])
      .toSorted((x, y) => x.rank - y.rank),
  }));

const freshDeal = async (
  context: ProbeContext,
  type: string,
  owners: readonly Actor[],
): Promise<{ owner: Actor; made: Resource } | undefined> => {
  for (const owner of owners.slice(0, 3)) {
    const made = await context.resources.fresh(type, owner);
    if (made !== undefined) return { owner, made };
  }
  return undefined;
};

const run = async (context: ProbeContext): Promise<Said[]> => {
  const said: Said[] = [];
  await emptyOne(context);
  for (const { type, owners } of dealTypes(context).slice(0, 2)) {
    const money = await moneyOf(context);
    const deal = await freshDeal(context, type, owners);
    const looks = deal === undefined ? [] : await windowsOn(context, deal.owner, deal.made);
    const part = looks[0]?.part;
    if (deal === undefined) said.push(notTried(`steps of ${type}`, `No fresh ${type} could be made.`));
    else if (!isUnpaid(part))
      said.push(
        notTried(`steps of ${type}`, `A fresh ${type} does not say that it is not paid yet.`, [looks[0]?.answer]),
      );
    else
      said.push(
        ...(await moneyGrown(context, money)),
        ...(await lateSteps(context, deal.owner, deal.made)),
        ...(await earlyReviews(context, deal.owner, deal.made, part)),
      );
  }
  return settleSubjects(said);
};

/** What nobody has paid must not become money that is paid out. */
const moneyGrown = async (context: ProbeContext, before: Awaited<ReturnType<typeof moneyOf>>): Promise<Said[]> =>
  Promise.all(
    before.map(async ({ operation, actor, url, answer: old }) => {
      const now = await context.send({ method: 'GET', url }, { as: actor, mode: 'read' });
      const [then, amount] = [amountIn(old), amountIn(now)];
      if (then === undefined || amount === undefined)
        return say(
          operation.id,
          'inconclusive',
          `What ${actor.name} is owed could not be read.`,
          [old, now],
          between(actor),
        );
      const grown = amount > then;
      const text = grown
        ? `After an order that nobody has paid, ${actor.name} is owed more than before.`
        : `An order that nobody has paid did not change what ${actor.name} is owed.`;
      return say(
        operation.id,
        grown ? 'confirmed' : 'refuted',
        text,
        [old, now],
        between(actor, undefined, { before: then, after: amount }),
      );
    }),
  );

export const stepSkipped = makeProbe({
  id: 'step-skipped',
  tries:
    'whether steps can be taken in the wrong order: shipped before paid, reviewed without a purchase, paid out what nobody paid',
  mode: 'write',
  subject: 'order of steps',
  requests: () => 60,
  run,
});
