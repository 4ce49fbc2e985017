import type { Observation, ProbeVerdict } from '../../model/evidence/boundary.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Answer } from '../contract/send.ts';

const ORDER: readonly ProbeVerdict[] = ['confirmed', 'likely', 'inconclusive', 'refuted', 'not-tested'];

/** All that was shown, and where nothing was shown the weightiest of the rest: one word for each subject. */
export const settleSubjects = (all: readonly Said[]): Said[] =>
  [...Map.groupBy(all, ({ subject }) => subject).values()].flatMap((same) => {
    const shown = same.filter(({ verdict }) => verdict === 'confirmed' || verdict === 'likely');
    if (shown.length > 0) {
      const confirmed = shown.filter(({ verdict }) => verdict === 'confirmed');
      return (confirmed.length > 0 ? confirmed : shown).slice(0, 4);
    }
    return same.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict)).slice(0, 1);
  });

export const whoIs = (actor: Actor | null): string => (actor === null ? 'somebody without a login' : actor.name);

/** Whose attempt on whose thing it was. */
export const between = (
  actor: Actor | null,
  owner?: Pick<Actor, 'name'>,
  facts?: Observation['facts'],
): { actor?: string; owner?: string; facts?: NonNullable<Observation['facts']> } => ({
  actor: actor?.name ?? 'nobody',
  ...(owner === undefined ? {} : { owner: owner.name }),
  ...(facts === undefined ? {} : { facts }),
});

export const notTried = (subject: string, said: string, answers: readonly (Answer | undefined)[] = []): Said =>
  say(subject, 'not-tested', said, answers);

/** With its article: an order, a listing. Things without a name are things. */
export const aThing = (name: string): string =>
  name === '' ? 'a thing' : `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
