import type { TrialPerson } from '../../model/evidence/trials.ts';
import type { Actor } from '../contract/actor.ts';

/** Who takes part, by role and letter, and how the actors of the run are called so. */
export interface TrialPeople {
  people: readonly TrialPerson[];
  /** `nobody` for null; undefined for a session beside the actor's own. */
  nameOf(actor: string | null): string | undefined;
  roleOf(person: string): string;
}

const MOST_OF_A_ROLE = 2;

/** Two of each role are enough for any test. */
export const trialPeople = (actors: readonly Actor[], origins: readonly string[]): TrialPeople => {
  const names = new Map<string, string>();
  const people: TrialPerson[] = [];
  for (const [role, same] of Map.groupBy(actors, (actor) => actor.role)) {
    for (const [index, actor] of same.slice(0, MOST_OF_A_ROLE).entries()) {
      const name = `${role}-${'ab'[index] ?? index}`;
      names.set(actor.name, name);
      people.push({ name, role, origin: Math.max(0, origins.indexOf(actor.origin ?? origins[0] ?? '')) });
    }
  }
  return {
    people,
    nameOf: (actor) => (actor === null ? 'nobody' : names.get(actor)),
    roleOf: (person) => people.find(({ name }) => name === person)?.role ?? 'nobody',
  };
};
