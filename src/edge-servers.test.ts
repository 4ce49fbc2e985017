import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { silent } from './model/progress.ts';
import { makeAuthority, type CertificateSpec } from './net/testing/authority.ts';
import { openDnsServer } from './net/testing/dns-server.ts';
import { hasCaddy, openCaddy } from './net/testing/caddy.ts';
import { hasNginx, openNginx } from './net/testing/nginx.ts';
import { freePort, OWN_ADDRESS, startServer } from './net/testing/own-server.ts';
import { CHECKS, collectEdge } from './program.ts';
import { runChecks } from './review/run-checks.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const authority = await makeAuthority();
/** What judges TLS and the way to it; headers, DNS and mail are not what these servers are about. */
const JUDGES = /^edge\/(?:certificate|tls|hsts|https|plain-http|redirect)/;

/** Findings about `shop.test` at that address, as `tls-old: what it says`. */
const findings = async (https: number, http: number): Promise<string[]> => {
  const dns = await openDnsServer(new Map([['shop.test', { records: [{ type: 'A', data: OWN_ADDRESS }] }]]));
  closers.push(() => dns.close());
  const config = { domains: ['shop.test'], hosts: [], callbacks: [], private: [], public: [], originAddresses: [] };
  const evidence = await collectEdge({
    target: { root: tmpdir(), name: 'shop', waivers: [] } as never,
    config: { ...config, mail: { domains: [], providers: [], selectors: [] } },
    evidence: {},
    net: {
      servers: [dns],
      detours: [
        { host: '', port: 443, address: '', toPort: https },
        { host: '', port: 80, address: '', toPort: http },
      ],
      ca: [authority.root],
      now: () => new Date(),
      inside: true,
      runId: 'test',
      version: '0',
      signal: new AbortController().signal,
    },
    progress: silent,
    timings: {},
  });
  const runs = runChecks(
    CHECKS.filter(({ id }) => JUDGES.test(id)),
    evidence,
  );
  expect(runs.filter(({ outcome }) => outcome === 'crashed')).toEqual([]);
  return runs.flatMap(({ findings: found }) =>
    found.map(
      ({ check, title, severity }) =>
        `${check.replace('edge/', '')} (${severity}) ${title.replace(/\d{4}-\d\d-\d\d/, 'DATE')}`,
    ),
  );
};

const INTERMEDIATE =
  'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305';
const HSTS = 'add_header Strict-Transport-Security "max-age=63072000" always;';
const SOUND = `ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ${INTERMEDIATE}; ssl_prefer_server_ciphers off; ${HSTS}`;

const nginx = async (
  tls: string,
  spec: Partial<CertificateSpec> = {},
  plain = 'return 301 https://$host$request_uri;',
) => {
  const { cert, key } = await authority.issue({ names: ['shop.test'], days: 90, age: 20, chain: true, ...spec });
  const dual = await authority.issue({ names: ['shop.test'], days: 90, age: 20, chain: true, rsa: 2048 });
  const server = await openNginx({
    files: { 'cert.pem': cert, 'key.pem': key, 'rsa.pem': dual.cert, 'rsa.key': dual.key, 'dh.pem': DH_1024 },
    servers: `
server { listen {https} ssl; server_name shop.test; ssl_certificate cert.pem; ssl_certificate_key key.pem; ${tls}
  location / { default_type text/html; return 200 "<!doctype html><title>Shop</title>shop"; } }
server { listen {http}; server_name shop.test; ${plain} }`,
  });
  closers.push(() => server.close());
  return findings(server.https, server.http);
};

const DH_1024 = execFileSync('openssl', ['dhparam', '-dsaparam', '1024'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
});

describe.skipIf(!hasNginx)('nginx', () => {
  test('as Mozilla recommends it raises nothing; nor with a second certificate (RSA), nor with TLS 1.3 alone', async () => {
    expect(await nginx(SOUND)).toEqual([]);
    expect(await nginx(`${SOUND} ssl_certificate rsa.pem; ssl_certificate_key rsa.key;`)).toEqual([]);
    expect(await nginx(`ssl_protocols TLSv1.3; ${HSTS}`)).toEqual([]);
  });

  test.each<[string, string, Partial<CertificateSpec>, string[]]>([
    [
      'TLS 1.0 and 1.1',
      `ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers "ECDHE+AESGCM:ECDHE+AES:@SECLEVEL=0"; ${HSTS}`,
      {},
      ['tls-old (medium) shop.test: TLS 1.0 and TLS 1.1 are spoken'],
    ],
    [
      'suites without forward secrecy and CBC alone',
      `ssl_protocols TLSv1.2; ssl_ciphers "AES128-SHA:AES256-SHA"; ssl_certificate rsa.pem; ssl_certificate_key rsa.key; ${HSTS}`,
      {},
      ['tls-dated (low) shop.test: TLS 1.3 is not spoken; suites without forward secrecy are taken'],
    ],
    [
      'early data',
      `${SOUND} ssl_early_data on;`,
      {},
      ['tls-early-data (medium) shop.test: takes 16384 bytes of a request before the handshake ends'],
    ],
    [
      'no Strict-Transport-Security',
      SOUND.replace(HSTS, ''),
      {},
      ['hsts-missing (medium) shop.test: no Strict-Transport-Security in the answer over HTTPS'],
    ],
    [
      'a certificate of another name',
      SOUND,
      { names: ['other.test'] },
      ['certificate-invalid (blocker) shop.test: the certificate is for other.test'],
    ],
    [
      'a certificate that ended',
      SOUND,
      { days: 90, age: 91 },
      ['certificate-invalid (blocker) shop.test: the certificate ended on DATE'],
    ],
    [
      'a certificate signed by itself',
      SOUND,
      { selfSigned: true },
      ['certificate-invalid (blocker) shop.test: the certificate is signed by itself'],
    ],
    [
      'the authority in between left out',
      SOUND,
      { chain: false },
      ['certificate-invalid (blocker) shop.test: the certificate of the authority in between is not sent'],
    ],
    [
      'Diffie-Hellman with 1,024 bits',
      `ssl_protocols TLSv1.2; ssl_ciphers "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0"; ssl_dhparam dh.pem; ssl_certificate rsa.pem; ssl_certificate_key rsa.key; ${HSTS}`,
      {},
      [
        'https-missing (blocker) shop.test: no browser of today gets in: it speaks suites that they gave up alone',
        'tls-dated (low) shop.test: TLS 1.3 is not spoken',
        'tls-weak (high) shop.test: Diffie-Hellman is done with 1024 bits',
      ],
    ],
  ])('%s', async (_, tls, spec, expected) => {
    expect(await nginx(tls, spec)).toEqual(expected);
  });

  test('plain HTTP that stays plain, and a redirect that drops the path', async () => {
    expect(await nginx(SOUND, {}, 'return 200 "shop";')).toEqual([
      'plain-http (high) shop.test: plain HTTP shows a page',
    ]);
    expect(await nginx(SOUND, {}, 'return 301 https://shop.test/;')).toEqual([
      'redirect-drops-path (medium) Redirects of shop.test forget path or query',
    ]);
  });
});

test.each<[string, string[], string]>([
  [
    'a key of 1,024 bits',
    ['-newkey', 'rsa:1024', '-sha256'],
    'certificate-weak (high) shop.test: the certificate’s RSA key has 1024 bits',
  ],
  [
    'a signature by SHA-1',
    ['-newkey', 'rsa:2048', '-sha1'],
    'certificate-weak (high) shop.test: the certificate is signed with sha1WithRSAEncryption',
  ],
])('openssl s_server with %s', async (_, kind, expected) => {
  const folder = mkdtempSync(join(tmpdir(), 's-server-'));
  closers.push(async () => rmSync(folder, { recursive: true, force: true }));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      ...kind,
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '30',
      '-subj',
      '/CN=shop.test',
      '-addext',
      'subjectAltName=DNS:shop.test',
    ],
    { stdio: 'ignore' },
  );
  expect(readFileSync(cert, 'utf8')).toContain('CERTIFICATE');
  const port = await freePort();
  const server = await startServer(
    'openssl',
    ['s_server', '-accept', `${OWN_ADDRESS}:${port}`, '-key', key, '-cert', cert, '-www', '-cipher', 'ALL:@SECLEVEL=0'],
    /ACCEPT/,
  );
  closers.push(() => server.close());
  expect(await findings(port, port)).toEqual([
    'certificate-invalid (blocker) shop.test: the certificate is signed by itself',
    expected,
    'tls-dated (low) shop.test: suites without forward secrecy are taken',
    'tls-old (medium) shop.test: TLS 1.0 and TLS 1.1 are spoken',
    expect.stringMatching(/^tls-weak \(high\) shop\.test: ciphers without a certificate are taken \(TLS_DH_anon_WITH_/),
  ]);
});

describe.skipIf(!hasCaddy)('Caddy', () => {
  const caddy = async (directives: string, spec: Partial<CertificateSpec> = {}): Promise<string[]> => {
    const issued = await authority.issue({ names: ['shop.test'], days: 90, age: 20, chain: true, ...spec });
    const server = await openCaddy('shop.test', issued, directives);
    closers.push(() => server.close());
    return findings(server.https, server.http);
  };
  const PAGE = 'header Content-Type text/html\n  respond "<!doctype html><title>Shop</title>shop"';
  const PROMISE = 'header Strict-Transport-Security "max-age=63072000"';

  test('with its defaults and the header raises nothing, and without the header that alone', async () => {
    expect(await caddy(`  ${PROMISE}\n  ${PAGE}`)).toEqual([]);
    expect(await caddy(`  ${PAGE}`)).toEqual([
      'hsts-missing (medium) shop.test: no Strict-Transport-Security in the answer over HTTPS',
    ]);
  });

  test('with a certificate that ends in days', async () => {
    expect(await caddy(`  ${PROMISE}\n  ${PAGE}`, { days: 90, age: 85 })).toEqual([
      expect.stringMatching(/^certificate-ends-soon \(high\) shop\.test: the certificate ends on DATE, in \d days/),
    ]);
  });
});
