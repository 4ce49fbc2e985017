import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string | Buffer, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);
/** OWASP's figures for scrypt: 64 MB a try. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

export const randomToken = (): string => randomBytes(32).toString('base64url');
export const sixDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derive(password.normalize('NFKC'), salt, 32, COST);
  return `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`;
};

/** Takes the same time for an account that does not exist (`stored` undefined). */
export const verifyPassword = async (password: string, stored: string | undefined): Promise<boolean> => {
  const [, salt = '', key = ''] = (stored ?? '').split('$');
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), 32, COST);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
};
