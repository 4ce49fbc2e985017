import type { EdgeHost } from '../../../model/evidence/edge/hosts.ts';
import type { FamilyAnswer, HostFamilies } from '../../../model/evidence/edge/setup.ts';
import type { Net, NetAnswer, NetError } from '../../../net/net.ts';

/** A root server over IPv6 (root-servers.org): whether this machine reaches that family at all. */
const ROOT = { address: '2001:500:2::c', port: 53 };

/** What a host answers at the first address of each family, with a certificate that browsers take. */
export const familiesOf = async (
  net: Net,
  { host, addresses: { v4, v6 } }: EdgeHost,
  reachesV6: () => Promise<boolean>,
): Promise<HostFamilies> => {
  const [four, six] = await Promise.all([v4[0], v6[0]].map((address) => answerAt(net, host, address, reachesV6)));
  // A fault of one family alone is looked at twice: what was lost once is no fault.
  const isOdd = four?.outcome === 'page' && six != null && six.outcome !== 'page' && six.outcome !== 'unseen';
  return { host, v4: four ?? null, v6: (isOdd ? await answerAt(net, host, v6[0], reachesV6) : six) ?? null };
};

/** Asks once in a run, and only when something over IPv6 stayed silent. */
export const reachOfV6 = (net: Net): (() => Promise<boolean>) => {
  let asked: Promise<boolean> | undefined;
  return () =>
    (asked ??= net.dns
      .ask('.', 'NS', { server: ROOT, recurse: false })
      // Whatever it says, the way there is open.
      .then(({ outcome }) => outcome !== 'timeout' && outcome !== 'unreachable'));
};

const answerAt = async (
  net: Net,
  host: string,
  address: string | undefined,
  reachesV6: () => Promise<boolean>,
): Promise<FamilyAnswer | null> => {
  if (address === undefined) return null;
  const answer = await net.http({ url: `https://${host}/`, address, verified: true });
  // Too many questions are ours.
  if (answer.ok && answer.status === 429) return { address, outcome: 'unseen', said: saidBy(answer) };
  if (answer.ok) return { address, outcome: answer.status < 400 ? 'page' : 'error', said: saidBy(answer) };
  const isDefinite = answer.said === 'connection refused' || answer.said.startsWith('TLS: ');
  const outcome = isDefinite
    ? 'refused'
    : isSilent(answer) && (await isReached(address, reachesV6))
      ? 'silent'
      : 'unseen';
  return { address, outcome, said: answer.said };
};

const isReached = (address: string, reachesV6: () => Promise<boolean>): boolean | Promise<boolean> =>
  !address.includes(':') || reachesV6();

const isSilent = ({ kind, said }: NetError): boolean => kind === 'timeout' || said.startsWith('no connection within');

const saidBy = ({ status, headers, body }: NetAnswer): string => {
  const location = headers.find(([name]) => name === 'location')?.[1];
  const [, title = ''] =
    /<title[^>]{0,200}>([^<]{0,200})/i.exec(Buffer.from(body).toString('utf8').slice(0, 50_000)) ?? [];
  return `${status}${location === undefined ? '' : ` to ${location.slice(0, 200)}`}${title.trim() === '' ? '' : `, “${title.trim()}”`}`;
};
