import { isFile, isGood } from '../access/answers.ts';
import { itemReads, type ItemRead } from '../access/item-reads.ts';
import { nounOf } from '../access/operations.ts';
import { between, settleSubjects, whoIs } from '../access/report.ts';
import { survey, type Survey } from '../access/survey.ts';
import { isPersonal } from '../access/secrets-of.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { objectsIn } from '../resources/objects.ts';
import { namesOwner } from '../resources/told.ts';
import { isPrivateThing } from '../values/names.ts';
import { parentTrials } from '../access/parent-trials.ts';
import { tryIdTricks } from './id-tricks.ts';
import { entropyOf, judgeRead } from './judge-read.ts';
import { leakCell } from './matrix.ts';
import { trySeen } from './seen-addresses.ts';

/** The owner's list shows the object, the attacker's same list does not. */
export const isScoped = (seen: Survey, { target }: ItemRead, attacker: Actor | null): boolean =>
  target.resource.id.length > 0 &&
  seen.sights.some(({ operation, viewer, answer }) => {
    if (viewer !== target.owner || !isGood(answer) || !answer.text.includes(target.resource.id)) return false;
    const theirs = seen.as(operation, attacker);
    const nobodys = seen.as(operation, null);
    const hides = theirs?.ok === true && !theirs.text.includes(target.resource.id);
    return hides && nobodys?.ok === true && !nobodys.text.includes(target.resource.id);
  });

/** Open to everybody by its description; without one, by what it is and that nobody gets it. */
export const isShowcase = ({ target, asks }: ItemRead): boolean => {
  const { operation, resource } = target;
  if (operation.declared !== undefined)
    return operation.declared === 'public' && asks.some(({ viewer, answer }) => viewer === null && isGood(answer));
  const open = asks.some(({ viewer, answer }) => viewer === null && isGood(answer));
  return (
    open &&
    (resource.public ||
      !isPrivateThing(nounOf(operation.path)) ||
      /^(?:user|profile|member)$/.test(nounOf(operation.path)))
  );
};

/** One person's alone wherever things are sold: no profile or offer, which peers may well be shown. */
const OF_A_DEAL = /^(?:shopping-?)?(?:cart|basket|order|address|invoice|payment|payout|wallet)$/i;

const judgeAsk = (
  context: ProbeContext,
  seen: Survey,
  read: ItemRead,
  { viewer, answer }: ItemRead['asks'][number],
): Said => {
  const { target, control, missing, asks } = read;
  const { operation, owner, resource } = target;
  const own = (text: string): string[] =>
    context.canaries
      .seenIn(text)
      .filter((one) => one.owner === owner.name && !one.public && (!isPersonal(one) || !isShowcase(read)))
      .map(({ value }) => value);
  const everybodyGets = asks.every((ask) => isGood(ask.answer)) && asks.some((ask) => ask.viewer === null);
  const { verdict, said } = judgeRead({
    control,
    attack: answer,
    missing,
    planted: isGood(control) ? own(control.text) : [],
    read: isGood(answer) ? own(answer.text) : [],
    inMissing: isGood(missing) ? own(missing.text) : [],
    scoped: isScoped(seen, read, viewer),
    named:
      (viewer === null || viewer.role === owner.role) &&
      OF_A_DEAL.test(nounOf(operation.path)) &&
      objectsIn(isGood(answer) ? answer.json : null, resource.type).some(
        ({ id, object }) => id === resource.id && namesOwner(object, owner),
      ),
    privateThing: isPrivateThing(nounOf(operation.path)) || isPrivateThing(operation.path.split('/').at(-1) ?? ''),
    showcase: isShowcase(read),
    capability: operation.declared === undefined && everybodyGets && entropyOf(resource.id) >= 64,
  });
  if (verdict === 'confirmed')
    context.cells.push(
      leakCell(operation.id, viewer?.role ?? 'nobody', isGood(answer) ? answer.status : null, answer.exchange),
    );
  return say(
    operation.id,
    verdict,
    `${whoIs(viewer)} asked for the ${nounOf(operation.path) || 'object'} of ${owner.name}: ${said}.`,
    [control, answer, missing],
    between(viewer, owner),
  );
};

export const objectRead = makeProbe({
  id: 'object-read',
  tries: 'whether the object of one account is shown to another one, or to nobody, when its id is named',
  mode: 'read',
  subject: 'reads by id',
  requests: ({ operations, actors }) =>
    operations.filter(({ method, path }) => method === 'GET' && path.includes('{')).length * (actors.all.length + 4) +
    110,
  run: async (context) => {
    const [seen, { reads, without }, parents] = [
      await survey(context),
      await itemReads(context),
      await parentTrials(context),
    ];
    const said = reads
      .filter(({ control }) => !(isGood(control) && isFile(control)))
      .flatMap((read) => read.asks.map((ask) => judgeAsk(context, seen, read, ask)));
    const open = await Promise.all(
      without
        .filter(({ operation }) => operation.declared !== 'public')
        .map(async ({ operation, failed }) => {
          const found = await trySeen(context, operation);
          if (found.verdict !== 'not-tested' || failed === undefined) return found;
          const text = `No ${nounOf(operation.path) || 'thing'} was found that its own owner can read here.`;
          return say(operation.id, 'inconclusive', text, [failed]);
        }),
    );
    return settleSubjects([
      ...said,
      ...open,
      ...parents.filter(({ probe }) => probe === 'object-read').map(({ said: one }) => one),
      ...(await tryIdTricks(context)),
    ]);
  },
});
