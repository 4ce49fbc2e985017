import type { ProbeMode } from '../../model/evidence/boundary.ts';
import type { Probe, ProbeContext } from '../contract/probe.ts';
import { alone } from '../accounts/memo.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { judgeOwn, readWith } from '../accounts/own-answer.ts';
import { enter, throwAway, type ThrowAway } from '../accounts/throw-away.ts';
import { headersOf } from '../actors/session.ts';

interface Parts {
  id: string;
  tries: string;
  subject: string;
  requests: number;
  mode?: ProbeMode;
  run: (context: ProbeContext, account: ThrowAway) => Promise<Said>;
}

/** Another probe may have ended its session: one that took a role away. */
export const renew = async (context: ProbeContext, made: ThrowAway): Promise<void> => {
  const answer = await readWith(context, made.own.url, headersOf(made.session, made.own.url));
  if (judgeOwn(answer, made.own) === 'other') made.session = (await enter(context, made.account)) ?? made.session;
};

/** A probe on the account that the run signed up for itself; one at a time, since they change it. */
export const throwAwayProbe = ({ id, tries, subject, requests, mode = 'write', run }: Parts): Probe =>
  makeProbe({
    id,
    tries,
    mode,
    requests,
    subject,
    run: (context) =>
      alone(context, 'throw-away', async () => {
        const made = await throwAway(context);
        if (made.ok) await renew(context, made);
        return [made.ok ? await run(context, made) : say(subject, 'not-tested', made.said, made.answers)];
      }),
  });
