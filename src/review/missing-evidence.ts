import type { EvidenceKey } from '../model/evidence/map.ts';

/** Why a kind of evidence that nobody collected is missing, and what brings it. */
export const missingEvidence = (key: EvidenceKey): { reason: string; unlock: string } =>
  key.startsWith('boundary.')
    ? {
        reason: 'No running app was named, so nothing was asked of it.',
        unlock:
          'Start the app and run `npx launch-ready --target http://localhost:3000`. ' +
          'Name two accounts of each role, with their password variables, under boundary.actors in launch-ready.config.',
      }
    : key.startsWith('edge.')
      ? {
          reason: 'No domain was named, so nothing was asked of the public surface.',
          unlock:
            'Run `npx launch-ready edge shop.example` with your domain, or name it under edge.domains in launch-ready.config.',
        }
      : { reason: `${key} was not collected in this run`, unlock: 'Run a full review with this version.' };
