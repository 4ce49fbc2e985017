import { checkHost } from '../../../src/collect/mail/spf/check-host.ts';
import { spfDns } from '../../../src/collect/mail/spf/spf-dns.ts';
import { readSuite, zonesOf, type SuiteCase } from '../../../src/collect/mail/spf/testing/suite.ts';
import { DnsClient } from '../../../src/net/dns/client.ts';
import { openDnsServer } from '../../../src/net/testing/dns-server.ts';
import { unexplained } from '../unexplained.ts';
import { nodeResolver, ourResolver, type Mailauth, type Resolve } from './mailauth.ts';

const TIMEOUT = 250;

/** The result, the words that a domain wants said, and why. */
interface Told {
  result: string;
  explanation?: string;
  why: string;
}

interface Place {
  address: string;
  port: number;
}

type Player = (one: SuiteCase, at: Place) => Promise<Told>;

const ours: Player = async ({ host, mailfrom, helo }, at) => {
  const dns = spfDns(new DnsClient({ servers: [at], timeout: TIMEOUT, tries: 1 }));
  const { result, explanation, problem, by } = await checkHost({ ip: host, mailFrom: mailfrom, helo, dns });
  return { result, why: problem ?? by ?? '', ...(explanation === undefined ? {} : { explanation }) };
};

const theirs =
  ({ spf }: Mailauth, strict: boolean, resolverAt: (at: Place) => Resolve): Player =>
  async ({ host, mailfrom, helo }, at) => {
    const { status, explanation } = await spf({
      sender: mailfrom,
      ip: host,
      helo,
      mta: 'mx.bench.test',
      resolver: resolverAt(at),
      strict,
    });
    return { result: status.result, why: status.comment ?? '', ...(explanation === undefined ? {} : { explanation }) };
  };

const isRight = ({ result, explanation }: SuiteCase, told: Told): boolean =>
  [result].flat().includes(told.result) &&
  (explanation === undefined || (told.explanation ?? 'DEFAULT') === explanation);

const STRICT = 'mailauth, strict';
const OURS_UNDER_IT = 'over our DNS client';

/** What no other way of running it explains. */
const REASONS: Readonly<Record<string, string>> = {
  'v-macro-ip6':
    'the same result; the domain’s own words hold an IPv6 address, whose letters it writes small and the suite large. The two name the same; no mail fares differently.',
};

/** Told by which way of running mailauth is right. */
const reasonFor = (id: string, right: ReadonlySet<string>, [, told]: readonly [string, Told]): string => {
  if (right.has(`${STRICT}, ${OURS_UNDER_IT}`) && !right.has(STRICT))
    return `Node’s own resolver does not take the name or the answer (“${told.why.split(': ').at(-1) ?? ''}”); over our DNS client it is right`;
  if (right.has(STRICT)) return `its default is lenient where RFC 7208 is not; its strict mode is right`;
  return REASONS[id] ?? unexplained();
};

/** The RFC 7208 suite, each scenario served over UDP by a server of its own. */
export const runSuite = async (mailauth: Mailauth | null): Promise<void> => {
  const scenarios = readSuite();
  if (scenarios.length === 0)
    return console.log('  the RFC 7208 suite is not beside this checkout: nothing is measured');
  const players = playersOf(mailauth);
  const counts = new Map(players.map(([name]) => [name, 0]));
  const lines: string[] = [];
  let cases = 0;
  for (const scenario of scenarios) {
    const server = await openDnsServer(zonesOf(scenario));
    for (const [id, one] of Object.entries(scenario.tests)) {
      cases++;
      const told: (readonly [string, Told])[] = [];
      for (const [name, play] of players)
        told.push([name, await play(one, server).catch((error: unknown) => ({ result: 'threw', why: String(error) }))]);
      const right = new Set(told.filter(([, said]) => isRight(one, said)).map(([name]) => name));
      for (const name of right) counts.set(name, (counts.get(name) ?? 0) + 1);
      const wrong = told.filter(([name]) => !right.has(name));
      if (wrong[0] !== undefined)
        lines.push(
          `  ${id}: the suite wants ${[one.result].flat().join(' or ')}; ${wrong.map(([name, { result }]) => `${name} says ${result}`).join('; ')}\n    ${reasonFor(id, right, wrong[0])}`,
        );
    }
    await server.close();
  }
  for (const [name, count] of counts) console.log(`  ${name.padEnd(38)} ${count} of ${cases}`);
  if (lines.length > 0) console.log('  Where they differ:');
  for (const line of lines) console.log(line);
};

const playersOf = (mailauth: Mailauth | null): [string, Player][] => {
  if (mailauth === null) return [['launch-ready', ours]];
  const byNode = (at: Place): Resolve => nodeResolver(at, TIMEOUT);
  const byUs = (at: Place): Resolve => ourResolver(new DnsClient({ servers: [at], timeout: TIMEOUT, tries: 1 }));
  return [
    ['launch-ready', ours],
    ['mailauth', theirs(mailauth, false, byNode)],
    [`mailauth, ${OURS_UNDER_IT}`, theirs(mailauth, false, byUs)],
    [STRICT, theirs(mailauth, true, byNode)],
    [`${STRICT}, ${OURS_UNDER_IT}`, theirs(mailauth, true, byUs)],
  ];
};
