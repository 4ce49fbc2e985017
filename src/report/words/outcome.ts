import type { MatrixCell, SensitiveAction } from '../../model/review.ts';
import type { Sign } from './severity.ts';

type Outcome = MatrixCell['outcome'];

/** Shape and word of a cell of the matrix; colour is added by each report and never stands alone. */
export const OUTCOME_SIGNS: Readonly<Record<Outcome, Sign>> = {
  leak: { shape: '✖', ascii: 'x', word: 'leak' },
  odd: { shape: '!', ascii: '!', word: 'odd' },
  unknown: { shape: '?', ascii: '?', word: 'unclear' },
  'not-tested': { shape: '–', ascii: '-', word: 'not tested' },
  refused: { shape: '⊘', ascii: '/', word: 'refused' },
  own: { shape: '●', ascii: 'o', word: 'own' },
  open: { shape: '○', ascii: '.', word: 'open' },
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
  own: 'reaches its own and nothing else',
  open: 'open to it, as it should be',
};

/** How well a sensitive action is kept. */
export const PROTECTION_SIGNS: Readonly<Record<SensitiveAction['state'], Sign>> = {
  broken: { shape: '✖', ascii: 'x', word: 'broken' },
  doubtful: { shape: '!', ascii: '!', word: 'doubtful' },
  unproven: { shape: '–', ascii: '-', word: 'unproven' },
  open: { shape: '○', ascii: '.', word: 'open to all' },
  protected: { shape: '✔', ascii: '+', word: 'protected' },
};

/** What a run did at most, as the rest of a sentence that starts with it. */
export const MODE_MEANS = {
  passive: 'looked only',
  read: 'read only',
  write: 'wrote to objects of its own',
  destructive: 'wrote to and deleted objects of its own',
  burst: 'wrote, deleted and tried limits',
} as const;
