import type { ProbeMode } from '../../model/evidence/boundary.ts';
import type { Probe, ProbeContext } from '../contract/probe.ts';
import { alone } from '../accounts/memo.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { throwAway, type ThrowAway } from '../accounts/throw-away.ts';

interface Parts {
  id: string;
  tries: string;
  subject: string;
  requests: number;
  mode?: ProbeMode;
  run: (context: ProbeContext, account: ThrowAway) => Promise<Said>;
}

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
        return [made.ok ? await run(context, made) : say(subject, 'not-tested', made.said, made.answers)];
      }),
  });
