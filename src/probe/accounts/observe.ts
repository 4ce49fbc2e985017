import type { Observation, ProbeMode, ProbeVerdict } from '../../model/evidence/boundary.ts';
import type { Probe, ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';

type Facts = NonNullable<Observation['facts']>;
export type Said = Omit<Observation, 'probe'>;

/** What is said of a subject. */
export const say = (
  subject: string,
  verdict: ProbeVerdict,
  said: string,
  answers: readonly (Answer | undefined)[] = [],
  more: { actor?: string; owner?: string; facts?: Facts } = {},
): Said => ({
  subject,
  verdict,
  said,
  exchanges: [...new Set(answers.flatMap((answer) => (answer === undefined ? [] : [answer.exchange])))].slice(0, 12),
  ...more,
});

export interface ProbeParts {
  id: string;
  tries: string;
  mode: ProbeMode;
  requests: number | ((context: ProbeContext) => number);
  /** What is spoken of when the probe itself fails. */
  subject: string;
  run: (context: ProbeContext) => Promise<readonly Said[]>;
}

/** A probe that cannot throw: its own failure is inconclusive. */
export const makeProbe = ({ id, tries, mode, requests, subject, run }: ProbeParts): Probe => ({
  id,
  tries,
  mode,
  requests: (context) => (typeof requests === 'number' ? requests : requests(context)),
  run: async (context) => {
    try {
      return (await run(context)).map((one) => ({ probe: id, ...one }));
    } catch (error) {
      const said = `The probe failed: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`;
      return [{ probe: id, subject, verdict: 'inconclusive', said, exchanges: [] }];
    }
  },
});

/** `answered 401` or why there was no answer. */
export const told = (answer: Answer): string =>
  answer.ok ? `answered ${answer.status}` : `got no answer (${answer.said})`;
