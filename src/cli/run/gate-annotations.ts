import type { GateHit } from '../../collect/secrets/scan-diff.ts';
import { commandData, commandProperty } from '../../report/escape/github.ts';

/** GitHub shows at most ten errors of a step. */
const MOST = 10;

/** Lines that GitHub Actions draws into the change. */
export const gateAnnotations = (hits: readonly GateHit[], refuses: (hit: GateHit) => boolean): string =>
  hits
    .slice(0, MOST)
    .map((hit) => {
      const level = refuses(hit) ? 'error' : 'warning';
      const [title, message] =
        hit.kind === 'env-file'
          ? ['Env file', 'An env file must not be committed.']
          : [hit.ruleName, `${hit.ruleName} ${hit.masked}. ${hit.impact}`];
      return `::${level} file=${commandProperty(hit.path)},line=${hit.line},title=${commandProperty(title)}::${commandData(message)}`;
    })
    .join('\n');
