import type { Alignment, DkimFact, MailDmarc, SpfNode } from '../../../model/evidence/mail.ts';
import type { Asker } from '../../../net/dns/client.ts';
import { nodesOf } from '../../../model/judge/spf.ts';
import type { MailProvider } from '../providers/provider.ts';
import { spfDns } from '../spf/spf-dns.ts';
import { spfTree } from '../spf/tree.ts';

export interface AlignmentInput {
  domain: string;
  client: Asker;
  provider: MailProvider;
  spf: SpfNode;
  dkim: readonly DkimFact[];
  dmarc: MailDmarc;
}

/** Whether SPF and DKIM of mail that a provider sends would count for the domain in From. */
export const alignmentOf = async (input: AlignmentInput): Promise<{ spf: Alignment; dkim: Alignment }> => ({
  spf: await bySpf(input),
  dkim: byDkim(input),
});

/** The bounce address decides: the domain itself, or a name below it that belongs to the provider. */
const bySpf = async ({ domain, client, provider, spf, dmarc }: AlignmentInput): Promise<Alignment> => {
  if (provider.spfAtApex) return covers(spf, provider);
  if (provider.returnPath === null || provider.returnPath.length === 0) return 'unknown';
  const below = await Promise.all(
    provider.returnPath.map(async (label) => covers(await spfTree(`${label}.${domain}`, spfDns(client)), provider)),
  );
  if (below.includes('unknown')) return 'unknown';
  // Of strict alignment a name below is another domain.
  return below.includes('yes') && dmarc.applied?.aspf !== 's' ? 'yes' : 'no';
};

const covers = (spf: SpfNode, { spf: includes }: MailProvider): Alignment => {
  if (spf.state === 'error' || spf.state === 'dynamic' || includes.length === 0) return 'unknown';
  return nodesOf(spf).some(({ domain, state }) => state === 'read' && includes.includes(domain)) ? 'yes' : 'no';
};

/** Signatures bear the domain itself, where its key stands at a selector that the provider always uses. */
const byDkim = ({ provider, dkim }: AlignmentInput): Alignment => {
  const own = dkim.filter(({ from, wildcard }) => from === provider.name && !wildcard);
  if (own.some(({ state }) => state === 'key')) return 'yes';
  if (provider.selectors.length === 0 || own.length === 0 || own.some(({ state }) => state === 'error')) {
    return dkim.some(({ from, state, wildcard }) => from === 'config' && state === 'key' && !wildcard)
      ? 'yes'
      : 'unknown';
  }
  return 'no';
};
