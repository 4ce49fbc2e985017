import { verifyReceived } from '../../../src/collect/mail/message/verify-received.ts';
import { DnsClient } from '../../../src/net/dns/client.ts';
import { openDnsServer, type ZoneName } from '../../../src/net/testing/dns-server.ts';
import { unexplained } from '../unexplained.ts';
import { BROKEN, makeCases, type MailCase } from './cases.ts';
import { ourResolver, type Mailauth } from './mailauth.ts';

/** In one form: whether each signature passes, then DMARC and what a fail asks for. */
interface Said {
  text: string;
  /** In its own words, for a reader. */
  detail: string;
}

const form = (dkim: readonly boolean[], dmarc: string, policy: string | undefined): string =>
  `DKIM ${dkim.map((one) => (one ? 'pass' : 'no')).join(', ') || 'none'}; DMARC ${dmarc}${dmarc === 'fail' ? ` (${policy})` : ''}`;

const zoneOf = (dns: MailCase['dns']): Map<string, ZoneName> =>
  new Map(
    Object.entries(dns).map(([name, texts]): [string, ZoneName] => [
      name,
      texts === BROKEN
        ? { records: [], rcode: 'SERVFAIL' }
        : { records: [texts].flat().map((text) => ({ type: 'TXT', data: text.match(/.{1,255}/g) })) },
    ]),
  );

const ours = async ({ message, ip, sender, helo }: MailCase, client: DnsClient): Promise<Said> => {
  const { dkim, dmarc, author } = await verifyReceived({
    bytes: message,
    client,
    now: new Date(),
    ip,
    helo,
    mailFrom: sender,
  });
  // Who writes in the name of several has no policy; we call that a fail, since nobody's policy speaks for it.
  const result = author === null ? 'none' : dmarc.result === 'unknown' ? 'temperror' : dmarc.result;
  return {
    text: form(
      dkim.map((one) => one.result === 'pass'),
      result,
      dmarc.policy,
    ),
    detail: `${dkim.map((one) => `${one.result} ${one.detail}`.trim()).join(', ')}; ${dmarc.detail}`,
  };
};

const theirs = async (mailauth: Mailauth, one: MailCase, client: DnsClient, strict: boolean): Promise<Said> => {
  const { message, ip, sender, helo } = one;
  const options = { ip, sender, helo, mta: 'mx.bench.test', resolver: ourResolver(client), strict };
  const { dkim, dmarc } = await mailauth.authenticate(message, { ...options, disableArc: true, disableBimi: true });
  const results = dkim.results.filter(({ signingDomain }) => signingDomain !== undefined).map(({ status }) => status);
  const found = dmarc === false ? 'none' : dmarc.status.result;
  return {
    text: form(
      results.map(({ result }) => result === 'pass'),
      found,
      dmarc === false ? undefined : dmarc.policy,
    ),
    detail: results.map(({ result, comment = '' }) => `${result} ${comment}`.trim()).join(', '),
  };
};

/** Where mailauth differs, and why. */
const REASONS: Readonly<Record<string, string>> = {
  'RSA with SHA-1':
    'RFC 8301 3.1 forbids to believe it. Its default believes it, with a warning in its result; its strict mode is right.',
  'i= below d=, which the key forbids':
    't=s in the key allows only d= itself (RFC 6376 3.6.1). Its default passes it, with a warning in its result; its strict mode is right.',
  'the server of the key fails':
    'It knows that the key could not be asked for (temperror), and calls DMARC a fail all the same. A second try may pass, so we leave it open; RFC 9989 leaves it to the receiver.',
  'text beside the key':
    'Undefined by RFC 6376 3.6.2.2. We take the one record that is a key, it takes the other and finds no key.',
};

/** What the RFCs leave open is shown, and counted for nobody. */
const OPEN: ReadonlySet<string> = new Set(['the server of the key fails', 'text beside the key']);

/** Mails signed by mailauth, changed on the way, verified by both over one name server. */
export const judgeMessages = async (mailauth: Mailauth): Promise<void> => {
  const cases = await makeCases(mailauth);
  const counts = { ours: 0, lenient: 0, strict: 0 };
  const lines: string[] = [];
  for (const one of cases) {
    const server = await openDnsServer(zoneOf(one.dns));
    const client = new DnsClient({ servers: [server], timeout: 500, tries: 1 });
    const wanted = form(one.dkim, one.dmarc, one.policy);
    const own = await ours(one, client);
    const [lenient, strict] = [await theirs(mailauth, one, client, false), await theirs(mailauth, one, client, true)];
    const isOpen = OPEN.has(one.name);
    if (!isOpen && own.text === wanted) counts.ours++;
    if (!isOpen && lenient.text === wanted) counts.lenient++;
    if (!isOpen && strict.text === wanted) counts.strict++;
    const all = [
      ['launch-ready', own],
      ['mailauth', lenient],
      ['mailauth, strict', strict],
    ] as const;
    const wrong = all.filter(([, said]) => said.text !== wanted);
    if (wrong.length > 0) {
      lines.push(`  ${one.name} (${one.by}): ${isOpen ? 'open; ours' : 'wanted'} ${wanted}`);
      for (const [name, said] of wrong) lines.push(`    ${name}: ${said.text} — ${said.detail}`);
      lines.push(`    ${REASONS[one.name] ?? unexplained()}`);
    }
    await server.close();
  }
  const decided = cases.filter(({ name }) => !OPEN.has(name)).length;
  console.log(`  ${cases.length} mails; of the ${decided} on which the RFCs decide, as they want it:`);
  console.log(`  launch-ready ${counts.ours}, mailauth ${counts.lenient}, mailauth in strict mode ${counts.strict}`);
  for (const line of lines) console.log(line);
};
