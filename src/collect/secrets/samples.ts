import { createHash } from 'node:crypto';

const ALPHABETS: Record<string, string> = {
  alnum: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  lower: 'abcdefghijklmnopqrstuvwxyz0123456789',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  digit: '0123456789',
  hex: '0123456789abcdef',
  HEX: '0123456789ABCDEF',
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
};

const PLACEHOLDER = /\{(uuid|jwt:(\{[^}]*\})|([a-zA-Z0-9]+):(\d+))\}/g;

/**
 * Expands a sample template of define-provider.ts into a value that looks real and belongs to nobody. The same
 * template always gives the same value: characters are drawn from a hash of it.
 */
export const expandSample = (template: string, seed = ''): string => {
  let part = 0;
  return template.replace(PLACEHOLDER, (whole, kind: string, payload?: string, alphabet?: string, length?: string) => {
    const random = byteStream(`${seed}\n${template}\n${part++}`);
    if (kind === 'uuid') return uuid(random);
    if (payload !== undefined) return jwt(payload, random);
    const letters = ALPHABETS[alphabet ?? ''];
    if (letters === undefined) throw new Error(`unknown sample alphabet in ${whole}`);
    return draw(letters, Number(length), random);
  });
};

const draw = (letters: string, length: number, random: () => number): string => {
  let text = '';
  for (let i = 0; i < length; i++) text += letters[random() % letters.length];
  return text;
};

const uuid = (random: () => number): string => {
  const hex = draw(ALPHABETS['hex']!, 32, random);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};

const jwt = (payload: string, random: () => number): string => {
  const encode = (text: string): string => Buffer.from(text).toString('base64url');
  return `${encode('{"alg":"HS256","typ":"JWT"}')}.${encode(payload)}.${draw(ALPHABETS['base64url']!, 43, random)}`;
};

/** Endless deterministic bytes: SHA-256 in counter mode. */
const byteStream = (seed: string): (() => number) => {
  let block = Buffer.alloc(0);
  let counter = 0;
  let at = 0;
  return () => {
    if (at >= block.length) {
      block = createHash('sha256').update(`${seed}\n${counter++}`).digest();
      at = 0;
    }
    return block[at++]!;
  };
};
