import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { parseZoneFile } from '../../../src/net/dns/zone-file.ts';
import {
  openDnsServer,
  type DnsServerHandle,
  type ZoneName,
  type ZoneRecord,
} from '../../../src/net/testing/dns-server.ts';

/** Where the resolver of this world answers. */
export const RESOLVER = '127.60.0.53';

export interface ZoneServers {
  port: number;
  close(): Promise<void>;
}

const DKIM_START = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA';
let keyTail: string | undefined;

/** What stands behind the usual start of an RSA key of 2048 bits. */
const dkimTail = (): string => {
  keyTail ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .publicKey.export({ type: 'spki', format: 'der' })
    .toString('base64')
    .slice(DKIM_START.length);
  return keyTail;
};

/** A text of TXT has 255 bytes at most; hosts cut longer ones (RFC 1035 3.3). */
const whole = (data: unknown): unknown =>
  Array.isArray(data) ? data.flatMap((text: string) => text.match(/[^]{1,255}/g) ?? ['']) : data;

const zonesIn = (text: string, origin: string): Map<string, ZoneName> => {
  const zones = new Map<string, ZoneName>();
  const { records, problems } = parseZoneFile(text.replaceAll(/\{(?:google|resend)\}/g, dkimTail()), origin);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`zone of ${origin || 'others'}, line ${problem.line}: ${problem.said}`);
  for (const { name, ttl, type, data } of records) {
    const here: ZoneRecord[] = [...(zones.get(name)?.records ?? []), { type, data: whole(data), ttl }];
    zones.set(name, { records: here });
    // A name that only others stand below exists all the same.
    for (
      let above = name.slice(name.indexOf('.') + 1);
      above.includes('.') && !zones.has(above);
      above = above.slice(above.indexOf('.') + 1)
    )
      zones.set(above, { records: [] });
  }
  return zones;
};

/** Serves the zone at its two name servers, and everything at the resolver; all at one port. */
export const openZoneServers = async (folder: string): Promise<ZoneServers> => {
  const own = zonesIn(readFileSync(join(folder, 'bazaar.test.zone'), 'utf8'), 'bazaar.test');
  const others = zonesIn(readFileSync(join(folder, 'elsewhere.zone'), 'utf8'), '');
  // What stands above the zone at its own name (DS) is told there too.
  const all = new Map(
    [...others.keys(), ...own.keys()].map((name) => [
      name,
      {
        records: [
          ...(own.get(name)?.records ?? []),
          ...(others.get(name)?.records ?? []).filter(({ type }) => !own.has(name) || type === 'DS'),
        ],
      },
    ]),
  );
  const first = await openDnsServer(all, undefined, { address: RESOLVER });
  const opened: DnsServerHandle[] = [first];
  for (const address of ['127.10.0.53', '127.20.0.53'])
    opened.push(await openDnsServer(own, undefined, { address, port: first.port }));
  return {
    port: first.port,
    close: async () => {
      await Promise.all(opened.map((server) => server.close()));
    },
  };
};
