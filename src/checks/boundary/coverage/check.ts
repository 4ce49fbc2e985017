import { defineCheck } from '../../../model/check.ts';
import type { AccessCell, BoundaryOperation } from '../../../model/evidence/boundary.ts';
import { plural, printable } from '../../secrets/leak/text.ts';

const NAMED = 8;

/** Doors stand open to visitors by their nature. Limits, tokens and mails have checks of their own. */
const DOOR =
  /(?:^|\/)(?:log-?in|sign-?in|sign-?up|register|registration|forgot(?:-?password)?|reset-?password|verify(?:-\w+)?|resend(?:-\w+)?)\/?$/i;

/** Public by its description or nature, or seen to be open to a visitor. */
const isPublic = ({ id, path, declared }: BoundaryOperation, matrix: readonly AccessCell[]): boolean =>
  declared === 'public' ||
  (declared === undefined && DOOR.test(path)) ||
  (declared === undefined &&
    matrix.some((cell) => cell.operation === id && cell.role === 'nobody' && cell.outcome === 'open'));

const named = ({ id, reason }: BoundaryOperation): string =>
  reason === undefined ? printable(id) : `${printable(id)} (${printable(reason).replace(/[.\s]+$/, '')})`;

export default defineCheck({
  id: 'boundary/coverage',
  stage: 'boundary',
  bar: ['M1', 'M10', 'M11'],
  severity: 'info',
  effort: 'hour',
  title: {
    pass: 'Every private operation that was found was tested',
    fail: 'Private operations were found and not tested',
  },
  why: 'Found is not tested. One untried route is enough for the leak that all the others do not have.',
  references: ['OWASP API9:2023', 'ASVS 5.0 8.1.1'],
  needs: ['boundary.run', 'boundary.operations', 'boundary.matrix'],
  evaluate: ({ 'boundary.operations': operations, 'boundary.matrix': matrix, 'boundary.run': run }) => {
    if (operations.length === 0) {
      return {
        unproven: `No operation was found at ${printable(run.origins.join(', '))}`,
        unlock:
          'Give a description of the API (OpenAPI, Postman) or a recording of its use (HAR) under boundary in launch-ready.config.',
      };
    }
    if (operations.every((one) => isPublic(one, matrix))) {
      return {
        unproven: `No operation that needs a login was found at ${printable(run.origins.join(', '))}, only ${plural(operations.length, 'public one')}`,
        unlock:
          'Give a description of the API (OpenAPI, Postman) or a recording of its use (HAR) under boundary in launch-ready.config, and name the origin of the API if it is another one.',
      };
    }
    const missed = operations.filter((one) => !one.tested && !isPublic(one, matrix));
    if (missed.length === 0) return [];
    const more = missed.length - NAMED;
    return {
      unproven: `${missed.length} of ${plural(operations.length, 'operation')} ${missed.length === 1 ? 'was' : 'were'} found and not tested: ${missed.slice(0, NAMED).map(named).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
      unlock:
        'Each reason names what was missing. An OpenAPI file, a recording (HAR) with one real use, a further account or `mode` under boundary in launch-ready.config settles most of them.',
    };
  },
  fix: () => ({ steps: ['Give what the reason names.'], verify: 'npx launch-ready --only boundary/coverage' }),
});
