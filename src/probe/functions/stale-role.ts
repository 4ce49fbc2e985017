import { headersOf } from '../actors/session.ts';
import { judgeOwn, readWith, type OwnAnswer } from '../accounts/own-answer.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { throwAway } from '../accounts/throw-away.ts';
import { isGood, told } from '../access/answers.ts';
import { bodyFor, encoded, headersFor } from '../access/bodies.ts';
import { tailOf } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { entitled, meantFor } from '../access/people.ts';
import { changeIn, lookAgain, windowsOn } from '../access/readback.ts';
import { notTried, settleSubjects } from '../access/report.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { tryDemotion } from './demotion.ts';
import { isAboutPeople, somethingFor } from './fit.ts';
import { takeBack } from './take-back.ts';
import { waysBack, type WayBack } from './ways-back.ts';

const ENDS = /^(?:suspend|ban|block|lock|disable|deactivate)$/i;
const SUBJECT = 'access after a suspension';

/** The staff's step that shuts an account out. */
const suspension = ({ operations }: ProbeContext): Operation | undefined =>
  withoutTwins(operations).find(
    (operation) => operation.method !== 'GET' && isAboutPeople(operation) && ENDS.test(tailOf(operation.path) ?? ''),
  );

const tryIt = async (context: ProbeContext, operation: Operation): Promise<Said> => {
  const meant = meantFor(context, operation);
  const inCharge = meant === undefined ? undefined : entitled(context, meant);
  const made = await throwAway(context);
  if (inCharge === undefined) return notTried(SUBJECT, 'Nobody took part who may suspend an account.');
  if (!made.ok)
    return notTried(SUBJECT, `No account could be made to be suspended. ${made.said}`, made.answers.slice(0, 2));
  const [target] = await somethingFor(context, operation);
  if (target === undefined) return notTried(SUBJECT, 'The id of the account that was made is not known.');
  const { own, session } = made;
  const read = () => readWith(context, own.url, headersOf(session, own.url));
  const control = await read();
  if (judgeOwn(control, own) !== 'own')
    return say(SUBJECT, 'inconclusive', 'The new account’s session did not work before the suspension.', [control]);
  const back = await waysBack(context, made);
  const before = await windowsOn(context, inCharge, target.resource);
  const body = encoded(operation, bodyFor(context, operation, inCharge));
  const answer = await context.send(
    {
      method: operation.method,
      url: target.url,
      headers: headersFor(operation),
      ...(body === undefined ? {} : { body }),
    },
    { as: inCharge, mode: 'write' },
  );
  if (!isGood(answer))
    return say(SUBJECT, answer.ok ? 'inconclusive' : 'not-tested', `The suspension ${told(answer)}.`, [
      control,
      answer,
    ]);
  const after = await read();
  const seen = await lookAgain(context, before, target.resource.id);
  const change = changeIn(before, seen);
  const verdict = judgeOwn(after, own);
  const returned = verdict === 'other' && change !== undefined ? await firstThrough(back, own) : undefined;
  if (change !== undefined) await takeBack(context, operation, target, change, inCharge);
  const more = { actor: 'a new account', owner: inCharge.name };
  if (verdict === 'own' && change !== undefined) {
    return say(
      operation.id,
      'confirmed',
      `${inCharge.name} suspended an account, and the session that it had before still reads its private data.`,
      [control, answer, after],
      more,
    );
  }
  if (verdict === 'own')
    return say(
      operation.id,
      'inconclusive',
      'The suspension had no effect that could be read back.',
      [control, answer, after],
      more,
    );
  if (returned !== undefined)
    return say(
      operation.id,
      'confirmed',
      `${inCharge.name} suspended an account, whose session of before ended, but it got in again ${returned.how}, and reads its private data.`,
      [control, answer, after, returned.answer],
      { ...more, facts: { variant: returned.how } },
    );
  return say(
    operation.id,
    verdict === 'other' ? 'refuted' : 'inconclusive',
    `After the suspension the session that was there before ${told(after)}.`,
    [control, answer, after],
    more,
  );
};

const firstThrough = async (
  back: readonly WayBack[],
  own: OwnAnswer,
): Promise<{ how: string; answer: Answer } | undefined> => {
  for (const { how, take } of back) {
    const answer = await take();
    if (answer !== undefined && judgeOwn(answer, own) === 'own') return { how, answer };
  }
  return undefined;
};

export const staleRole = makeProbe({
  id: 'stale-role',
  tries: 'whether who was suspended, or lost a role, can go on with the session of before, or get in again',
  mode: 'write',
  subject: SUBJECT,
  requests: () => 32,
  run: async (context) => {
    const operation = suspension(context);
    const demoted = await tryDemotion(context);
    return settleSubjects([...demoted, ...(operation === undefined ? [] : [await tryIt(context, operation)])]);
  },
});
