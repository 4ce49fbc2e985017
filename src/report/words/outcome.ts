import type { MatrixCell, SensitiveAction, SensitiveGuard } from '../../model/review.ts';
import type { Sign } from './severity.ts';

type Outcome = MatrixCell['outcome'];

/** Shape and word of a cell of the matrix; colour is added by each report and never stands alone. */
export const OUTCOME_SIGNS: Readonly<Record<Outcome, Sign>> = {
  leak: { shape: '✖', ascii: 'x', word: 'leak' },
  odd: { shape: '!', ascii: '!', word: 'odd' },
  unknown: { shape: '?', ascii: '?', word: 'unclear' },
  'not-tested': { shape: '–', ascii: '-', word: 'not tested' },
  refused: { shape: '⊘', ascii: '/', word: 'refused' },
  own: { shape: '●', ascii: 'o', word: 'let in' },
  open: { shape: '○', ascii: '.', word: 'public' },
};

/** Worst first. */
export const OUTCOMES = [
  'leak',
  'odd',
  'unknown',
  'not-tested',
  'refused',
  'own',
  'open',
] as const satisfies readonly Outcome[];

/** `3 leaks`, `12 refused`. */
export const outcomeCount = (outcome: Outcome, count: number): string =>
  `${count.toLocaleString('en-US')} ${outcome === 'leak' && count !== 1 ? 'leaks' : OUTCOME_SIGNS[outcome].word}`;

/** What an outcome means, for the legend. */
export const OUTCOME_MEANS: Readonly<Record<Outcome, string>> = {
  leak: 'reached what is somebody else’s, shown by its effect',
  odd: 'let in although its description or its peers say otherwise',
  unknown: 'tried, but the answer proves nothing',
  'not-tested': 'not tried',
  refused: 'kept out',
  own: 'let in with its login; it reached nothing of others',
  open: 'answers without a login, as it should',
};

/** How well a sensitive action is kept. */
export const PROTECTION_SIGNS: Readonly<Record<SensitiveAction['state'], Sign>> = {
  broken: { shape: '✖', ascii: 'x', word: 'broken' },
  doubtful: { shape: '!', ascii: '!', word: 'doubtful' },
  unproven: { shape: '–', ascii: '-', word: 'unproven' },
  open: { shape: '○', ascii: '.', word: 'public' },
  protected: { shape: '✔', ascii: '+', word: 'protected' },
};

/** How one guard of a sensitive action was seen to hold. */
export const GUARD_SIGNS: Readonly<Record<SensitiveGuard['state'], Sign>> = {
  broken: { shape: '✖', ascii: 'x', word: 'broken' },
  doubtful: { shape: '!', ascii: '!', word: 'doubtful' },
  'not proven': { shape: '–', ascii: '-', word: 'not proven' },
  proven: { shape: '✔', ascii: '+', word: 'proven' },
};

/** What a run did at most, as the rest of a sentence that starts with it. */
export const MODE_MEANS = {
  passive: 'looked only',
  read: 'read only',
  write: 'wrote to objects of its own',
  destructive: 'wrote to and deleted objects of its own',
  burst: 'wrote, deleted and tried limits',
} as const;
