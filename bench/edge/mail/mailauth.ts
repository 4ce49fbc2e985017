import { Resolver } from 'node:dns/promises';
import type { DnsClient } from '../../../src/net/dns/client.ts';
import type { DnsRecord } from '../../../src/net/dns/answer.ts';
import { npmPeer } from '../npm-peer.ts';

/** As `dns.promises.resolve`. */
export type Resolve = (name: string, type: string) => Promise<unknown>;

export interface Mailauth {
  version: string;
  spf: (options: {
    sender: string;
    ip: string;
    helo: string;
    mta: string;
    resolver: Resolve;
    strict: boolean;
  }) => Promise<{ status: { result: string; comment?: string }; explanation?: string }>;
  authenticate: (message: Buffer, options: Authenticate) => Promise<Authenticated>;
  sign: (message: Buffer, options: SignOptions) => Promise<{ signatures: string; errors: { err: Error }[] }>;
}

export interface Authenticate {
  ip: string;
  helo: string;
  sender: string;
  mta: string;
  resolver: Resolve;
  strict: boolean;
  disableArc: true;
  disableBimi: true;
}

export interface Authenticated {
  dkim: { results: { status: { result: string; comment?: string }; signingDomain?: string; selector?: string }[] };
  spf: false | { status: { result: string } };
  dmarc: false | { status: { result: string }; policy?: string };
}

export interface SignOptions {
  canonicalization?: string;
  signTime?: Date;
  expires?: Date;
  headerList?: readonly string[];
  signatureData: readonly {
    signingDomain: string;
    selector: string;
    privateKey: string;
    algorithm?: string;
    identity?: string;
    maxBodyLength?: number;
  }[];
}

/** Exactly this one; MIT, without install scripts. */
export const loadMailauth = async (): Promise<Mailauth | null> => {
  const peer = await npmPeer('mailauth', '7.1.0');
  if (peer === null) return null;
  const { authenticate } = peer.require('mailauth') as Pick<Mailauth, 'authenticate'>;
  const { spf } = peer.require('mailauth/lib/spf') as Pick<Mailauth, 'spf'>;
  const { dkimSign } = peer.require('mailauth/lib/dkim/sign') as { dkimSign: Mailauth['sign'] };
  return { version: peer.version, authenticate, spf, sign: dkimSign };
};

/** Node's own, which it uses by default. */
export const nodeResolver = ({ address, port }: { address: string; port: number }, timeout: number): Resolve => {
  const resolver = new Resolver({ timeout, tries: 1 });
  resolver.setServers([`${address}:${port}`]);
  return (name, type) => resolver.resolve(name, type);
};

const CODES: Readonly<Record<string, string>> = {
  nodata: 'ENODATA',
  nxdomain: 'ENOTFOUND',
  'bad-name': 'ENOTFOUND',
  servfail: 'ESERVFAIL',
  timeout: 'ETIMEOUT',
};

/** Our client in the clothes of Node's resolver, so that names which that one refuses are no fault of mailauth's. */
export const ourResolver =
  (client: DnsClient): Resolve =>
  async (name, type) => {
    const answer = await client.ask(name, type as 'TXT');
    if (answer.outcome !== 'answer')
      throw Object.assign(new Error(`${type} ${answer.outcome}`), { code: CODES[answer.outcome] ?? 'ESERVFAIL' });
    return answer.records.filter((one) => one.type === type).map(dataOf);
  };

const dataOf = (record: DnsRecord): unknown => {
  if (record.type === 'TXT') return [record.data].flat().map((part) => Buffer.from(part as Uint8Array).toString());
  if (record.type === 'MX') return { priority: record.data.preference ?? 0, exchange: record.data.exchange };
  return record.data;
};
