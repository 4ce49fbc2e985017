import type { Probe, ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { SUBJECT, tokenSubject, type TokenSubject } from './subject.ts';

export interface Variant {
  /** Ends "a token …". */
  name: string;
  token: string;
}

export interface Tried {
  name: string;
  answer: Answer;
  outcome: 'own' | 'other' | 'silent';
}

/** Reads with each variant until one opens the private answer, or with all of them. */
export const tryVariants = async (subject: TokenSubject, variants: readonly Variant[]): Promise<Tried[]> => {
  const tried: Tried[] = [];
  for (const { name, token } of variants) {
    const answer = await subject.read(token);
    const outcome = subject.judge(answer);
    tried.push({ name, answer, outcome });
    if (outcome === 'own' || (!answer.ok && answer.kind === 'stopped')) break;
  }
  return tried;
};

/** What follows from variants of which none may open the private answer. */
export const sayTried = (subject: TokenSubject, tried: readonly Tried[], what: string): Said => {
  const actor = { actor: subject.actor.name };
  const opened = tried.find(({ outcome }) => outcome === 'own');
  const { path } = subject.own;
  if (opened !== undefined) {
    const said = `A token ${opened.name} was accepted: ${path} answered with the private data of ${subject.actor.name}, as it does for the valid token and not for a broken one.`;
    return say(SUBJECT, 'confirmed', said, [subject.valid, subject.invalid, opened.answer], {
      ...actor,
      facts: { variant: opened.name },
    });
  }
  const answers = tried.map(({ answer }) => answer);
  if (tried.some(({ outcome }) => outcome === 'silent')) {
    return say(SUBJECT, 'inconclusive', `Not every ${what} was answered.`, answers, actor);
  }
  return say(
    SUBJECT,
    'refuted',
    `${path} refused every ${what} (${tried.map(({ name }) => name).join(', ')}).`,
    answers,
    actor,
  );
};

interface Parts {
  id: string;
  tries: string;
  requests: number;
  run: (context: ProbeContext, subject: TokenSubject) => Promise<Said>;
}

/** A probe that works on the one token subject; says why when there is none. */
export const tokenProbe = ({ id, tries, requests, run }: Parts): Probe =>
  makeProbe({
    id,
    tries,
    mode: 'read',
    requests,
    subject: SUBJECT,
    run: async (context) => {
      const subject = await tokenSubject(context);
      if (!subject.ok) return [say(SUBJECT, subject.verdict, subject.said, subject.answers)];
      return [await run(context, subject)];
    },
  });

export const notTested = (said: string): Said => say(SUBJECT, 'not-tested', said);
