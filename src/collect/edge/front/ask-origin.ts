import type { OriginAnswer } from '../../../model/evidence/edge/front.ts';
import type { Net, NetAnswer } from '../../../net/net.ts';
import type { Landing } from './landing.ts';
import type { Candidate } from './origin-addresses.ts';
import { compare, fetched, inWords } from './same-site.ts';

/** Milliseconds for one try. What is closed by a firewall says nothing for as long. */
const PATIENCE = 5_000;

/** Asks an address for the page of a host, with the host's own SNI and Host, and compares what comes with what the edge gives. */
export const askOrigin = async (net: Net, { address, from }: Candidate, landing: Landing): Promise<OriginAnswer> => {
  const { host, path, page } = landing;
  const base = { address, from, host, edge: inWords(page) };
  const ask = (scheme: 'https' | 'http') => net.http({ url: `${scheme}://${host}${path}`, address, timeout: PATIENCE });
  // Both at once: a firewall that drops packets makes each of them wait.
  const [secure, plain] = await Promise.all([ask('https'), ask('http')]);
  const tries = [['https', secure] as const, ['http', plain] as const].map(([scheme, answer]) => ({
    url: `${scheme}://${host}${path}`,
    answer,
  }));
  const judged = tries.flatMap(({ url, answer }) => (answer.ok ? [{ ...base, url, ...judge(answer, landing) }] : []));
  const [best] = judged.toSorted((a, b) => RANK.indexOf(a.outcome) - RANK.indexOf(b.outcome));
  if (best !== undefined) return best;
  const url = tries[0]?.url ?? '';
  const said = secure.ok ? '' : secure.said;
  // Nobody may say what lies in a private network.
  const outcome = !secure.ok && (secure.kind === 'inside' || secure.kind === 'budget' || secure.kind === 'stopped');
  return { ...base, url, outcome: outcome ? 'unclear' : 'closed', direct: said };
};

const RANK: readonly OriginAnswer['outcome'][] = ['same-site', 'unclear', 'other-site', 'refused', 'closed'];

const judge = (answer: NetAnswer, { page }: Landing): Pick<OriginAnswer, 'outcome' | 'direct'> => {
  const got = fetched(answer);
  const direct = inWords(got);
  if (answer.status >= 300) return { outcome: 'refused', direct };
  const likeness = compare(page, got);
  return { outcome: likeness === 'same' ? 'same-site' : likeness === 'other' ? 'other-site' : 'unclear', direct };
};
