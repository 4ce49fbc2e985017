import type { ReceivedMail } from '../../../model/received-mail.ts';
import type { Asker } from '../../../net/dns/client.ts';
import { verifyDkim, type DkimVerdict } from '../dkim/verify.ts';
import { isAligned, policyFor, walkTree, type Walk } from '../dmarc/tree-walk.ts';
import { checkHost, type SpfVerdict } from '../spf/check-host.ts';
import { spfDns } from '../spf/spf-dns.ts';
import { authorDomain, parseMail, valuesOf } from './message.ts';
import { bounceAddress, receivedFrom } from './received-from.ts';

export interface VerifyInput {
  bytes: Buffer;
  client: Asker;
  now: Date;
  /** Of the server that handed it over; read from `Received` where it is not given. */
  ip?: string;
  helo?: string;
  /** Bounce address; read from `Return-Path` where it is not given. */
  mailFrom?: string;
}

/** What a receiver makes of a mail: SPF and DKIM, and by DMARC whether one of them speaks for its author. */
export const verifyReceived = async ({ bytes, client, now, ...given }: VerifyInput): Promise<ReceivedMail> => {
  const mail = parseMail(bytes);
  const dns = spfDns(client);
  const texts = async (name: string): Promise<readonly string[] | null> => {
    const looked = await dns.txt(name);
    return looked.found === 'records' ? looked.records : looked.found === 'void' ? [] : null;
  };
  const seconds = Math.floor(now.getTime() / 1000);
  const from = receivedFrom(mail);
  const ip = given.ip ?? from?.ip ?? '';
  const helo = given.helo ?? from?.helo ?? '';
  const mailFrom = given.mailFrom ?? bounceAddress(mail);
  const author = authorDomain(mail);
  const [spf, dkim, walk] = await Promise.all([
    ip === '' ? undefined : checkHost({ ip, mailFrom, helo, dns, now: seconds }),
    verifyDkim(mail, texts, seconds),
    author === undefined ? undefined : walkTree(author, texts),
  ]);
  const spfDomain = (mailFrom === '' ? helo : mailFrom.slice(mailFrom.lastIndexOf('@') + 1)).toLowerCase();
  const record = walk && (await policyOf(walk, client));
  const alignedWith = async (mode: 'r' | 's', domain: string): Promise<boolean> =>
    walk !== undefined && domain !== '' && isAligned(mode, walk, await walkTree(domain, texts));
  const [spfAligned, ...dkimAligned] = await Promise.all([
    alignedWith(record?.record.aspf ?? 'r', spfDomain),
    ...dkim.map(({ domain }) => alignedWith(record?.record.adkim ?? 'r', domain)),
  ]);
  const signatures = dkim.map((one, index) => signature(one, dkimAligned[index] === true));
  const told: Omit<ReceivedMail, 'dmarc'> = {
    author: author ?? null,
    subject: valuesOf(mail, 'subject')[0] ?? '',
    spf: { result: spf?.result ?? 'unknown', domain: spfDomain, ip, detail: detailOf(spf), aligned: spfAligned },
    dkim: signatures,
  };
  return { ...told, dmarc: judge(told, walk, record) };
};

/** Whether there is such a name decides only where the record says so, and is asked only then. */
const policyOf = async (walk: Walk, client: Asker): Promise<ReturnType<typeof policyFor>> => {
  const found = policyFor(walk, true);
  const [own] = walk.steps;
  if (found?.by !== 'sp' || found.record.sp === found.record.np || own === undefined) return found;
  const { outcome, records } = await client.ask(own.domain, 'A');
  // An alias that leads nowhere is a name all the same.
  const exists = outcome !== 'nxdomain' || records.some(({ type }) => type === 'CNAME');
  return policyFor(walk, exists);
};

const signature = (
  { result, domain, selector, problem, bits, partial }: DkimVerdict,
  aligned: boolean,
): ReceivedMail['dkim'][number] => ({
  result,
  domain,
  selector,
  aligned,
  ...(bits === undefined ? {} : { bits }),
  detail: problem ?? (partial === true ? 'only the first part of the body is signed (l=)' : ''),
});

const detailOf = (spf: SpfVerdict | undefined): string =>
  spf === undefined ? 'no Received line names the server that handed it over' : (spf.problem ?? spf.by ?? '');

const judge = (
  { author, spf, dkim }: Omit<ReceivedMail, 'dmarc'>,
  walk: Walk | undefined,
  found: ReturnType<typeof policyFor>,
): ReceivedMail['dmarc'] => {
  const base = {
    from: found?.from ?? '',
    policy: found?.policy ?? ('' as const),
    organizational: walk?.organizational ?? '',
  };
  if (author === null) return { ...base, result: 'fail', detail: 'From does not name exactly one domain' };
  const passes = [
    ...(spf.result === 'pass' && spf.aligned ? [`SPF of ${spf.domain}`] : []),
    ...dkim.flatMap(({ result, aligned, domain }) => (result === 'pass' && aligned ? [`DKIM of ${domain}`] : [])),
  ];
  if (walk?.isComplete === false)
    return { ...base, result: 'unknown', detail: 'its DMARC records could not all be read' };
  if (found === undefined)
    return {
      ...base,
      result: 'none',
      detail: passes.length > 0 ? `no record; ${passes.join(' and ')} would speak for it` : 'no record',
    };
  if (!found.record.counts)
    return { ...base, result: 'none', detail: 'its record has no policy that can be read, and nobody to report to' };
  if (passes.length > 0)
    return {
      ...base,
      result: 'pass',
      detail: `${passes.join(' and ')} ${passes.length > 1 ? 'speak' : 'speaks'} for it`,
    };
  const isOpen =
    (['temperror', 'unknown'].includes(spf.result) && (spf.aligned || spf.result === 'unknown')) ||
    dkim.some(({ result, aligned }) => result === 'temperror' && aligned);
  return isOpen
    ? { ...base, result: 'unknown', detail: 'what would speak for it could not be checked' }
    : { ...base, result: 'fail', detail: 'neither SPF nor DKIM passes for the domain of its author' };
};
