import type { EdgePlan } from '../../model/edge-plan.ts';
import type { CloudflareApi } from '../../net/cloudflare/api.ts';
import { CliError } from '../cli-error.ts';
import { apiWords } from './planned.ts';

/** Phases of a plan that have no ruleset yet: it goes as a whole when everything is put back. Throws CliError when that cannot be told. */
export const newPhasesOf = async (api: CloudflareApi, { zone, changes }: EdgePlan): Promise<string[]> => {
  const phases = new Set(changes.flatMap((change) => (change.kind === 'rule' ? [change.phase] : [])));
  const found: string[] = [];
  for (const phase of phases) {
    const read = await api.get(`/zones/${zone.id}/rulesets/phases/${phase}/entrypoint`);
    if (!read.ok && read.kind !== 'not-found') throw new CliError(apiWords(read));
    if (!read.ok) found.push(phase);
  }
  return found;
};
