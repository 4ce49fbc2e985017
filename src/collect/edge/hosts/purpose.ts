import type { HostPurpose } from '../../../model/evidence/edge/hosts.ts';

const PURPOSES: readonly (readonly [HostPurpose, RegExp])[] = [
  ['www', /^www$/],
  ['api', /^(?:api|graphql|gateway)(?:[-.]|$)/],
  ['admin', /^(?:admin|backoffice|internal|ops|dashboard-admin)(?:[-.]|$)/],
  ['staging', /(?:^|[-.])(?:staging|stage|dev|development|test|testing|preview|qa|uat|beta|sandbox|demo)\d*(?:[-.]|$)/],
  ['app', /^(?:app|dashboard|portal|my|account|seller|sellers|vendor)(?:[-.]|$)/],
  ['assets', /^(?:assets?|cdn|static|images?|img|media|files|uploads)(?:[-.]|$)/],
  ['mail', /^(?:mail|smtp|send|bounces?|em\d*|links?|click|mta-sts|autodiscover|imap|webmail)(?:[-.]|$)/],
  ['docs', /^(?:docs?|help|support|kb|blog)(?:[-.]|$)/],
  ['status', /^status(?:[-.]|$)/],
];

/** What a host is for, told from its name below the domain. */
export const purposeOf = (host: string, domain: string): HostPurpose => {
  if (host === domain) return 'apex';
  const below = host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : host;
  // A stand-in for another host is first of all no production: api-staging, staging.api.
  const staging = PURPOSES.find(([purpose]) => purpose === 'staging');
  if (staging?.[1].test(below) === true) return 'staging';
  return PURPOSES.find(([, pattern]) => pattern.test(below))?.[0] ?? 'other';
};

/** Names that are looked for though nothing names them. */
export const USUAL = ['www', 'app', 'api', 'admin', 'staging', 'dev', 'assets', 'cdn', 'status', 'docs'] as const;
