import type { DmarcReport, MailDmarc } from '../../../model/evidence/mail.ts';
import type { Asker } from '../../../net/dns/client.ts';
import { isDmarc } from '../dmarc/record.ts';
import { policyFor, walkTree } from '../dmarc/tree-walk.ts';
import { textsIn } from '../dns-texts.ts';

/** The domain's policy by the tree walk, and whether those who shall get reports take them. */
export const dmarcFacts = async (client: Asker, domain: string): Promise<MailDmarc> => {
  const texts = new Map<string, readonly string[]>();
  const ask = async (name: string): Promise<readonly string[] | null> => {
    const answer = await client.ask(name, 'TXT');
    const found = textsIn(answer);
    texts.set(name, found);
    return ['answer', 'nodata', 'nxdomain'].includes(answer.outcome) ? found : null;
  };
  const [walk, own] = await Promise.all([walkTree(domain, ask), client.ask(domain, 'TXT')]);
  const applied = policyFor(walk, true);
  const steps = walk.steps.map(({ domain: at, found }) => {
    const text = texts.get(`_dmarc.${at}`)?.find(isDmarc);
    return { domain: at, found, ...(text === undefined ? {} : { text }) };
  });
  const misplaced = textsIn(own).some(isDmarc);
  if (applied === undefined) return { steps, organizational: walk.organizational, misplaced };
  const { record, from, by, policy } = applied;
  const rua = await Promise.all(
    record.rua.map(async ({ uri, domain: to }): Promise<DmarcReport> => ({
      uri,
      domain: to,
      accepted: await accepts(to, from, walk.organizational, ask),
    })),
  );
  const { p, sp, np, adkim, aspf, testing, remarks } = record;
  return {
    steps,
    organizational: walk.organizational,
    misplaced,
    applied: { from, by, policy, p, sp, np, adkim, aspf, testing, rua, remarks },
  };
};

/** RFC 9990 4: who is asked to take reports of others says that it does. */
const accepts = async (
  to: string,
  from: string,
  organizational: string,
  ask: (name: string) => Promise<readonly string[] | null>,
): Promise<DmarcReport['accepted']> => {
  if (to === organizational || to.endsWith(`.${organizational}`)) return 'own';
  const walk = await walkTree(to, ask);
  if (walk.organizational === organizational) return 'own';
  const texts = await ask(`${from}._report._dmarc.${to}`);
  return texts === null ? 'unknown' : texts.some(isDmarc) ? 'yes' : 'no';
};
