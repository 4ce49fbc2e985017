import { execFile } from 'node:child_process';
import { SUITES } from '../../../src/net/tls/suites.ts';
import { GROUPS } from '../../../src/net/tls/client-hello.ts';
import { minute, signatureName, yesNo, type Facts } from './facts.ts';
import type { Faulty } from './servers.ts';

/** Runs it and takes from its XML what we state too. */
export const askSslscan = async ({ host, port }: Faulty): Promise<Facts> => {
  const begun = performance.now();
  const xml = await new Promise<string>((resolve) => {
    const args = ['--no-colour', '--ocsp', '--show-certificate', `--sni-name=${host}`, '--xml=-', `127.0.0.1:${port}`];
    execFile('sslscan', args, { maxBuffer: 32e6 }, (_, stdout) => resolve(stdout));
  });
  const seconds = (performance.now() - begun) / 1000;
  return { ...factsIn(xml), seconds };
};

const attributes = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

const all = (xml: string, tag: string): Map<string, string>[] =>
  [...xml.matchAll(new RegExp(`<${tag} ([^>]*)/>`, 'g'))].map(([, rest = '']) => attributes(rest));

const versionOf = (name = ''): string => name.replace(/^(TLS|SSL)v(\d)$/, '$1 $2.0').replace(/^(TLS|SSL)v/, '$1 ');

const factsIn = (xml: string): Omit<Facts, 'seconds'> => {
  const said = new Map<string, string>();
  const scopes = new Set<string>();
  for (const one of all(xml, 'protocol')) {
    const version = versionOf(`${one.get('type')?.toUpperCase()}v${one.get('version')}`);
    said.set(`protocol: ${version}`, yesNo(one.get('enabled') === '1'));
    // Its OpenSSL knows none of the suites of SSL; it only finds the versions.
    if (version.startsWith('TLS')) scopes.add(`suite of ${version}`);
  }
  for (const one of all(xml, 'cipher')) {
    const suite = SUITES.get(Number(one.get('id')))?.name ?? one.get('cipher') ?? '';
    said.set(`suite of ${versionOf(one.get('sslversion'))}: ${suite}`, 'yes');
  }
  const dh = all(xml, 'cipher').flatMap((one) =>
    one.get('dhebits') === undefined ? [] : [Number(one.get('dhebits'))],
  );
  if (dh.length > 0) said.set('bits of Diffie-Hellman', String(Math.min(...dh)));
  if (said.get('protocol: TLS 1.3') === 'yes') scopes.add('group of TLS 1.3');
  for (const one of all(xml, 'group').filter((group) => group.get('sslversion') === 'TLSv1.3')) {
    const known = Object.entries(GROUPS).find(([, id]) => id === Number(one.get('id')))?.[0];
    said.set(`group of TLS 1.3: ${known ?? one.get('name') ?? ''}`, 'yes');
  }
  const [renegotiation] = all(xml, 'renegotiation');
  if (renegotiation?.get('supported') === '1')
    said.set('secure renegotiation', yesNo(renegotiation.get('secure') === '1'));
  const [compression] = all(xml, 'compression');
  if (compression !== undefined) said.set('compression', yesNo(compression.get('supported') === '1'));
  const [fallback] = all(xml, 'fallback');
  if (fallback !== undefined) said.set('refuses a fallback', yesNo(fallback.get('supported') === '1'));
  const short = /<certificate type="short">([\s\S]*?)<\/certificate>/.exec(xml)?.[1];
  if (short !== undefined) for (const [fact, value] of certificateIn(short)) said.set(fact, value);
  return { said, scopes };
};

const certificateIn = (xml: string): [string, string][] => {
  const text = (tag: string): string =>
    new RegExp(`<${tag}[^>]*>(?:<!\\[CDATA\\[)?([^<\\]]*)`).exec(xml)?.[1]?.trim() ?? '';
  const [key] = all(xml, 'pk');
  const names = [...text('altnames').matchAll(/DNS:([^,\s]+)/g)].map(([, name = '']) => name);
  return [
    ['certificate: signature', signatureName(text('signature-algorithm'))],
    ['certificate: key', key?.get('type') === 'RSA' ? `rsa ${key.get('bits')}` : `ec ${curveBits(key)}`],
    ['certificate: names', names.toSorted().join(' ')],
    ['certificate: begins', minute(text('not-valid-before'))],
    ['certificate: ends', minute(text('not-valid-after'))],
    ['certificate: has ended', yesNo(text('expired') === 'true')],
    ['certificate: signed by itself', yesNo(text('self-signed') === 'true')],
  ];
};

/** It prints a curve's strength, half its bits. */
const curveBits = (key: Map<string, string> | undefined): string => String(Number(key?.get('bits')) * 2);
