import { createHash, verify } from 'node:crypto';
import type { Mail, MailField } from '../message/message.ts';
import { canonicalBody, canonicalField, type Canonical } from './canonical.ts';
import { isDkim, parseDkim } from './key-record.ts';

/** RFC 8601 2.7.1. */
export type DkimResult = 'pass' | 'fail' | 'policy' | 'permerror' | 'temperror';

export interface DkimVerdict {
  result: DkimResult;
  /** `d=`, lower case; empty where the signature cannot be read. */
  domain: string;
  selector: string;
  /** Why it is no pass. */
  problem?: string;
  bits?: number;
  /** Not all of the body was signed: `l=`. */
  partial?: boolean;
}

/** TXT records of a name; null when nothing could be learnt. */
export type AskKey = (name: string) => Promise<readonly string[] | null>;

const MOST_SIGNATURES = 10;
const LEAST_BITS = 1_024;
const BASE64 = /^[A-Za-z\d+/]*={0,2}$/;

/** Checks the signatures of a message: RFC 6376 6, RFC 8301 and RFC 8463. `now` in seconds. */
export const verifyDkim = async (mail: Mail, ask: AskKey, now: number): Promise<DkimVerdict[]> => {
  const signatures = mail.fields.filter(({ name }) => name === 'dkim-signature').slice(0, MOST_SIGNATURES);
  return Promise.all(signatures.map((field) => verifyOne(mail, field, ask, now)));
};

const verifyOne = async (mail: Mail, field: MailField, ask: AskKey, now: number): Promise<DkimVerdict> => {
  const tags = tagsOf(field.value);
  const domain = (tags?.get('d') ?? '').toLowerCase();
  const selector = tags?.get('s') ?? '';
  const is = (result: DkimResult, problem: string, more: object = {}): DkimVerdict => ({
    result,
    domain,
    selector,
    problem,
    ...more,
  });
  if (tags === undefined) return is('permerror', 'its tags cannot be read');
  const missing = ['v', 'a', 'b', 'bh', 'd', 'h', 's'].find((tag) => (tags.get(tag) ?? '') === '');
  if (missing !== undefined) return is('permerror', `it has no ${missing}=`);
  if (tags.get('v') !== '1') return is('permerror', 'its version is not 1');
  const [, kind = '', hash = ''] = /^(rsa|ed25519)-(sha256|sha1)$/.exec(tags.get('a') ?? '') ?? [];
  if (kind === '') return is('permerror', `nobody reads the algorithm ${tags.get('a')?.slice(0, 30)}`);
  if (hash === 'sha1') return is('permerror', 'SHA-1 is not believed any more (RFC 8301)');
  const signed = (tags.get('h') ?? '').split(':').map((name) => name.trim().toLowerCase());
  if (!signed.includes('from')) return is('permerror', 'From is not signed');
  const identity = (tags.get('i') ?? `@${domain}`).toLowerCase().replace(/^.*@/, '');
  if (identity !== domain && !identity.endsWith(`.${domain}`)) return is('permerror', 'i= is not below d=');
  const expiry = Number(tags.get('x') ?? Number.POSITIVE_INFINITY);
  if (Number.isNaN(expiry) || expiry < now) return is('fail', 'the signature has expired');
  const [headWay, bodyWay] = waysOf(tags.get('c'));
  if (headWay === undefined || bodyWay === undefined) return is('permerror', 'c= names no canonicalization');

  const records = await ask(`${selector}._domainkey.${domain}`);
  if (records === null) return is('temperror', 'its key could not be looked up');
  const keys = records.filter(isDkim);
  const [only] = keys;
  if (only === undefined || keys.length > 1)
    return is(
      'permerror',
      only === undefined ? 'there is no key at its selector' : 'there are several keys at its selector',
    );
  const key = parseDkim(only);
  if (key.kind === 'revoked') return is('permerror', 'its key is revoked');
  if (key.kind === 'faulty') return is('permerror', `its key cannot be read: ${key.problem}`);
  const told = { bits: key.bits };
  if (key.algorithm !== kind) return is('permerror', 'the key is of another kind', told);
  if (key.hashes.length > 0 && !key.hashes.includes(hash)) return is('permerror', 'the key is for another hash', told);
  if (key.services.length > 0 && !key.services.some((one) => one === '*' || one === 'email'))
    return is('permerror', 'the key is not for mail', told);
  if (key.strict && identity !== domain) return is('permerror', 'the key is for d= alone', told);
  if (key.algorithm === 'rsa' && key.bits < LEAST_BITS)
    return is('policy', `a key of ${key.bits} bits is not believed (RFC 8301)`, told);

  const body = canonicalBody(mail.body, bodyWay);
  const length = tags.get('l') === undefined ? body.length : Number(tags.get('l'));
  if (!Number.isInteger(length) || length < 0 || length > body.length)
    return is('permerror', 'l= is longer than the body', told);
  const more = { ...told, ...(length < body.length ? { partial: true } : {}) };
  if (createHash('sha256').update(body.subarray(0, length)).digest('base64') !== strip(tags.get('bh')))
    return is('fail', 'the body was changed after it was signed', more);
  const signature = strip(tags.get('b'));
  if (!BASE64.test(signature)) return is('permerror', 'b= is not Base64', more);
  const data = Buffer.from(signedText(mail, signed, field, headWay), 'latin1');
  const isGood =
    kind === 'rsa'
      ? verify('sha256', data, key.key, Buffer.from(signature, 'base64'))
      : verify(null, createHash('sha256').update(data).digest(), key.key, Buffer.from(signature, 'base64'));
  return isGood
    ? { result: 'pass', domain, selector, ...more }
    : is('fail', 'the signature does not fit head or key', more);
};

const strip = (text = ''): string => text.replaceAll(/\s/g, '');

const waysOf = (text = 'simple/simple'): (Canonical | undefined)[] => {
  const [head = '', body = 'simple'] = text.split('/');
  return [head, body].map((way) => (way === 'simple' || way === 'relaxed' ? way : undefined));
};

const tagsOf = (value: string): Map<string, string> | undefined => {
  const tags = new Map<string, string>();
  for (const part of value.split(';')) {
    if (part.trim() === '') continue;
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(equals, 0)).trim();
    if (!/^[a-z][a-z\d_]*$/i.test(name) || tags.has(name)) return undefined;
    tags.set(name, part.slice(equals + 1).trim());
  }
  return tags;
};

/** The fields that `h=` names, from the bottom up where one stands several times, and the signature itself with an empty `b=`. */
const signedText = (mail: Mail, names: readonly string[], own: MailField, way: Canonical): string => {
  const left = new Map<string, MailField[]>();
  for (const field of mail.fields) left.set(field.name, [...(left.get(field.name) ?? []), field]);
  const parts = names.flatMap((name) => {
    const field = left.get(name)?.pop();
    return field === undefined ? [] : [`${canonicalField(field.raw, way)}\r\n`];
  });
  const empty = own.raw.replaceAll(/(?<=[;:])([ \t\r\n]*b[ \t\r\n]*=)[^;]*/g, '$1');
  return parts.join('') + canonicalField(empty, way);
};
