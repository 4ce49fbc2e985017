import { isIP } from 'node:net';
import type { MxFacts } from '../../../model/evidence/mail.ts';
import type { Asker } from '../../../net/dns/client.ts';
import { canonical } from '../../../net/dns/message.ts';

const MOST_HOSTS = 20;
const INSIDE = /^(?:localhost|.*\.(?:local|localhost|internal|invalid))$/i;

/** Where mail to the domain goes. `null`: it says that it takes none (RFC 7505). */
export const mxFacts = async (client: Asker, domain: string): Promise<MxFacts> => {
  const answer = await client.ask(domain, 'MX');
  if (answer.outcome === 'nodata' || answer.outcome === 'nxdomain') return { state: 'none', hosts: [] };
  if (answer.outcome !== 'answer') return { state: 'error', hosts: [] };
  const named = answer.records
    .flatMap((one) =>
      one.type === 'MX' ? [{ name: canonical(one.data.exchange), preference: one.data.preference ?? 0 }] : [],
    )
    .toSorted((a, b) => a.preference - b.preference)
    .slice(0, MOST_HOSTS);
  if (named.length === 1 && named[0]?.name === '') return { state: 'null', hosts: [] };
  const hosts = await Promise.all(named.map(async (host) => ({ ...host, state: await stateOf(client, host.name) })));
  return { state: 'hosts', hosts };
};

const stateOf = async (client: Asker, name: string): Promise<MxFacts['hosts'][number]['state']> => {
  if (isIP(name) !== 0) return 'address';
  if (INSIDE.test(name)) return 'inside';
  const [four, six] = await Promise.all([client.ask(name, 'A'), client.ask(name, 'AAAA')]);
  // RFC 5321 5.1: the name must lead to addresses by itself.
  if ([four, six].some(({ records }) => records.some((one) => one.type === 'CNAME' && canonical(one.name) === name)))
    return 'alias';
  if (four.outcome === 'answer' || six.outcome === 'answer') return 'good';
  return [four, six].every(({ outcome }) => outcome === 'nodata' || outcome === 'nxdomain') ? 'missing' : 'error';
};
