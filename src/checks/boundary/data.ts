import type { Check } from '../../model/check.ts';
import { NEEDS } from './evidence.ts';
import { defineObservedCheck, type ObservedWords } from './observed-check.ts';

/** Speaks for every database that the code of the page was seen to talk to. */
const FINDER = 'data-service-key';

const SETTLE =
  'Name where the data is beside the app (`--target https://app.example.com --target https://<project>.supabase.co`), on a copy where it may write, and give two accounts: `--sign-up`, or boundary.actors in launch-ready.config.';

/**
 * A check of a database that the browser talks to directly. Where the page talks to none, there is nothing to ask, whatever the
 * run was allowed to do.
 */
export const defineDataCheck = (words: ObservedWords): Check<(typeof NEEDS)[number]> => {
  const check = defineObservedCheck({ settle: SETTLE, ...words });
  return {
    ...check,
    evaluate: (evidence) => {
      const { probes, stopped } = evidence['boundary.run'];
      const wasLookedFor = probes?.[FINDER] === 'ran' && stopped === undefined;
      // What a probe that was not run says of itself is no sign of a database.
      const isThere = evidence['boundary.observations'].some(
        ({ probe, subject }) => probe.startsWith('data-') && subject !== 'the app',
      );
      return wasLookedFor && !isThere ? 'not-applicable' : check.evaluate(evidence);
    },
  };
};
