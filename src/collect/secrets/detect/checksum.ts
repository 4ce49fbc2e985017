import { crc32 } from 'node:zlib';

const SHAPE = {
  github: /^gh[pousr]_([0-9A-Za-z]{30,250})([0-9A-Za-z]{6})$/,
  npm: /^npm_([0-9A-Za-z]{30})([0-9A-Za-z]{6})$/,
} as const;

/**
 * Whether a token ends with the checksum its provider puts there: the CRC-32 of what stands between prefix and checksum, in
 * base 62, padded to six characters. It shows that a value was really issued; a wrong one does not show the opposite.
 * Source: github.blog "Behind GitHub's new authentication token formats" (2021); npm adopted the same.
 */
export const hasValidChecksum = (kind: 'github' | 'npm', token: string): boolean => {
  const [, body, checksum] = SHAPE[kind].exec(token) ?? [];
  return body !== undefined && base62(crc32(body)) === checksum;
};

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const base62 = (value: number): string => {
  let text = '';
  for (let rest = value; text.length < 6; rest = Math.floor(rest / 62)) text = DIGITS.charAt(rest % 62) + text;
  return text;
};
