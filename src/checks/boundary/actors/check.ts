import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { NEEDS } from '../evidence.ts';
import { NO_SERVER } from '../no-server.ts';
import { lacking } from '../requires.ts';

const ACCOUNT =
  'Correct the account under boundary.actors in launch-ready.config (`login`, `passwordEnv`, `loginBy`), or record its session with Playwright (`storageState`).';

const GONE = {
  alive: 'took part',
  lost: 'lost its session on the way',
  unproven: 'may not have been logged in',
  never: 'could not be logged in',
} as const;

export default defineCheck({
  id: 'boundary/actors',
  stage: 'boundary',
  bar: ['M1', 'M10'],
  severity: 'info',
  effort: 'minutes',
  title: {
    pass: 'Every account took part to the end, two tenants among them',
    fail: 'Not every account took part to the end',
  },
  why: 'A refusal proves something only when the one who was refused was really logged in, and when a second shop was there whose data could have leaked.',
  references: ['ASVS 5.0 8.2.2', 'OWASP API1:2023'],
  needs: NEEDS,
  evaluate: ({ 'boundary.actors': actors, 'boundary.observations': observations, 'boundary.run': run }) => {
    if (run.serverless === true && actors.length === 0) return { unproven: NO_SERVER.reason, unlock: NO_SERVER.unlock };
    const doubts = [
      ...actors
        .filter(({ state }) => state !== 'alive')
        .map(({ name, state, detail }) => ({
          reason: `${printable(name)} ${GONE[state]} (${printable(detail).replace(/[.\s]+$/, '')})`,
          unlock: ACCOUNT,
        })),
      // The probe of this name says which two actors turned out to be the same tenant.
      ...observations
        .filter(({ probe, verdict }) => probe === 'actors' && verdict !== 'refuted')
        .map(({ said }) => ({
          reason: printable(said).replace(/[.\s]+$/, ''),
          unlock: 'Give accounts of two different shops or people; two logins of one are one tenant.',
        })),
    ];
    if (run.stopped !== undefined) {
      doubts.push({
        reason: `The run was stopped before it was through (${printable(run.stopped)}), so no account was proven to its end`,
        unlock: 'Run it again and let it finish.',
      });
    }
    const missing = lacking('two tenants', actors);
    if (missing !== null) doubts.push(missing);
    if (doubts.length === 0) return [];
    const distinct = (texts: readonly string[]): string => [...new Set(texts)].join('; ');
    return {
      unproven: distinct(doubts.map(({ reason }) => reason)),
      unlock: distinct(doubts.map(({ unlock }) => unlock)),
    };
  },
  fix: () => ({ steps: [ACCOUNT], verify: 'npx launch-ready --only boundary/actors' }),
});
