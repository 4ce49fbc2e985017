import type { EdgeConfig } from '../../model/target.ts';
import type { Net } from '../../net/net.ts';
import type { Progress } from '../../model/progress.ts';
import type { Evidence, Fact } from '../../model/evidence/map.ts';
import type { CodeSender, MailDomain, MailFrom } from '../../model/evidence/mail.ts';
import { providersInCode } from './code/providers-in-code.ts';
import { readMailDomain, type ToldSender } from './domain/read-domain.ts';
import { holdSenders } from './from/hold-senders.ts';

export interface MailContext {
  net: Net;
  config: EdgeConfig;
  /** What the repository told. */
  evidence: Evidence;
  progress: Progress;
}

/** Servers of others are not asked. */
const notOurs = () => Promise.resolve({ ok: false as const, problem: 'it is not ours' });

/** Names below the domains that the code sends from, at most. */
const MOST_BELOW = 5;

/** Mail of the domains that the config names, or of those under review, and the senders of the code. Asks DNS, and for the file of MTA-STS. */
export const mailCollector = {
  provides: ['edge.mail', 'edge.from'] as const,
  collect: async ({
    net,
    config,
    evidence,
    progress,
  }: MailContext): Promise<{ 'edge.mail': Fact<readonly MailDomain[]>; 'edge.from': Fact<readonly MailFrom[]> }> => {
    const step = progress.step('mail');
    const { domains, providers, selectors } = config.mail;
    const named = domains.length > 0 ? domains : config.domains;
    const inCode = providersInCode(evidence);
    const fromCode = evidence['code.mail'];
    const senders = fromCode?.ok === true ? fromCode.value.senders : [];
    const told: ToldSender[] = [
      ...inCode,
      ...providers.map((provider) => ({ provider, seenIn: 'edge.mail.providers in the config', certain: true })),
    ];
    const fetchPolicy = async (url: string) => {
      const answer = await net.http({ url, verified: true });
      if (!answer.ok) return { ok: false as const, problem: answer.said };
      // RFC 8461 3.3: redirects are not followed.
      if (answer.status !== 200) return { ok: false as const, problem: `it answers ${answer.status}` };
      return { ok: true as const, text: Buffer.from(answer.body).toString('utf8') };
    };
    const read = (domain: string, by: readonly ToldSender[], fetch = fetchPolicy): Promise<MailDomain> =>
      readMailDomain({ domain, client: net.dns, made: net.made, senders: by, selectors, fetchPolicy: fetch });
    const sure = domains.length > 0;
    const all = [...named, ...namesBelow(senders, named)];
    const [value, from] = await Promise.all([
      Promise.all(
        all.map((domain) =>
          read(
            domain,
            told.map((one) => settled(one, sure, domain, inCode, senders)),
          ),
        ),
      ),
      holdSenders({
        senders,
        domains: [...new Set([...config.domains, ...named])],
        providers: told,
        client: net.dns,
        read: (domain) =>
          read(
            domain,
            told.map((one) => ({ ...one, certain: true })),
            notOurs,
          ),
      }),
    ]);
    step.end(value.map(({ domain }) => domain).join(', '));
    return {
      'edge.mail': { ok: true, value },
      'edge.from':
        fromCode === undefined || fromCode.ok
          ? { ok: true, value: from }
          : { ok: false, reason: fromCode.reason, unlock: fromCode.unlock },
    };
  },
};

/** Domains of the code's senders that lie below one of those: they have records of their own. */
const namesBelow = (senders: readonly CodeSender[], named: readonly string[]): string[] =>
  [
    ...new Set(
      senders
        .filter(({ as }) => as !== 'default')
        .map(({ domain }) => domain)
        .filter((domain) => !named.includes(domain) && named.some((one) => domain.endsWith(`.${one}`))),
    ),
  ].slice(0, MOST_BELOW);

/** The code's one provider sends for the domain that the code has in From; of several, which does is not told. */
const settled = (
  told: ToldSender,
  sure: boolean,
  domain: string,
  inCode: readonly ToldSender[],
  senders: readonly CodeSender[],
): ToldSender => {
  const isOnly = new Set(inCode.map(({ provider }) => provider)).size === 1;
  const isFrom = senders.some((one) => one.domain === domain && one.as !== 'default');
  return { ...told, certain: told.certain || sure || (isOnly && isFrom) };
};
