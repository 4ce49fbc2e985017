import { afterEach, expect, test } from 'vitest';
import { createNet } from './net.ts';
import { openDnsServer, type DnsServerHandle } from './testing/dns-server.ts';

let server: DnsServerHandle;
afterEach(() => server.close());

const netAt = async (inside: boolean) => {
  server = await openDnsServer(new Map([['shop.test', { records: [{ type: 'A', data: '127.0.0.9' }] }]]));
  return createNet({
    servers: [server],
    detours: [],
    ca: [],
    now: () => new Date(),
    inside,
    runId: 'test',
    version: '0',
    signal: new AbortController().signal,
  });
};

test('the resolver may stand in the own network; a name server that foreign DNS names there is not asked', async () => {
  const net = await netAt(false);
  expect((await net.dns.ask('shop.test', 'A')).outcome).toBe('answer');
  const asked = server.asked.length;
  const { address, port } = server;
  for (const place of [
    { address, port: port === 53 ? 54 : 53 },
    { address: '10.0.0.1', port: 53 },
    { address: '::1', port: 53 },
  ])
    expect((await net.dns.ask('shop.test', 'A', { server: place })).outcome).toBe('unreachable');
  expect(server.asked.length).toBe(asked);
  await net.close();
});

test('who says that it is a world of their own reaches all of it', async () => {
  const net = await netAt(true);
  const { address, port } = server;
  expect((await net.dns.ask('shop.test', 'A', { server: { address, port }, recurse: false })).outcome).toBe('answer');
  await net.close();
});
