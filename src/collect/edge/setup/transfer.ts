import type { Net } from '../../../net/net.ts';
import type { OwnServer } from './own-servers.ts';

/**
 * Names in the first message of a zone transfer (RFC 5936 2.2), for servers that give one to anybody; each server is asked once, and the rest of
 * the zone is not fetched.
 */
export const transfersOf = async (
  net: Net,
  domain: string,
  servers: readonly OwnServer[],
): Promise<{ server: string; names: number }[]> => {
  const asked = await Promise.all(
    servers.map(async ({ name, address }) => {
      const { outcome, records } = await net.dns.ask(domain, 'AXFR', {
        server: { address, port: 53 },
        recurse: false,
        tcp: true,
      });
      const isZone = outcome === 'nodata' && records[0]?.type === 'SOA' && records.length > 1;
      return isZone ? [{ server: name, names: new Set(records.map((one) => one.name.toLowerCase())).size }] : [];
    }),
  );
  return asked.flat();
};
