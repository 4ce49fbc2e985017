import type { EdgeConfig } from '../../model/target.ts';
import type { Net } from '../../net/net.ts';
import type { Progress } from '../../model/progress.ts';
import type { Evidence, Fact } from '../../model/evidence/map.ts';
import type { MailDomain } from '../../model/evidence/mail.ts';
import { readMailDomain, type ToldSender } from './domain/read-domain.ts';
import { sendersInCode } from './senders-in-code.ts';

export interface MailContext {
  net: Net;
  config: EdgeConfig;
  /** What the repository told. */
  evidence: Evidence;
  progress: Progress;
}

/** Mail of the domains that the config names, or of those under review. Asks DNS, and for the file of MTA-STS. */
export const mailCollector = {
  provides: ['edge.mail'] as const,
  collect: async ({
    net,
    config,
    evidence,
    progress,
  }: MailContext): Promise<{ 'edge.mail': Fact<readonly MailDomain[]> }> => {
    const step = progress.step('mail');
    const { domains, providers, selectors } = config.mail;
    const named = domains.length > 0 ? domains : config.domains;
    const senders: ToldSender[] = [
      ...sendersInCode(evidence).map((one) => ({ ...one, certain: domains.length > 0 })),
      ...providers.map((provider) => ({ provider, seenIn: 'edge.mail.providers in the config', certain: true })),
    ];
    const fetchPolicy = async (url: string) => {
      const answer = await net.http({ url, verified: true });
      if (!answer.ok) return { ok: false as const, problem: answer.said };
      // RFC 8461 3.3: redirects are not followed.
      if (answer.status !== 200) return { ok: false as const, problem: `it answers ${answer.status}` };
      return { ok: true as const, text: Buffer.from(answer.body).toString('utf8') };
    };
    const value = await Promise.all(
      named.map((domain) => readMailDomain({ domain, client: net.dns, senders, selectors, fetchPolicy })),
    );
    step.end(value.map(({ domain }) => domain).join(', '));
    return { 'edge.mail': { ok: true, value } };
  },
};
