import type { DmarcPolicy, MailDomain } from '../../evidence/mail.ts';
import { sendsNothing } from './sends-nothing.ts';

/** One stage of a policy: what to publish, and when. */
export interface DmarcStage {
  /** Days from today. */
  day: number;
  policy: DmarcPolicy;
  record: string;
}

/** Reports come daily; in two weeks everybody has sent who sends at all often. */
const STAGE_DAYS = 14;
const STAGES: readonly DmarcPolicy[] = ['none', 'quarantine', 'reject'];

/** Where the policy of a domain stands, or should. */
export const dmarcName = ({ domain, dmarc }: MailDomain): string => `_dmarc.${dmarc.applied?.from ?? domain}`;

/** From what stands there to `p=reject`; what stands there already is its first stage, and it is empty where nothing is left to do. */
export const dmarcPlan = (domain: MailDomain): DmarcStage[] => {
  const { applied } = domain.dmarc;
  if (sendsNothing(domain)) {
    const isDone = applied?.policy === 'reject' && applied.sp === 'reject' && applied.np === 'reject';
    return isDone ? [] : [{ day: 0, policy: 'reject', record: recordOf(domain, 'reject') }];
  }
  const at = applied === undefined || isVoid(domain) ? 0 : STAGES.indexOf(applied.p);
  if (applied?.policy === 'reject' && applied.sp === 'reject') return [];
  return STAGES.slice(at).map((policy, index) => ({
    day: index * STAGE_DAYS,
    policy,
    record: recordOf(domain, policy),
  }));
};

/** A policy that cannot be read takes the whole record with it: RFC 9989 4.10.1. */
const isVoid = ({ dmarc }: MailDomain): boolean =>
  dmarc.applied?.remarks.some(({ tag, kind }) => kind === 'value' && ['p', 'sp', 'np'].includes(tag)) === true;

/** The record with that policy. Subdomains follow it; names that do not exist never send, so they may be refused at once. */
export const recordOf = (domain: MailDomain, policy: DmarcPolicy): string => {
  const { applied } = domain.dmarc;
  const rua = reportsTo(domain);
  return [
    'v=DMARC1',
    `p=${policy}`,
    ...(applied !== undefined && STAGES.indexOf(applied.sp) > STAGES.indexOf(policy) ? [`sp=${applied.sp}`] : []),
    ...(policy === 'reject' ? [] : ['np=reject']),
    ...(applied?.adkim === 's' ? ['adkim=s'] : []),
    ...(applied?.aspf === 's' ? ['aspf=s'] : []),
    ...(rua === null ? [] : [`rua=${rua}`]),
  ].join('; ');
};

/** Those who get reports and take them; else a mailbox of the domain, where it has any. */
const reportsTo = (domain: MailDomain): string | null => {
  const { applied } = domain.dmarc;
  const known = applied?.rua.filter(({ accepted }) => accepted !== 'no').map(({ uri }) => uri) ?? [];
  if (known.length > 0) return known.join(',');
  if (domain.mx.state === 'hosts') return `mailto:dmarc@${domain.domain}`;
  return sendsNothing(domain) ? null : 'mailto:<mailbox that somebody reads>';
};
