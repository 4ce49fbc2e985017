import { createPublicKey, type KeyObject } from 'node:crypto';

/** A key record of RFC 6376 3.6.1 and RFC 8463, read. */
export type DkimKey =
  | {
      kind: 'key';
      key: KeyObject;
      algorithm: 'rsa' | 'ed25519';
      bits: number;
      hashes: readonly string[];
      testing: boolean;
      strict: boolean;
      services: readonly string[];
    }
  /** `p=` is empty: mails signed by it are not to be believed any more. */
  | { kind: 'revoked' }
  | { kind: 'faulty'; problem: string };

const LONGEST_KEY = 4_096;

/** Whether a TXT record wants to be a key: it says DKIM1, or has a `p`. */
export const isDkim = (text: string): boolean =>
  /^\s*v\s*=\s*DKIM1\s*(?:;|$)/.test(text) || /(?:^|;)\s*p\s*=/.test(text);

/** Reads a key record. Never throws. */
export const parseDkim = (text: string): DkimKey => {
  const tags = new Map<string, string>();
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(equals, 0)).trim();
    const value = part.slice(equals + 1).trim();
    if (!/^[a-z][a-z\d_]*$/i.test(name)) return { kind: 'faulty', problem: `“${part.trim().slice(0, 30)}” is no tag` };
    if (tags.has(name)) return { kind: 'faulty', problem: `the tag ${name} stands twice` };
    tags.set(name, value);
  }
  const version = tags.get('v');
  // Where there is a version it stands first, and is this one.
  if (version !== undefined && (version !== 'DKIM1' || !/^\s*v\s*=/.test(text)))
    return { kind: 'faulty', problem: 'v= is not DKIM1, or does not stand first' };
  const p = tags.get('p');
  if (p === undefined) return { kind: 'faulty', problem: 'it has no p=' };
  const data = p.replaceAll(/\s/g, '');
  if (data === '') return { kind: 'revoked' };
  if (data.length > LONGEST_KEY || !/^[A-Za-z\d+/]+={0,2}$/.test(data))
    return { kind: 'faulty', problem: 'p= is not Base64: quotes, a backslash or a cut are in it' };
  const wanted = tags.get('k') ?? 'rsa';
  if (wanted !== 'rsa' && wanted !== 'ed25519')
    return { kind: 'faulty', problem: `nobody reads keys of the kind ${wanted.slice(0, 20)}` };
  const key = keyOf(Buffer.from(data, 'base64'), wanted);
  if (key === undefined)
    return { kind: 'faulty', problem: `p= holds no ${wanted} key: it was cut, or is of another kind` };
  const list = (tag: string): string[] =>
    (tags.get(tag) ?? '')
      .split(':')
      .map((one) => one.trim().toLowerCase())
      .filter((one) => one !== '');
  return {
    kind: 'key',
    key,
    algorithm: wanted,
    bits: wanted === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? 0) : 256,
    hashes: list('h'),
    testing: list('t').includes('y'),
    strict: list('t').includes('s'),
    services: list('s'),
  };
};

/** DER of an Ed25519 key without its 32 bytes: RFC 8410. */
const ED25519_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

const keyOf = (data: Buffer, wanted: 'rsa' | 'ed25519'): KeyObject | undefined => {
  try {
    if (wanted === 'ed25519')
      return data.length === 32
        ? createPublicKey({ key: Buffer.concat([ED25519_HEAD, data]), format: 'der', type: 'spki' })
        : undefined;
    const key = rsaOf(data, 'spki') ?? rsaOf(data, 'pkcs1');
    return key?.asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined;
  }
};

/** SubjectPublicKeyInfo as everybody writes it, RSAPublicKey as the RFC says. */
const rsaOf = (key: Buffer, type: 'spki' | 'pkcs1'): KeyObject | undefined => {
  try {
    return createPublicKey({ key, format: 'der', type });
  } catch {
    return undefined;
  }
};
