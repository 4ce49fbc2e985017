import { expect, test } from 'vitest';
import { createNet } from '../../net/net.ts';
import { openDnsServer } from '../../net/testing/dns-server.ts';
import type { AnyEdgeCollector } from './edge-collector.ts';
import { lookAtEdge } from './look-at-edge.ts';

test('an error of ours at one side is a fact, and the other sides stand', async () => {
  const dns = await openDnsServer(new Map([['shop.test', { records: [{ type: 'A', data: '127.0.0.1' }] }]]));
  const net = createNet({
    servers: [dns],
    detours: [],
    ca: [],
    now: () => new Date(),
    inside: true,
    runId: 'test',
    version: '0',
    signal: new AbortController().signal,
  });
  const failing: AnyEdgeCollector = {
    provides: ['edge.tls'],
    collect: () => Promise.reject(new TypeError('Invalid URL')),
  };
  const sound: AnyEdgeCollector = {
    provides: ['edge.trust'],
    collect: () => Promise.resolve({ 'edge.trust': { ok: true, value: { hosts: [] } } }),
  };
  const evidence = await lookAtEdge({
    net,
    config: {
      domains: ['shop.test'],
      hosts: [],
      callbacks: [],
      private: [],
      public: [],
      originAddresses: [],
      mail: { domains: [], providers: [], selectors: [] },
    },
    named: [],
    evidence: {},
    readText: () => null,
    collectors: [failing, sound],
    progress: { step: () => ({ update: () => {}, end: () => {} }) },
    timings: {},
  });
  await Promise.all([net.close(), dns.close()]);
  expect(evidence['edge.tls']).toMatchObject({ ok: false, reason: expect.stringContaining('TypeError: Invalid URL') });
  expect(evidence).toMatchObject({ 'edge.hosts': { ok: true }, 'edge.trust': { ok: true, value: { hosts: [] } } });
});
