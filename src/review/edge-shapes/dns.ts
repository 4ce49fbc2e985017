import type * as Dns from '../../model/evidence/edge/dns.ts';
import type { CodePlace } from '../../model/evidence/code.ts';
import type { HostSource } from '../../model/evidence/edge/hosts.ts';
import { flag, list, members, number, oneOf, orNull, text, type Shape } from '../shape.ts';

const name = text(1_000);
const names = list(name, 1_000);

const caa: Shape = (value, at) =>
  value === 'error'
    ? null
    : orNull(
        members<Exclude<Dns.DnsZone['caa'], null | 'error'>>({
          at: name,
          records: list(members<Dns.CaaRecord>({ flags: number, tag: name, value: text(2_000) }), 200),
        }),
      )(value, at);

/** Of a name server and whether it speaks for its zone. */
export const dnsAuthority = members<Dns.DnsAuthority>(
  { name, addresses: names, state: oneOf('good', 'lame', 'silent', 'unresolved') },
  { serial: number, says: text(20) },
);

const zone = members<Dns.DnsZone>({
  domain: name,
  servers: list(dnsAuthority, 100),
  above: orNull(names),
  security: members<Dns.DnsSecurity>(
    {
      state: oneOf('secure', 'insecure', 'bogus', 'unknown'),
      problems: list(text(2_000), 20),
      anchored: flag,
      weak: list(text(100), 20),
    },
    {
      brokenAt: name,
      smallestRsa: number,
      signed: members<NonNullable<Dns.DnsSecurity['signed']>>({ from: number, until: number, at: number }),
    },
  ),
  caa,
  wildcard: flag,
});

/** Of a provider at which nobody holds a name. */
export const dnsUnclaimed = members<NonNullable<Dns.DnsName['unclaimed']>>({
  provider: name,
  target: name,
  sign: text(2_000),
  claim: oneOf('open', 'unsure', 'guarded'),
});

const dnsName = members<Dns.DnsName>(
  {
    host: name,
    from: list(
      members<HostSource>({ by: text(20) }, { at: members<CodePlace>({ path: text(), line: number }) }),
      1_000,
    ),
    aliases: names,
    end: oneOf('found', 'nxdomain', 'nodata', 'failed', 'loop'),
    addresses: names,
    inside: names,
  },
  {
    failure: text(20),
    unclaimed: dnsUnclaimed,
  },
);

/** Of `edge.dns`. */
export const edgeDns: Shape = members<Dns.EdgeDns>({ zones: list(zone, 100), names: list(dnsName, 1_000) });
