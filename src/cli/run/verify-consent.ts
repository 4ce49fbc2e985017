import type { Evidence } from '../../model/evidence/map.ts';
import type { Sighting } from '../../model/evidence/secrets.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { agreed, canAsk } from '../output/agreed.ts';
import { complain } from '../output/streams.ts';
import { inForkPullRequest } from './fork-pull-request.ts';

/** Stops before any work when `--verify` could not be answered later. Throws CliError. */
export const refuseWithoutConsent = (yes: boolean): void => {
  if (inForkPullRequest(process.env)) {
    throw new CliError(
      '--verify does not run for a pull request from a fork: its author chooses which keys would be sent.',
    );
  }
  if (!yes && !canAsk())
    throw new CliError('--verify sends requests and nobody is here to be asked: add --yes to agree.');
};

/** Says what would be sent to whom and asks, unless `yes`. Answers whether to go on. */
export const consentToVerify = async (evidence: Evidence, yes: boolean): Promise<boolean> => {
  const sightings = evidence['secrets.sightings'];
  const requests = sightings?.ok === true ? await requestsFor(sightings.value) : new Map<string, number>();
  if (requests.size === 0) {
    complain('--verify: nothing was found that a provider could be asked about.');
    return false;
  }
  const total = [...requests.values()].reduce((sum, count) => sum + count, 0);
  complain(
    `--verify sends ${total} read-only ${total === 1 ? 'request' : 'requests'}, each with a key, to the provider that issued it:`,
  );
  for (const [provider, count] of requests) complain(`  ${provider}: ${count}`);
  if (await agreed(yes, 'Send them?', 'sent')) return true;
  complain('Nothing was sent.');
  return false;
};

/** How many requests each provider would get, under a name that shows its host. */
const requestsFor = async (sightings: readonly Sighting[]): Promise<Map<string, number>> => {
  const { PROVIDERS } = await import('../../collect/secrets/providers/registry.generated.ts');
  const rules = new Map(
    PROVIDERS.flatMap((provider) => provider.rules.map((rule) => [rule.id, { provider, rule }] as const)),
  );
  const requests = new Map<string, number>();
  for (const sighting of sightings) {
    const known = rules.get(sighting.rule);
    if (sighting.verdict !== 'secret' || known?.rule.verify === undefined) continue;
    const name = `${known.provider.name} (${printable(hostOf(known.rule.verify.url), 100)})`;
    requests.set(name, (requests.get(name) ?? 0) + 1);
  }
  return requests;
};

const hostOf = (url: string): string => /^https:\/\/([^/?#]+)/.exec(url)?.[1] ?? url;
