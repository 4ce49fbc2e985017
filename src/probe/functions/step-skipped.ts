import { isGood, isSilent, told } from '../access/answers.ts';
import { bodyFor, encoded, headersFor, mark, membersOfBody } from '../access/bodies.ts';
import { isObject, leavesOf } from '../access/json.ts';
import { addressOf, isSafeRead, pathNames, tailOf, withoutTwins } from '../access/operations.ts';
import { isStaff, meantFor } from '../access/people.ts';
import { attempt } from '../access/attempt.ts';
import { changedMembers, windowsOn } from '../access/readback.ts';
import { between, notTried, settleSubjects } from '../access/report.ts';
import { survey } from '../access/survey.ts';
import { valuesFor } from '../access/targets.ts';
import { emptyOne } from '../access/trade.ts';
import { objectWrites } from '../access/writes.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import type { Answer } from '../contract/send.ts';

const DEAL = /^(?:order|purchase|booking|reservation|sale|rental|deal|contract)$/;
const LATE =
  /^(?:ship|dispatch|send|fulfil|fulfill|deliver|delivered|complete|completed|receive|received|confirm-?(?:delivery|receipt)|finish|release|refunds?|return|payout)$/i;
const REVIEW = /^(?:reviews?|ratings?|feedbacks?|testimonials?)$/i;
const MONEY = /(?:balance|payable|earnings|wallet|revenue|available)/i;
const UNPAID = /(?:pending|unpaid|await|payment|not[_ -]?paid)/i;

/** Pure: an order that says of itself that nobody has paid for it. */
export const isUnpaid = (part: unknown): boolean => {
  if (!isObject(part)) return false;
  const state = part['status'] ?? part['state'] ?? part['paymentStatus'] ?? part['payment_status'];
  const paid = leavesOf(part).some(
    ({ name, value }) =>
      /^(?:paid_?at|is_?paid|paid)$/i.test(name) && value !== null && value !== false && value !== '',
  );
  return typeof state === 'string' && UNPAID.test(state) && !paid;
};

/** Pure: sum of the amounts in an answer about money. */
export const amountIn = (answer: Answer | undefined): number | undefined => {
  if (!isGood(answer) || answer.json === undefined) return undefined;
  const amounts = leavesOf(answer.json).flatMap(({ name, value }) =>
    typeof value === 'number' && /amount|balance|total|available|payable|cents|earn|revenue/i.test(name) ? [value] : [],
  );
  return amounts.length === 0 ? undefined : amounts.reduce((sum, one) => sum + one, 0);
};

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

const partiesOf = (context: ProbeContext, owner: Actor, { parties = [] }: Resource): Actor[] => [
  ...parties.flatMap((name) => context.actors.named(name) ?? []),
  owner,
];

const lateSteps = async (context: ProbeContext, owner: Actor, made: Resource): Promise<Said[]> => {
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

/** A review of what was never paid. */
const earlyReviews = async (context: ProbeContext, owner: Actor, made: Resource, part: unknown): Promise<Said[]> => {
  const said: Said[] = [];
  for (const operation of objectWrites(context, 'child').filter(({ path }) => REVIEW.test(tailOf(path) ?? ''))) {
    const last = pathNames(operation.path).at(-1) ?? '';
    if (!context.resources.fitting(operation.id, last, owner).some(({ id }) => id === made.id)) continue;
    const values = valuesFor(context, operation, made, owner);
    const url = values && addressOf(operation, values);
    if (url === undefined) continue;
    const ordered = new Map(
      leavesOf(part).flatMap(({ name, value }): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    );
    const text = mark();
    const given: Record<string, unknown> = {};
    for (const name of Object.keys(membersOfBody(operation))) {
      if (ordered.has(name)) given[name] = ordered.get(name);
      else if (/body|text|comment|content|message/i.test(name)) given[name] = text;
    }
    const body = encoded(operation, bodyFor(context, operation, owner, { given }));
    const answer = await context.send(
      { method: 'POST', url, headers: headersFor(operation), ...(body === undefined ? {} : { body }) },
      { as: owner, mode: 'write' },
    );
    if (!isGood(answer)) {
      said.push(
        say(
          operation.id,
          isSilent(answer) ? 'inconclusive' : 'refuted',
          `A review of what was not paid ${told(answer)}.`,
          [answer],
          between(owner),
        ),
      );
      continue;
    }
    const shown = await shownTo(context, ordered, text);
    said.push(
      say(
        operation.id,
        shown === undefined ? 'likely' : 'confirmed',
        `${owner.name} reviewed what was never paid, and ${shown === undefined ? 'the answer says that it was taken' : 'everybody reads it'}.`,
        [answer, shown],
        between(owner),
      ),
    );
  }
  return said;
};

/** Reviews as everybody reads them, of the things that were ordered. */
const shownTo = async (
  context: ProbeContext,
  ordered: ReadonlyMap<string, string>,
  text: string,
): Promise<Answer | undefined> => {
  const lists = withoutTwins(context.operations).filter(
    (operation) => isSafeRead(operation) && REVIEW.test(operation.path.split('/').at(-1) ?? ''),
  );
  for (const list of lists.slice(0, 6)) {
    const values = Object.fromEntries(pathNames(list.path).map((name) => [name, ordered.get(name) ?? '']));
    const url = addressOf(list, values);
    if (url === undefined) continue;
    const answer = await context.send({ method: 'GET', url }, { as: null, mode: 'read' });
    if (isGood(answer) && answer.text.includes(text)) return answer;
  }
  return undefined;
};

export const stepSkipped = makeProbe({
  id: 'step-skipped',
  tries:
    'whether steps can be taken in the wrong order: shipped before paid, reviewed without a purchase, paid out what nobody paid',
  mode: 'write',
  subject: 'order of steps',
  requests: () => 60,
  run,
});
