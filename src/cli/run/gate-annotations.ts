import type { GateHit } from '../../collect/secrets/scan-diff.ts';

/** GitHub shows at most ten errors of a step. */
const MOST = 10;

/** Lines that GitHub Actions draws into the change. */
export const gateAnnotations = (hits: readonly GateHit[], refuses: (hit: GateHit) => boolean): string =>
  hits
    .slice(0, MOST)
    .map((hit) => {
      const level = refuses(hit) ? 'error' : 'warning';
      const line = hit.line === undefined ? '' : `,line=${hit.line}`;
      const message = hit.kind === 'env-file' ? 'An env file must not be committed.' : `${hit.ruleName} ${hit.masked}. ${hit.impact}`;
      return `::${level} file=${property(hit.path)}${line},title=${property(hit.ruleName)}::${data(message)}`;
    })
    .join('\n');

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
