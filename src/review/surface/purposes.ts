import type { SeenRecord } from '../../model/evidence/edge/records.ts';
import type { HostPurpose } from '../../model/evidence/edge/hosts.ts';

const OF_HOST: Readonly<Record<HostPurpose, string>> = {
  apex: 'the site',
  www: 'the site’s other name',
  app: 'the app',
  api: 'the API',
  admin: 'for staff',
  staging: 'staging',
  assets: 'static files',
  mail: 'mail',
  docs: 'documentation',
  status: 'status page',
  other: '',
};

const OF_TEXT: readonly (readonly [RegExp, string])[] = [
  [/^"v=spf1\b/i, 'SPF: who may send mail for this name'],
  [/^"v=DMARC1\b/i, 'DMARC: what receivers do with mail that only pretends to be ours'],
  [/^"v=STSv1\b/i, 'MTA-STS: mail to us is delivered over TLS alone'],
  [/^"v=TLSRPTv1\b/i, 'TLS-RPT: where failed deliveries are reported'],
  [/^"v=BIMI1\b/i, 'BIMI: the logo beside our mail'],
  [
    /^"[\w.-]*(?:site-)?verif[\w.-]*[=:]|^"(?:MS=|google-site-|stripe-verification)/i,
    'proof of ownership for a service',
  ],
];

/** What a record is for, in a few words. */
export const purposeOf = (
  { name, type, value }: Pick<SeenRecord, 'name' | 'type' | 'value'>,
  purposes: ReadonlyMap<string, HostPurpose>,
): string => {
  const selector = /^([^.]+)\._domainkey\./.exec(name)?.[1];
  if (selector !== undefined) return `DKIM: key ${selector}`;
  switch (type) {
    case 'NS':
      return 'who answers for the zone';
    case 'CAA':
      return 'who may issue certificates';
    case 'DS':
      return 'DNSSEC: stands at the registrar';
    case 'MX':
      return value === '0 .' ? 'takes no mail' : 'where mail to this name goes';
    case 'TXT':
      return OF_TEXT.find(([kind]) => kind.test(value))?.[1] ?? '';
    default:
      return OF_HOST[purposes.get(name) ?? 'other'];
  }
};
