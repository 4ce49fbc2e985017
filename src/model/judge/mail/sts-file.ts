import type { MailDomain } from '../../evidence/mail.ts';

/** Seconds: a week, the least that RFC 8461 3.2 thinks of use. */
const WEEK = 604_800;

/** The file of MTA-STS for a domain, or null where its mail servers are not known. It begins as a trial: `enforce` refuses mail when it is wrong. */
export const stsFile = ({ mx }: MailDomain): string | null => {
  const names = mx.hosts.filter(({ state }) => state === 'good').map(({ name }) => name);
  if (mx.state !== 'hosts' || names.length === 0) return null;
  return ['version: STSv1', 'mode: testing', ...names.map((name) => `mx: ${name}`), `max_age: ${WEEK}`].join('\n');
};
