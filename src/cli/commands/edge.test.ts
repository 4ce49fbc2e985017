import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { openDnsServer } from '../../net/testing/dns-server.ts';
import { launch } from '../testing/run-bin.ts';

test('a domain is looked at without any code, through the resolver that was named', async () => {
  const dns = await openDnsServer(new Map([['shop.test', { records: [{ type: 'A', data: '127.0.0.1' }] }]]));
  try {
    const { stdout, code } = await launch(tmpdir(), [
      'edge',
      'https://Shop.test/path',
      '--resolver',
      `127.0.0.1:${dns.port}`,
      '--json',
    ]);
    const review = JSON.parse(stdout) as { target: { name: string }; verdict: { reason: string } };
    expect(review.target.name).toBe('shop.test');
    expect([0, 1, 3]).toContain(code);
    expect(dns.asked.some((one) => one.startsWith('A shop.test'))).toBe(true);
  } finally {
    await dns.close();
  }
});

test.each([
  [['edge', 'not a domain'], 'is no domain: give a name such as shop.example'],
  [['edge', 'shop.test', '--resolver', 'nobody'], 'is no name server'],
  [['edge', 'shop.test', '--connect-to', 'x'], 'host:port:address:port'],
  [['edge', 'shop.test', '--now', 'never'], 'Give a date'],
])('%j is refused in one line', async (args, said) => {
  const { stderr, code } = await launch(tmpdir(), args);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});
