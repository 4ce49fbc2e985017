import type { Alignment, CodeSender, MailDomain, MailFrom } from '../../../model/evidence/mail.ts';
import type { Asker } from '../../../net/dns/client.ts';
import { FREE_MAIL, isReserved } from '../code/free-mail.ts';
import type { ToldSender } from '../domain/read-domain.ts';
import { MAIL_PROVIDERS } from '../providers/registry.ts';

/** So many foreign domains are looked at. */
const MOST_DOMAINS = 10;

export interface SendersInput {
  senders: readonly CodeSender[];
  /** The domains under review. */
  domains: readonly string[];
  /** The code's providers. */
  providers: readonly ToldSender[];
  client: Asker;
  /** All that DNS says of a domain's mail, when those providers send for it. */
  read: (domain: string) => Promise<MailDomain>;
}

/** Holds the senders of the code against DNS: who they are, whether their domain is there, and whether their mail would prove itself. */
export const holdSenders = async (input: SendersInput): Promise<MailFrom[]> => {
  const { senders, domains } = input;
  const foreign = [...new Set(senders.map(({ domain }) => domain))]
    .filter((domain) => kindOf({ address: `x@${domain}`, domain }, domains) === 'foreign')
    .slice(0, MOST_DOMAINS);
  const known = new Map(
    await Promise.all(foreign.map(async (domain) => [domain, await lookAt(domain, input)] as const)),
  );
  const own = new Map(
    await Promise.all(
      [...new Set(senders.map(({ domain }) => domain))]
        .filter((domain) => isBelow(domain, domains))
        .map(async (domain) => [domain, await existence(domain, input.client)] as const),
    ),
  );
  const by = namesOf(input.providers);
  return senders.map((sender) => {
    const kind = kindOf(sender, domains);
    const seen = kind === 'foreign' ? known.get(sender.domain) : undefined;
    return {
      ...sender,
      kind,
      by,
      exists: seen?.exists ?? own.get(sender.domain) ?? 'unknown',
      proven: seen?.proven ?? 'unknown',
      ...(seen?.policy === undefined ? {} : { policy: seen.policy }),
    };
  });
};

const isBelow = (domain: string, domains: readonly string[]): boolean =>
  domains.some((one) => domain === one || domain.endsWith(`.${one}`));

const kindOf = (
  { address, domain }: Pick<CodeSender, 'address' | 'domain'>,
  domains: readonly string[],
): MailFrom['kind'] => {
  if (isBelow(domain, domains)) return 'own';
  if (FREE_MAIL.has(domain)) return 'free';
  if (isReserved(domain) || !domain.includes('.')) return 'reserved';
  return MAIL_PROVIDERS.some(({ trial }) => trial.some((pattern) => pattern.test(address.toLowerCase())))
    ? 'trial'
    : 'foreign';
};

const namesOf = (providers: readonly ToldSender[]): string[] => [
  ...new Set(providers.map(({ provider }) => MAIL_PROVIDERS.find(({ id }) => id === provider)?.name ?? provider)),
];

/** A name that has anything at all exists: RFC 8020. */
const existence = async (domain: string, client: Asker): Promise<MailFrom['exists']> => {
  const answers = await Promise.all([client.ask(domain, 'MX'), client.ask(domain, 'A')]);
  if (answers.some(({ outcome, records }) => ['answer', 'nodata'].includes(outcome) || records.length > 0))
    return 'yes';
  return answers.every(({ outcome }) => outcome === 'nxdomain') ? 'no' : 'unknown';
};

const lookAt = async (
  domain: string,
  { client, providers, read }: SendersInput,
): Promise<Pick<MailFrom, 'exists' | 'policy' | 'proven'>> => {
  const exists = await existence(domain, client);
  if (exists !== 'yes') return { exists, proven: 'unknown' };
  const { dmarc, senders } = await read(domain);
  const ours = senders.filter(({ provider }) => providers.some((one) => one.provider === provider));
  const policy = dmarc.applied?.policy;
  return { exists, proven: provenBy(ours), ...(policy === undefined ? {} : { policy }) };
};

/** `no` only where there are providers, and of none of them anything could speak for the domain. */
const provenBy = (senders: MailDomain['senders']): Alignment => {
  const all = senders.flatMap(({ aligned }) => [aligned.spf, aligned.dkim]);
  if (all.includes('yes')) return 'yes';
  return all.length === 0 || all.includes('unknown') ? 'unknown' : 'no';
};
