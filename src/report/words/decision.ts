import type { Decision } from '../../model/review.ts';
import type { Sign } from './severity.ts';

export const DECISION_SIGNS: Readonly<Record<Decision, Sign>> = {
  'NO-GO': { shape: '✖', ascii: 'x', word: 'NO-GO' },
  UNDECIDED: { shape: '–', ascii: '-', word: 'UNDECIDED' },
  GO: { shape: '✔', ascii: '+', word: 'GO' },
};

/** What the decision means, as the rest of a sentence that starts with the app's name. */
export const DECISION_MEANS: Readonly<Record<Decision, string>> = {
  'NO-GO': 'must not launch yet',
  UNDECIDED: 'is not proven ready to launch',
  GO: 'is ready to launch',
};
