import { headersOf } from '../actors/session.ts';
import { readWith } from '../accounts/own-answer.ts';
import { say, type Said } from '../accounts/observe.ts';
import { enter, throwAway } from '../accounts/throw-away.ts';
import { isGood, isHtml, isRefused, isSilent, told } from '../access/answers.ts';
import { isTop } from '../access/people.ts';
import { survey } from '../access/survey.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { accountIdIn } from './fit.ts';
import { roleGiver } from './role-change.ts';

/** A read that a role between has and the least one has not. */
const guardedRead = async (context: ProbeContext): Promise<{ role: string; url: string } | undefined> => {
  const seen = await survey(context);
  const least = context.actors.all.toSorted((a, b) => a.rank - b.rank)[0];
  if (least === undefined) return undefined;
  for (const { operation, viewer, url, answer } of seen.sights) {
    if (viewer === null || viewer.rank <= least.rank || isTop(context, viewer) || !isGood(answer) || isHtml(answer))
      continue;
    if (!/admin|mod|staff|support|manag|review/i.test(viewer.role)) continue;
    if (isRefused(seen.as(operation, least))) return { role: viewer.role, url };
  }
  return undefined;
};

/** A throw-away account is given a role, logs in with it, and loses it again: what it got then must end with it. */
export const tryDemotion = async (context: ProbeContext): Promise<Said[]> => {
  const guarded = await guardedRead(context);
  const least = context.actors.all.toSorted((a, b) => a.rank - b.rank)[0];
  const made = await throwAway(context);
  if (guarded === undefined || least === undefined || !made.ok || !made.own.mine.ok) return [];
  const giver = roleGiver(context, accountIdIn(made.own.mine.json), 'write');
  if (giver === undefined) return [];
  const raised = await giver.give(guarded.role);
  if (!isGood(raised)) return [];
  const session = await enter(context, made.account);
  const read = async () =>
    session === null ? undefined : readWith(context, guarded.url, headersOf(session, guarded.url));
  const control = await read();
  const lowered = await giver.give(least.role);
  const more = { actor: 'a new account', owner: giver.inCharge.name };
  if (!isGood(lowered) || !isGood(control)) {
    return [
      say(
        giver.operation.id,
        'inconclusive',
        `A role that was given for a moment could not be used: it ${told(control)}.`,
        [raised, control, lowered],
        more,
      ),
    ];
  }
  const after = await read();
  const shown = [raised, control, lowered, after];
  if (isGood(after))
    return [
      say(
        giver.operation.id,
        'confirmed',
        `An account that lost the role ${guarded.role} still reads what only that role may, with the session of before.`,
        shown,
        more,
      ),
    ];
  return [
    say(
      giver.operation.id,
      isSilent(after) ? 'inconclusive' : 'refuted',
      `After the role was taken away, its session of before ${told(after)}.`,
      shown,
      more,
    ),
  ];
};
