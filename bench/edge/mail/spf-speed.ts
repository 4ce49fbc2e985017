import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { checkHost } from '../../../src/collect/mail/spf/check-host.ts';
import type { Looked, SpfDns } from '../../../src/collect/mail/spf/lookup.ts';
import { spfDns } from '../../../src/collect/mail/spf/spf-dns.ts';
import { DnsClient } from '../../../src/net/dns/client.ts';
import type { ZoneName } from '../../../src/net/testing/dns-server.ts';
import { median } from '../../secrets/measure.ts';
import { nodeResolver, ourResolver, type Mailauth, type Resolve } from './mailauth.ts';

const TXT: Readonly<Record<string, string>> = {
  'shop.test': 'v=spf1 include:_spf.office.test include:mailer.test ip4:192.0.2.10 a mx ~all',
  '_spf.office.test': 'v=spf1 include:_n1.office.test include:_n2.office.test include:_n3.office.test ~all',
  '_n1.office.test': 'v=spf1 ip4:198.51.100.0/26 ip6:2001:db8:1::/48 ~all',
  '_n2.office.test': 'v=spf1 ip4:198.51.100.64/26 ip4:203.0.113.0/25 ~all',
  '_n3.office.test': 'v=spf1 ip4:198.51.100.128/26 ip6:2001:db8:3::/48 ~all',
  'mailer.test': 'v=spf1 ip4:203.0.113.128/26 exists:%{i}.seen.mailer.test -all',
};

/** Who passes at once, who late, who not at all. */
const SENDERS = ['198.51.100.7', '203.0.113.130', '192.0.2.10', '192.0.2.20', '192.0.2.99', '2001:db8:3::5'];

const zones = (): Map<string, ZoneName> =>
  new Map<string, ZoneName>([
    ...Object.entries(TXT).map(([name, text]): [string, ZoneName] => [
      name,
      { records: [{ type: 'TXT', data: [text] }] },
    ]),
    ['mx.shop.test', { records: [{ type: 'A', data: '192.0.2.21' }] }],
  ]);

type Evaluate = (ip: string) => Promise<string>;

const ROUNDS = 5;
const EVALUATIONS = 600;
const AT_ONCE = 16;

const persecond = async (evaluate: Evaluate): Promise<number> => {
  let left = EVALUATIONS;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await evaluate(SENDERS[left % SENDERS.length] ?? '');
    }),
  );
  return EVALUATIONS / ((performance.now() - begun) / 1000);
};

/** The same records for both, asked for over UDP, and out of memory, where nothing but the evaluation is left. */
export const spfSpeed = async (mailauth: Mailauth | null): Promise<void> => {
  const served = zones();
  const shop = served.get('shop.test')?.records ?? [];
  served.set('shop.test', {
    records: [
      ...shop,
      { type: 'A', data: '192.0.2.20' },
      { type: 'MX', data: { preference: 10, exchange: 'mx.shop.test' } },
    ],
  });
  const worker = new Worker(new URL('dns-worker.ts', import.meta.url), { workerData: served });
  const [at] = (await once(worker, 'message')) as [{ address: string; port: number }];
  const client = new DnsClient({ servers: [at] });
  const byNode = nodeResolver(at, 2_000);
  const spf = (resolver: Resolve): Evaluate | undefined =>
    mailauth === null
      ? undefined
      : async (ip) =>
          (
            await mailauth.spf({
              sender: 'orders@shop.test',
              ip,
              helo: 'out.shop.test',
              mta: 'mx.bench.test',
              resolver,
              strict: false,
            })
          ).status.result;
  const ours =
    (dns: () => SpfDns): Evaluate =>
    async (ip) =>
      (await checkHost({ ip, mailFrom: 'orders@shop.test', helo: 'out.shop.test', dns: dns() })).result;
  const players: [string, Evaluate | undefined][] = [
    ['launch-ready, over UDP', ours(() => spfDns(client))],
    ['mailauth, over UDP by Node’s resolver', spf(byNode)],
    ['mailauth, over UDP by our DNS client', spf(ourResolver(client))],
    ['launch-ready, out of memory', ours(() => fromMemory(served))],
    ['mailauth, out of memory', spf(resolveFrom(served))],
  ];
  const speeds = new Map<string, number[]>();
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, evaluate] of players) {
      if (evaluate === undefined) continue;
      const speed = await persecond(evaluate);
      // The first warms up.
      if (round > 0) speeds.set(name, [...(speeds.get(name) ?? []), speed]);
    }
  const [first] = players;
  for (const ip of SENDERS) {
    const told = await Promise.all(players.flatMap(([, evaluate]) => (evaluate === undefined ? [] : [evaluate(ip)])));
    if (new Set(told).size > 1) console.log(`  ${ip}: they do not say the same: ${told.join(', ')}`);
  }
  console.log(
    `  ${EVALUATIONS} evaluations, ${AT_ONCE} at once, median of ${ROUNDS}; six senders, up to 9 terms that ask DNS`,
  );
  const own = median(speeds.get(first?.[0] ?? '') ?? []);
  for (const [name, all] of speeds)
    console.log(
      `  ${name.padEnd(40)} ${median(all).toFixed(0).padStart(7)} a second   ${(median(all) / own).toFixed(2)}`,
    );
  await worker.terminate();
};

const find = (served: ReadonlyMap<string, ZoneName>, name: string, type: string): readonly unknown[] | undefined =>
  served.get(name.toLowerCase())?.records.flatMap((one) => (one.type === type ? [one.data] : []));

const fromMemory = (served: ReadonlyMap<string, ZoneName>): SpfDns => {
  const look = <T>(name: string, type: string, read: (data: unknown) => T): Promise<Looked<T>> => {
    const found = find(served, name, type);
    return Promise.resolve(
      found === undefined || found.length === 0
        ? { found: 'void', isMissing: found === undefined }
        : { found: 'records', records: found.map(read) },
    );
  };
  const text = (data: unknown): string => [data].flat().join('');
  return {
    a: (name) => look(name, 'A', String),
    aaaa: (name) => look(name, 'AAAA', String),
    ptr: (name) => look(name, 'PTR', String),
    mx: (name) => look(name, 'MX', (data) => (data as { exchange: string }).exchange),
    txt: (name) => look(name, 'TXT', text),
  };
};

const resolveFrom =
  (served: ReadonlyMap<string, ZoneName>): Resolve =>
  (name, type) => {
    const found = find(served, name, type);
    if (found === undefined || found.length === 0)
      return Promise.reject(Object.assign(new Error('none'), { code: found === undefined ? 'ENOTFOUND' : 'ENODATA' }));
    return Promise.resolve(type === 'TXT' ? found.map((data) => [data].flat().map(String)) : found);
  };
