import type { EdgeSetup } from '../../../model/evidence/edge/setup.ts';
import { canonical } from '../../../net/dns/message.ts';
import type { Net } from '../../../net/net.ts';
import { authority } from '../dns/authority.ts';
import type { OwnServer } from './own-servers.ts';

const MOST_SERVERS = 8;

/** A name that resolvers fail at because it is handed on to servers of which none speaks for it; undefined for all others. */
export const lameDelegation = async (
  net: Net,
  host: string,
  domain: string,
  { address }: OwnServer,
): Promise<EdgeSetup['delegations'][number] | undefined> => {
  const answer = await net.dns.ask(host, 'A', { server: { address, port: 53 }, recurse: false });
  if (answer.outcome !== 'nodata' || answer.authoritative) return undefined;
  const handed = answer.authority.flatMap((one) =>
    one.type === 'NS' ? [{ at: canonical(one.name), name: canonical(one.data) }] : [],
  );
  const at = handed[0]?.at;
  if (at === undefined || !(at === host || host.endsWith(`.${at}`)) || !at.endsWith(`.${domain}`)) return undefined;
  const names = [...new Set(handed.map(({ name }) => name))].slice(0, MOST_SERVERS);
  const servers = await Promise.all(names.map((name) => authority(net, at, name)));
  return servers.some(({ state }) => state === 'good') ? undefined : { host, at, servers };
};
