import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { parseZoneFile } from '../../../src/net/dns/zone-file.ts';
import {
  openDnsServer,
  transferOf,
  type DnsServerHandle,
  type ZoneName,
  type ZoneRecord,
} from '../../../src/net/testing/dns-server.ts';
import { makeSigner, signedZone, type SigningAlgorithm } from '../../../src/net/testing/zone-signer.ts';

/** Where the resolver of this world answers. */
export const RESOLVER = '127.60.0.53';

export interface ZoneServers {
  port: number;
  /** DS of the zone above, as a line. */
  anchor: string;
  close(): Promise<void>;
}

const ZONE = 'bazaar.test';

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

/** `dnssec.json`: days since the signatures were made, and days that they hold; what the registrar publishes. */
interface DnssecFile {
  algorithm: SigningAlgorithm;
  bits?: number;
  signatures: { age: number; days: number };
  ds: 'current' | 'of the old host';
  /** The signed file was changed after it was signed. */
  editedByHand?: boolean;
}

const DAY = 24 * 3_600_000;

/** Names below the zone that have name servers of their own. */
const handedOn = (zone: ReadonlyMap<string, ZoneName>): string[] =>
  [...zone].flatMap(([name, { records }]) =>
    records.some(({ type }) => type === 'NS') && !records.some(({ type }) => type === 'SOA') ? [name] : [],
  );

/** Serves the zone at its two name servers, and everything at the resolver; all at one port. The zone is signed, and so is the one above. */
export const openZoneServers = async (folder: string): Promise<ZoneServers> => {
  const { algorithm, bits, signatures, ds, editedByHand } = JSON.parse(
    readFileSync(join(folder, 'dnssec.json'), 'utf8'),
  ) as DnssecFile;
  const from = Date.now() - signatures.age * DAY;
  const until = from + signatures.days * DAY;
  const rsa = bits === undefined ? {} : { bits };
  const signer = makeSigner(ZONE, { algorithm, ...rsa, from, until });
  const old = ds === 'current' ? signer : makeSigner(ZONE, { algorithm: 'ECDSAP256SHA256', from, until });
  const above = makeSigner('test', {
    algorithm: 'ECDSAP256SHA256',
    from: Date.now() - DAY,
    until: Date.now() + 20 * DAY,
  });
  const own = signedZone(zonesIn(readFileSync(join(folder, `${ZONE}.zone`), 'utf8'), ZONE), ZONE, signer);
  if (editedByHand === true) raiseSerial(own);
  const others = zonesIn(readFileSync(join(folder, 'elsewhere.zone'), 'utf8'), '');
  const delegation = { type: 'DS', name: ZONE, ttl: 300, data: old.ds } as const;
  // What stands above the zone at its own name (DS) is told there too.
  const all = new Map(
    [...others.keys(), ...own.keys()].map((name): [string, ZoneName] => [
      name,
      { records: [...(own.get(name)?.records ?? []), ...(own.has(name) ? [] : (others.get(name)?.records ?? []))] },
    ]),
  );
  const apex = all.get(ZONE)?.records ?? [];
  all.set(ZONE, { records: [...apex, delegation, above.sign([delegation])] });
  const topKey = { type: 'DNSKEY', name: 'test', ttl: 300, data: above.key } as const;
  all.set('test', { records: [topKey, above.sign([topKey])] });
  const { transfers = [] } = JSON.parse(readFileSync(join(folder, 'edge.json'), 'utf8')) as { transfers?: string[] };
  for (const name of handedOn(own)) {
    own.set(name, { records: own.get(name)?.records ?? [], handedOn: true });
    // Nobody in this world speaks for such a name.
    if (!others.has(name)) all.set(name, { records: [], rcode: 'SERVFAIL' });
  }
  const first = await openDnsServer(all, undefined, { address: RESOLVER });
  const opened: DnsServerHandle[] = [first];
  for (const address of ['127.10.0.53', '127.20.0.53'])
    opened.push(
      await openDnsServer(
        own,
        (query, via) =>
          via === 'tcp' && query.questions?.[0]?.type === 'AXFR' && transfers.includes(address)
            ? transferOf(own, query)
            : undefined,
        { address, port: first.port },
      ),
    );
  const { keyTag, digestType, digest } = above.ds;
  return {
    port: first.port,
    anchor: `test. IN DS ${keyTag} ${above.ds.algorithm} ${digestType} ${digest.toString('hex')}\n`,
    close: async () => {
      await Promise.all(opened.map((server) => server.close()));
    },
  };
};

/** Somebody raised the serial in the signed file. */
const raiseSerial = (zones: Map<string, ZoneName>): void => {
  const records = (zones.get(ZONE)?.records ?? []).map((one) => {
    const data = one.data as { serial: number };
    return one.type === 'SOA' ? { ...one, data: { ...data, serial: data.serial + 1 } } : one;
  });
  zones.set(ZONE, { records });
};
