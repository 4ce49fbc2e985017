import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDnsServer } from '../../net/testing/dns-server.ts';

export interface EdgeSite {
  /** What leads a command here. */
  args: readonly string[];
  close(): Promise<void>;
}

/** A site on loopback with name server and certificate: shop.test shows it, and www.shop.test does too. */
export const openEdgeSite = async (
  headers: Readonly<Record<string, string>> = {},
  page = '<title>Shop</title>Lamps and bowls',
): Promise<EdgeSite> => {
  const folder = mkdtempSync(join(tmpdir(), 'edge-site-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = ['-subj', '/CN=shop.test', '-addext', 'subjectAltName=DNS:shop.test,DNS:www.shop.test'];
  const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', ...names];
  execFileSync('openssl', [...asked, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const server: Server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(page);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const here = { records: [{ type: 'A', data: '127.0.0.1' }] };
  const dns = await openDnsServer(
    new Map([
      ['shop.test', here],
      ['www.shop.test', here],
    ]),
  );
  return {
    args: ['--resolver', `127.0.0.1:${dns.port}`, '--connect-to', `:443::${port}`, '--ca', cert],
    close: async () => {
      server.closeAllConnections();
      server.close();
      await dns.close();
      rmSync(folder, { recursive: true });
    },
  };
};
