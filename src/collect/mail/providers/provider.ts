import type { MailRecord } from '../../../model/evidence/mail.ts';

/** Who sends or receives mail for others, and how one sees it. Public facts of their documentation. */
export interface MailProvider {
  id: string;
  name: string;
  /** npm packages whose use tells that the app sends through it. */
  packages: readonly string[];
  /** Environment variables that tell it. */
  variables: readonly RegExp[];
  /** SMTP hosts that tell it. */
  smtp: readonly RegExp[];
  /** Domains that an SPF record includes for it; the first is the one to publish. */
  spf: readonly string[];
  /** Selectors that it always uses. Empty where they are made for each customer: then a missing one proves nothing. */
  selectors: readonly string[];
  /** Labels below the domain that take its bounces; there its SPF belongs. `null`: its own domain unless one is set up. */
  returnPath: readonly string[] | null;
  /** Bounces go to the domain itself, so that SPF there decides. */
  spfAtApex: boolean;
  mx: readonly RegExp[];
  /** What it asks its customers to publish, besides SPF of the domain itself. */
  records: readonly RecordTemplate[];
  /** Page of its dashboard that shows the values in `<…>`. */
  shownAt: string;
  /** Addresses that it lends for a first try; they reach nobody but the account's owner. */
  trial: readonly RegExp[];
}

/** A record as the provider documents it. */
export interface RecordTemplate {
  for: MailRecord['for'];
  /** Below the domain; empty for the domain itself. What stands in `<…>` is made for each customer. */
  name: string;
  type: MailRecord['type'];
  /** `{domain}` and `{dashed}` (dots as dashes) are filled in; what stands in `<…>` only the provider's page shows. */
  value: string;
  /** Mail proves itself without it too. */
  optional?: true;
}

type Facts = Partial<Omit<MailProvider, 'id' | 'name' | 'shownAt'>> & Pick<MailProvider, 'shownAt'>;

/** A provider; facts that are left out say nothing. */
export const defineProvider = (id: string, name: string, facts: Facts): MailProvider => ({
  id,
  name,
  packages: [],
  variables: [],
  smtp: [],
  spf: [],
  selectors: [],
  returnPath: null,
  spfAtApex: false,
  mx: [],
  records: [],
  trial: [],
  ...facts,
});

const dkim = (type: 'TXT' | 'CNAME', name: string, value: string): RecordTemplate => ({
  for: 'dkim',
  name: `${name}._domainkey`,
  type,
  value,
});

/** DKIM by a key of one's own. */
export const dkimKey = (selector: string, value = 'v=DKIM1; k=rsa; p=<key>'): RecordTemplate =>
  dkim('TXT', selector, value);

/** DKIM by an alias to the provider's key. */
export const dkimAlias = (selector: string, target: string): RecordTemplate => dkim('CNAME', selector, target);

/** A name below the domain that takes bounces, at Amazon SES: also of those who send through it. */
export const bouncesAtSes = (label: string, optional?: true): RecordTemplate[] => {
  const more = optional === undefined ? {} : { optional };
  return [
    { for: 'bounces', name: label, type: 'MX', value: '10 feedback-smtp.<region>.amazonses.com', ...more },
    { for: 'bounces', name: label, type: 'TXT', value: 'v=spf1 include:amazonses.com ~all', ...more },
  ];
};

/** A name below the domain that takes bounces, as an alias. */
export const bouncesAlias = (label: string, target: string, optional?: true): RecordTemplate => ({
  for: 'bounces',
  name: label,
  type: 'CNAME',
  value: target,
  ...(optional === undefined ? {} : { optional }),
});

/** Where mail to the domain goes. */
export const inbox = (...values: readonly string[]): RecordTemplate[] =>
  values.map((value) => ({ for: 'inbox', name: '', type: 'MX', value }));
