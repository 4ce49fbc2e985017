import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { openDnsServer } from '../../net/testing/dns-server.ts';
import { findBrowser } from '../../net/browser/find-browser.ts';
import { openEdgeSite } from '../testing/edge-site.ts';
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

interface Found {
  check: string;
  proof: { text: string };
  fix: { snippet?: { content: string } };
}

test.skipIf(findBrowser() === undefined)('a browser sees what scripts load; without one it is not there', async () => {
  const page = `<title>Shop</title><script>
    fetch('https://api.elsewhere.test/x').catch(() => {});
    document.head.append(Object.assign(document.createElement('script'), { src: 'http://plain.test/x.js' }));
  </script>`;
  const site = await openEdgeSite({}, page);
  const look = async (...more: readonly string[]): Promise<readonly Found[]> => {
    const { stdout, stderr } = await launch(tmpdir(), ['edge', 'shop.test', ...site.args, '--json', ...more]);
    expect(stderr).not.toContain('Error');
    return (JSON.parse(stdout) as { findings: readonly Found[] }).findings;
  };
  const of = (found: readonly Found[], check: string): Found | undefined => found.find((one) => one.check === check);
  try {
    const bare = await look();
    expect(of(bare, 'edge/mixed-content')).toBeUndefined();
    expect(of(bare, 'edge/csp-missing')?.fix.snippet?.content).not.toContain('elsewhere.test');
    const seen = await look('--browser', '--no-browser-sandbox');
    expect(of(seen, 'edge/mixed-content')?.proof.text).toBe('<script> http://plain.test/x.js');
    expect(of(seen, 'edge/csp-missing')?.fix.snippet?.content).toContain('https://api.elsewhere.test');
  } finally {
    await site.close();
  }
});

test.each([
  [['edge', 'shop.test', '--browser-program', '/nowhere/chrome'], 'No browser at /nowhere/chrome.'],
  [['edge', 'shop.test', '--browser-program', '/bin/false'], 'The browser /bin/false did not start'],
  [['edge', 'not a domain'], 'is no domain: give a name such as shop.example'],
  [['edge', 'shop.test', '--resolver', 'nobody'], 'is no name server'],
  [['edge', 'shop.test', '--connect-to', 'x'], 'host:port:address:port'],
  [['edge', 'shop.test', '--now', 'never'], 'Give a date'],
])('%j is refused in one line', async (args, said) => {
  const { stderr, code } = await launch(tmpdir(), args);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});
