import type { TlsGrade } from '../../model/surface.ts';
import type { Sign } from './severity.ts';

export const LEVEL_SIGNS: Readonly<Record<TlsGrade['level'], Sign>> = {
  modern: { shape: '✔', ascii: '+', word: 'modern' },
  intermediate: { shape: '✔', ascii: '+', word: 'intermediate' },
  below: { shape: '!', ascii: '!', word: 'below intermediate' },
  broken: { shape: '✖', ascii: 'x', word: 'broken' },
};

/** `100 − 10 (TLS 1.3 is not spoken) − 5 (CBC suites) = 85`. */
export const gradeSum = ({ points, steps }: TlsGrade): string =>
  steps.length === 0
    ? '100, nothing missing'
    : `100${steps.map(({ takes, why }) => ` − ${takes} (${why})`).join('')} = ${points}`;
