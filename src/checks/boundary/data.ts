import type { Check } from '../../model/check.ts';
import { NEEDS } from './evidence.ts';
import { defineObservedCheck, type ObservedWords } from './observed-check.ts';
import type { Remedy } from './remedies/remedy.ts';

/** Speaks for every database that the code of the page was seen to talk to. */
const FINDER = 'data-service-key';

const SETTLE =
  'Where the reason says how the project is shown to be yours, do that. Let it write where that hurts nobody (a local stack or a staging project: `--mode write`), and give two accounts: `--sign-up`, or boundary.actors in launch-ready.config.';

interface DataWords extends Omit<ObservedWords, 'visitor' | 'otherwise' | 'naming'> {
  /** What mends it where it is Firebase: rules instead of policies. */
  firebase?: { steps: readonly string[]; remedy?: Remedy; expect?: string };
}

/** `127.0.0.1:54321 rpc order_summary` → `order_summary`; `firestore orders: create` → `firestore orders`. */
const plainly = (subject: string): string =>
  subject.replace(/^(?:[\w-]+\.)+[\w-]+(?::\d+)? (?:rpc )?|^localhost(?::\d+)? (?:rpc )?/, '').replace(/: [\w ]+$/, '');

const isFirebase = (subject: string): boolean => /^(?:firestore|realtime database|storage)(?: |:|$)/.test(subject);

/**
 * A check of a database that the browser talks to directly. Where the page talks to none, there is nothing to ask, whatever the
 * run was allowed to do.
 */
export const defineDataCheck = ({ firebase, ...words }: DataWords): Check<(typeof NEEDS)[number]> => {
  const check = defineObservedCheck({
    settle: SETTLE,
    visitor: 'the public key of the page',
    naming: plainly,
    ...(firebase === undefined ? {} : { otherwise: { of: isFirebase, ...firebase } }),
    ...words,
  });
  return {
    ...check,
    evaluate: (evidence) => {
      const { probes, stopped, deaf } = evidence['boundary.run'];
      const wasLookedFor = probes?.[FINDER] === 'ran' && stopped === undefined && deaf === undefined;
      // What a probe that was not run says of itself is no sign of a database.
      const isThere = evidence['boundary.observations'].some(
        ({ probe, subject }) => probe.startsWith('data-') && subject !== 'the app',
      );
      return wasLookedFor && !isThere ? 'not-applicable' : check.evaluate(evidence);
    },
  };
};
