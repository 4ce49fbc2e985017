import type { EdgeSetup } from '../../../model/evidence/edge/setup.ts';
import { canonical } from '../../../net/dns/message.ts';
import type { Net } from '../../../net/net.ts';
import type { OwnServer } from './own-servers.ts';

type Switched = NonNullable<EdgeSetup['cutover']>['records'][number];

/** The record at the name itself, with the time that resolvers may keep it: only the zone's own server tells it whole. */
export const switchedRecord = async (net: Net, host: string, { address }: OwnServer): Promise<Switched[]> => {
  const asked = await Promise.all(
    (['A', 'AAAA'] as const).map((type) => net.dns.ask(host, type, { server: { address, port: 53 }, recurse: false })),
  );
  const own = asked.flatMap(({ records }) => records.filter(({ name }) => canonical(name) === host));
  const found = own.flatMap((one): Switched[] =>
    one.type === 'A' || one.type === 'AAAA' || one.type === 'CNAME'
      ? [{ host, type: one.type, ttl: one.ttl ?? 0 }]
      : [],
  );
  return [...new Map(found.map((one) => [one.type, one])).values()];
};
