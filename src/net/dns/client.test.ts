import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decode, encode, type Packet } from 'dns-packet';
import { afterEach, describe, expect, test } from 'vitest';
import { openDnsServer, type DnsServerHandle, type ZoneName } from '../testing/dns-server.ts';
import { DnsClient } from './client.ts';

let server: DnsServerHandle | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const long = Array.from({ length: 40 }, (_, at) => Buffer.from(`${at} ${'x'.repeat(60)}`));
const ZONES = new Map<string, ZoneName>([
  [
    'shop.test',
    {
      records: [
        { type: 'A', data: '192.0.2.1' },
        { type: 'MX', data: { preference: 10, exchange: 'mail.shop.test' } },
      ],
    },
  ],
  ['www.shop.test', { records: [{ type: 'CNAME', data: 'shop.test' }] }],
  ['gone.shop.test', { records: [{ type: 'CNAME', data: 'nowhere.example' }] }],
  ['loop.shop.test', { records: [{ type: 'CNAME', data: 'loop.shop.test' }] }],
  ['broken.shop.test', { records: [], rcode: 'SERVFAIL' }],
  ['closed.shop.test', { records: [], rcode: 'REFUSED' }],
  ['silent.shop.test', { records: [], silent: true }],
  ['long.shop.test', { records: [{ type: 'TXT', data: long }] }],
]);

const client = (servers = [server!], tries = 1): DnsClient => new DnsClient({ servers, timeout: 200, tries });

describe('what a server says', () => {
  test.each([
    ['shop.test', 'A', 'answer'],
    ['SHOP.test.', 'A', 'answer'],
    ['shop.test', 'AAAA', 'nodata'],
    ['www.shop.test', 'A', 'answer'],
    ['other.shop.test', 'A', 'nxdomain'],
    ['gone.shop.test', 'A', 'nxdomain'],
    ['loop.shop.test', 'A', 'nodata'],
    ['broken.shop.test', 'A', 'servfail'],
    ['closed.shop.test', 'A', 'refused'],
    ['silent.shop.test', 'A', 'timeout'],
    [`${'a'.repeat(64)}.test`, 'A', 'bad-name'],
    ['a..test', 'A', 'bad-name'],
    ['', 'A', 'bad-name'],
    [`${'abcdefgh.'.repeat(30)}test`, 'A', 'bad-name'],
    // Names of SPF are odd.
    ['odd name%:/.test', 'A', 'nxdomain'],
  ] as const)('%s %s: %s', async (name, type, outcome) => {
    server = await openDnsServer(ZONES);
    expect(await client().ask(name, type)).toMatchObject({ outcome, name, type });
  });

  test('an answer that does not fit comes over TCP', async () => {
    server = await openDnsServer(ZONES);
    const answer = await client().ask('long.shop.test', 'TXT');
    expect(answer).toMatchObject({ outcome: 'answer', via: 'tcp' });
    expect(answer.records[0]).toMatchObject({ data: long });
    expect(server.asked).toEqual(['TXT long.shop.test udp', 'TXT long.shop.test tcp']);
  });

  test('a server that fails is followed by the next one', async () => {
    server = await openDnsServer(ZONES);
    const nobody = { address: '127.0.0.1', port: 1 };
    expect(await client([nobody as DnsServerHandle, server]).ask('shop.test', 'A')).toMatchObject({
      outcome: 'answer',
    });
    expect(await client([nobody as DnsServerHandle]).ask('shop.test', 'A')).toMatchObject({ outcome: 'unreachable' });
  });

  test('a server of old that does not know EDNS is asked without', async () => {
    server = await openDnsServer(ZONES, (query) =>
      (query.additionals ?? []).length > 0
        ? encode({ type: 'response', ...idOf(query), flags: 1, questions: [] })
        : undefined,
    );
    expect(await client().ask('shop.test', 'A')).toMatchObject({ outcome: 'answer' });
    expect(server.asked).toHaveLength(2);
  });
});

const idOf = ({ id }: Packet): { id?: number } => (id === undefined ? {} : { id });

describe('what is no answer to the question', () => {
  const answer = (query: Packet, change: object): Buffer =>
    encode({
      type: 'response',
      ...idOf(query),
      questions: query.questions ?? [],
      answers: [{ type: 'A', name: 'shop.test', data: '203.0.113.9' }],
      ...change,
    });
  /** A name that points to itself. */
  const bomb = (query: Packet): Buffer => {
    const bytes = answer(query, {});
    const at = bytes.length - 16;
    bytes.writeUInt16BE(0xc000 | at, at);
    return bytes;
  };

  test.each<[string, (query: Packet) => Buffer]>([
    ['another id', (query) => answer(query, { id: ((query.id ?? 0) + 1) & 0xffff })],
    ['another question', (query) => answer(query, { questions: [{ type: 'A', name: 'evil.test' }] })],
    ['another type', (query) => answer(query, { questions: [{ type: 'TXT', name: 'shop.test' }] })],
    ['a question', (query) => answer(query, { type: 'query' })],
    ['noise', () => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['one byte', () => Buffer.from([7])],
    ['nothing', () => Buffer.alloc(0)],
    ['a name in a circle', bomb],
    [
      'counts that lie',
      (query) => {
        const bytes = answer(query, {});
        bytes.writeUInt16BE(65_535, 6);
        return bytes;
      },
    ],
  ])('%s', async (_, make) => {
    server = await openDnsServer(ZONES, make);
    expect(await client().ask('shop.test', 'A')).toMatchObject({ outcome: 'garbled', records: [] });
  });

  test('a forged answer in front does not hide the right one', async () => {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    socket.on('message', (bytes, { port, address }) => {
      const query = decode(bytes);
      socket.send(answer(query, { id: ((query.id ?? 0) + 1) & 0xffff }), port, address, () =>
        socket.send(answer(query, {}), port, address),
      );
    });
    const place = { address: '127.0.0.1', port: socket.address().port };
    expect(await new DnsClient({ servers: [place], timeout: 1_000, tries: 1 }).ask('shop.test', 'A')).toMatchObject({
      outcome: 'answer',
    });
    socket.close();
  });
});

describe('over HTTPS', () => {
  const serve = async (status: number, type: string, body: (query: Buffer) => Buffer): Promise<string> => {
    const http = createServer((req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      req.on('end', () => res.writeHead(status, { 'content-type': type }).end(body(Buffer.concat(chunks))));
    });
    await once(http.listen(0, '127.0.0.1'), 'listening');
    closers.push(() => http.close());
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}/dns-query`;
  };
  const closers: (() => void)[] = [];
  afterEach(() => closers.splice(0).forEach((close) => close()));
  const right = (bytes: Buffer): Buffer => {
    const query = decode(bytes);
    return encode({
      type: 'response',
      ...idOf(query),
      questions: query.questions ?? [],
      answers: [{ type: 'A', name: 'shop.test', data: '192.0.2.1' }],
    });
  };

  test.each<[string, number, string, (query: Buffer) => Buffer, string]>([
    ['an answer', 200, 'application/dns-message', right, 'answer'],
    ['a page', 200, 'text/html', right, 'garbled'],
    ['an error', 500, 'application/dns-message', right, 'garbled'],
    ['more than a message holds', 200, 'application/dns-message', () => Buffer.alloc(70_000), 'garbled'],
  ])('%s', async (_, status, type, body, outcome) => {
    const url = await serve(status, type, body);
    expect(await new DnsClient({ servers: [{ url }], timeout: 1_000, tries: 1 }).ask('shop.test', 'A')).toMatchObject({
      outcome,
      via: 'https',
    });
  });
});
