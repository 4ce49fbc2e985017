import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SUITES } from '../../../src/net/tls/suites.ts';
import { minute, signatureName, VERSIONS, yesNo, type Facts } from './facts.ts';
import type { Faulty } from './servers.ts';

interface Finding {
  id: string;
  finding: string;
}

/** Sections of it that say something we state too; each suite by itself only where suites are what is wrong, since that takes longest. */
const SECTIONS = ['-p', '-S', '-h', '-R', '-C', '-Z'];
const SUITE_SECTIONS = ['-E', '-f', '-P'];

export const askTestssl = async ({ host, port, suites }: Faulty, folder: string): Promise<Facts> => {
  const file = join(folder, `${host}.json`);
  rmSync(file, { force: true });
  const settings = ['--quiet', '--color', '0', '--warnings', 'batch', '--mapping', 'no-openssl', '--nodns', 'none'];
  const where = ['--ip', '127.0.0.1', '--jsonfile', file, `${host}:${port}`];
  const begun = performance.now();
  await new Promise((resolve) => {
    const sections = [...SECTIONS, ...(suites ? SUITE_SECTIONS : [])];
    // With --add-ca it trusts everything, even what signed itself; this way it has our authority for its only one.
    const env = { ...process.env, CA_BUNDLES_PATH: join(folder, 'trusted') };
    execFile('testssl', [...settings, ...sections, ...where], { maxBuffer: 32e6, env }, resolve);
  });
  const seconds = (performance.now() - begun) / 1000;
  return { ...factsIn(JSON.parse(readFileSync(file, 'utf8')) as Finding[], suites), seconds };
};

const PROTOCOLS: Readonly<Record<string, string>> = {
  SSLv2: 'SSL 2.0',
  SSLv3: 'SSL 3.0',
  TLS1: 'TLS 1.0',
  TLS1_1: 'TLS 1.1',
  TLS1_2: 'TLS 1.2',
  TLS1_3: 'TLS 1.3',
};
const CURVES: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };

const factsIn = (findings: readonly Finding[], suites: boolean): Omit<Facts, 'seconds'> => {
  const said = new Map<string, string>();
  const scopes = new Set<string>();
  const of = (id: string): string | undefined =>
    findings.find((one) => one.id === id || one.id.startsWith(`${id} `))?.finding;
  const put = (fact: string, id: string, read: (text: string) => string): void => {
    const text = of(id);
    if (text !== undefined) said.set(fact, read(text));
  };
  for (const [id, version] of Object.entries(PROTOCOLS)) {
    put(`protocol: ${version}`, id, (text) => yesNo(/^offered|^vulnerable/.test(text) && !/not/.test(text)));
    if (suites && said.get(`protocol: ${version}`) === 'yes') scopes.add(`suite of ${version}`);
  }
  for (const { id, finding } of findings) {
    const [, version = '', hex = ''] = /^cipher-(\w+?)_x([\da-f]+)$/.exec(id) ?? [];
    const named = VERSION_NAMES[version];
    if (named === undefined) continue;
    const suite = SUITES.get(Number.parseInt(hex, 16))?.name ?? /(?:TLS|SSL)_\w+/.exec(finding)?.[0] ?? hex;
    said.set(`suite of ${named}: ${suite}`, 'yes');
  }
  if (suites && said.get('protocol: TLS 1.3') === 'yes') {
    // Of the older versions it lists curves among the same.
    scopes.add('group of TLS 1.3');
    for (const name of [...(of('PFS_ECDHE_curves') ?? '').split(' '), ...(of('DH_groups') ?? '').split(' ')])
      if (name !== '') said.set(`group of TLS 1.3: ${CURVES[name] ?? name}`, 'yes');
  }
  const alpn = [of('ALPN_HTTP2'), of('ALPN')].join(' ');
  said.set('ALPN: h2', yesNo(/\bh2\b/.test(alpn))).set('ALPN: http/1.1', yesNo(alpn.includes('http/1.1')));
  put('certificate: signature', 'cert_signatureAlgorithm', signatureName);
  put(
    'certificate: key',
    'cert_keySize',
    (text) => /^(\w+) (\d+)/.exec(text)?.slice(1, 3).join(' ').toLowerCase() ?? text,
  );
  put('certificate: names', 'cert_subjectAltName', (text) => text.split(' ').toSorted().join(' '));
  put('certificate: begins', 'cert_notBefore', (text) => minute(`${text}Z`));
  put('certificate: ends', 'cert_notAfter', (text) => minute(`${text}Z`));
  put('certificate: has ended', 'cert_expirationStatus', (text) => yesNo(/^expired/.test(text)));
  put('certificate: is for the host', 'cert_trust', (text) => yesNo(/^Ok/i.test(text)));
  put('certificate: is trusted', 'cert_chain_of_trust', (text) => yesNo(/^passed/.test(text)));
  put('certificate: fingerprint', 'cert_fingerprintSHA256', (text) => text.toLowerCase());
  put('certificate: must staple', 'cert_mustStapleExtension', (text) => yesNo(/^(?:supported|extension)/i.test(text)));
  put('certificates sent', 'certs_countServer', (text) => text);
  put('stapled', 'OCSP_stapling', (text) => yesNo(/^offered/.test(text)));
  // In TLS 1.3 there is no renegotiation that could be secured.
  if (VERSIONS.some((version) => version !== 'TLS 1.3' && said.get(`protocol: ${version}`) === 'yes'))
    put('secure renegotiation', 'secure_renego', (text) => yesNo(/^supported/.test(text)));
  put('compression', 'CRIME_TLS', (text) => yesNo(/^VULNERABLE/i.test(text)));
  put('refuses a fallback', 'fallback_SCSV', (text) =>
    /^no protocol|^only/i.test(text) ? '' : yesNo(/^supported/.test(text)),
  );
  if (said.get('refuses a fallback') === '') said.delete('refuses a fallback');
  const age = of('HSTS_time') ?? of('HSTS');
  if (age !== undefined) said.set('HSTS', /=(\d+) seconds/.exec(age)?.[1] ?? 'none');
  return { said, scopes };
};

const VERSION_NAMES: Readonly<Record<string, string>> = {
  ssl2: 'SSL 2.0',
  ssl3: 'SSL 3.0',
  tls1: 'TLS 1.0',
  tls1_1: 'TLS 1.1',
  tls1_2: 'TLS 1.2',
  tls1_3: 'TLS 1.3',
};
