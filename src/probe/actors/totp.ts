import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const fromBase32 = (text: string): Buffer | null => {
  const letters = text.toUpperCase().replaceAll(/[\s=-]/g, '');
  if (!/^[A-Z2-7]+$/.test(letters)) return null;
  const bits = Array.from(letters, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

/** The six-digit code of a moment in milliseconds (RFC 6238 with SHA-1 and 30 s, as authenticator apps have it); null when the secret is not base32. */
export const totp = (secret: string, at: number): string | null => {
  const key = fromBase32(secret);
  if (key === null) return null;
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
};
