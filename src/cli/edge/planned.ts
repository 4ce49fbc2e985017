import { randomBytes } from 'node:crypto';
import { getServers } from 'node:dns';
import type { Detour } from '../../net/net.ts';
import type { EdgePlanned } from '../../program.ts';
import { CliError } from '../cli-error.ts';
import type { EdgeFlags } from '../options/edge-options.ts';
import { parseResolver } from '../options/resolver.ts';
import { printable } from '../output/printable.ts';
import { readNamed } from '../output/read-file.ts';
import { cloudflareAccess, TOKEN } from '../run/cloudflare-access.ts';
import { withEdgeFlags } from '../run/edge-config.ts';
import { targetAt } from '../run/gather.ts';
import { toolVersion } from '../version.ts';

export interface PlanFlags extends EdgeFlags {
  config?: string;
  connectTo?: Detour[];
  strictTls?: boolean;
  json?: boolean;
}

export interface Planned extends EdgePlanned {
  root: string;
}

/** Looks at the domain, and at its zone when that is asked for. Throws CliError for what the user can put right. */
export const planned = async (domain: string | undefined, flags: PlanFlags, withZone: boolean): Promise<Planned> => {
  const { target } = await targetAt('.', flags.config);
  const edge = withEdgeFlags(target.config, domain === undefined ? {} : { domain: [domain] }).edge;
  const first = edge?.domains[0];
  if (edge === undefined || first === undefined)
    throw new CliError(
      'No domain is known: name it, as in `launch-ready edge plan shop.example`, or in edge.domains of the config.',
    );
  const cloudflare = withZone ? cloudflareAccess(process.env) : undefined;
  if (withZone && cloudflare === undefined)
    throw new CliError(
      `${TOKEN} is not set. Make a token for this one zone at dash.cloudflare.com/profile/api-tokens with Zone Read, Zone Settings Edit, Zone WAF Edit, ` +
        'Dynamic URL Redirects Edit, Transform Rules Edit and Cache Rules Edit. For another edge: --for nginx, caddy, vercel or netlify.',
    );
  const { planEdge } = await import('../../program.ts');
  const found = await planEdge({
    config: edge,
    domain: first,
    net: await netOptions(flags),
    ...(cloudflare === undefined ? {} : { cloudflare }),
    strictTls: flags.strictTls === true,
  });
  const { problem } = found;
  if (problem === 'none')
    throw new CliError(
      `The token in ${TOKEN} sees no zone for ${printable(first)} at Cloudflare: give it Zone Read for that zone.`,
    );
  if (problem !== null) throw new CliError(apiWords(problem));
  return { ...found, root: target.root };
};

/** What the API said, and what helps. */
export const apiWords = ({ kind, said }: { kind: string; said: string }): string => {
  const what = `Cloudflare’s API: ${printable(said)}.`;
  if (kind === 'unauthorized' || kind === 'forbidden')
    return `${what} The token in ${TOKEN} is wrong, or may not do this.`;
  return kind === 'unavailable' || kind === 'limited' ? `${what} Run the command again in a while.` : what;
};

const netOptions = async ({ ca, now, resolver, connectTo }: PlanFlags) => ({
  servers: resolver ?? getServers().map(parseResolver),
  detours: connectTo ?? [],
  ca: await Promise.all((ca ?? []).map(readNamed)),
  now: () => now ?? new Date(),
  inside: resolver !== undefined,
  runId: randomBytes(8).toString('hex'),
  version: toolVersion(),
  signal: new AbortController().signal,
});
