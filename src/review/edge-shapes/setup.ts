import type * as Setup from '../../model/evidence/edge/setup.ts';
import { flag, list, members, number, oneOf, orNull, text, type Shape } from '../shape.ts';
import { dnsAuthority, dnsUnclaimed } from './dns.ts';

const name = text(1_000);
const names = list(name, 100);

const family = orNull(
  members<Setup.FamilyAnswer>({
    address: name,
    outcome: oneOf('page', 'error', 'refused', 'silent', 'unseen'),
    said: text(2_000),
  }),
);

const zone = members<Setup.ZoneSetup>(
  {
    domain: name,
    networks: names,
    transfers: list(members<Setup.ZoneSetup['transfers'][number]>({ server: name, names: number }), 100),
  },
  {
    soa: members<NonNullable<Setup.ZoneSetup['soa']>>({
      server: name,
      refresh: number,
      retry: number,
      expire: number,
      minimum: number,
      ttl: number,
    }),
    wild: members<NonNullable<Setup.ZoneSetup['wild']>>(
      { aliases: names, showsSite: flag },
      { unclaimed: dnsUnclaimed },
    ),
  },
);

/** Of `edge.setup`. */
export const edgeSetup: Shape = members<Setup.EdgeSetup>(
  {
    zones: list(zone, 100),
    mixed: list(members<Setup.EdgeSetup['mixed'][number]>({ host: name, target: name, types: names }), 1_000),
    delegations: list(
      members<Setup.EdgeSetup['delegations'][number]>({ host: name, at: name, servers: list(dnsAuthority, 100) }),
      1_000,
    ),
    families: list(members<Setup.HostFamilies>({ host: name, v4: family, v6: family }), 1_000),
  },
  {
    cutover: members<NonNullable<Setup.EdgeSetup['cutover']>>({
      on: name,
      records: list(
        members<NonNullable<Setup.EdgeSetup['cutover']>['records'][number]>({
          host: name,
          type: oneOf('A', 'AAAA', 'CNAME'),
          ttl: number,
        }),
        1_000,
      ),
    }),
  },
);
