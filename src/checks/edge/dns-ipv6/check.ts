import { defineCheck } from '../../../model/check.ts';
import type { FamilyAnswer, HostFamilies } from '../../../model/evidence/edge/setup.ts';
import { listed } from '../../secrets/environment/words.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';

/** What is wrong with a host that both families should show alike; undefined where nothing is, or it could not be seen. */
const faultOf = ({ v4, v6 }: HostFamilies): string | undefined => {
  if (v6 === null || v6.outcome === 'unseen') return undefined;
  if (v4 === null) return v6.outcome === 'page' ? 'can be reached over IPv6 alone' : undefined;
  if (v4.outcome !== 'page') return undefined;
  if (v6.outcome === 'refused' || v6.outcome === 'silent') return 'is down for visitors with IPv6';
  return v6.outcome === 'error' ? 'shows an error to visitors with IPv6' : undefined;
};

const line = (name: string, type: string, answer: FamilyAnswer): string =>
  `${printable(name)} ${type} ${printable(answer.address)}: ${printable(answer.said)}`;

export default defineCheck({
  id: 'edge/dns-ipv6',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'Hosts answer over IPv6 as they do over IPv4',
    fail: 'A host does not answer over IPv6 as it does over IPv4',
  },
  why: 'About every second visitor, most phones among them, comes over IPv6 where there is an AAAA record, and sees an outage that nobody with IPv4 can see.',
  references: ['RFC 8305', 'RFC 4472 4.1', 'https://www.google.com/intl/en/ipv6/statistics.html'],
  needs: ['edge.setup'],
  evaluate: ({ 'edge.setup': { families } }) => {
    if (families.length === 0) return 'not-applicable';
    const bad = families.flatMap((one) => {
      const fault = faultOf(one);
      return fault === undefined ? [] : [{ ...one, fault }];
    });
    // Names of one server share its fault.
    const defects = [...Map.groupBy(bad, ({ fault, v6 }) => `${fault} ${v6?.address ?? ''}`).values()].flatMap(
      (alike) => {
        const [first] = alike;
        if (first === undefined) return [];
        const { host, fault, v4, v6 } = first;
        const hosts = alike.map((one) => one.host);
        return [
          {
            key: host,
            title: `${listed(hosts, 2)} ${alike.length === 1 ? fault : fault.replace(/^is /, 'are ').replace(/^shows /, 'show ')}`,
            where: { host, record: v4 === null ? 'A' : 'AAAA' },
            proof: {
              kind: 'record' as const,
              text: [
                v4 === null ? `${printable(host)} has no A record` : line(host, 'A', v4),
                ...(v6 === null ? [] : [line(host, 'AAAA', v6)]),
              ].join('\n'),
              ...(hosts.length > 1 ? { more: hosts.slice(1, 20).map(printable) } : {}),
            },
            data: { lacksV4: v4 === null, address: v6?.address ?? '' },
          },
        ];
      },
    );
    const unseen = families.find(({ v4, v6 }) => v4?.outcome === 'page' && v6?.outcome === 'unseen');
    return unseen === undefined
      ? defects
      : {
          unproven: `${printable(unseen.host)} has an AAAA record, and this machine does not reach IPv6`,
          unlock:
            'Run `npx launch-ready edge` on a machine with IPv6; most CI runners have none, most phones’ hotspots do.',
          defects,
        };
  },
  fix: ({ where, data }) => {
    const { lacksV4, address } = data as { lacksV4: boolean; address: string };
    return {
      steps: lacksV4
        ? ['Add an A record, or put a CDN in front that speaks both: half of all visitors have IPv4 alone.']
        : [
            'Let the server listen at the IPv6 address too, with the same certificate and the same site.',
            'Until then take the AAAA record out: then everybody comes over IPv4.',
          ],
      verify: lacksV4
        ? dig(where.host ?? '', 'A')
        : `curl -6sI --resolve '${printable(where.host ?? '')}:443:[${printable(address)}]' https://${printable(where.host ?? '')}/`,
    };
  },
});
