import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Jwt {
  token: string;
  header: Readonly<Record<string, unknown>>;
  payload: Readonly<Record<string, unknown>>;
  signature: string;
}

const LONGEST = 16_384;
const JWT = /eyJ[\w-]{4,}\.eyJ[\w-]{2,}\.[\w-]*/;

const parsed = (part: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
};

/** The first JSON web token that stands in a text; null when there is none. Nothing of it is verified. */
export const readJwt = (text: string): Jwt | null => {
  const token = text.length > LONGEST ? undefined : JWT.exec(text)?.[0];
  const [head = '', body = '', signature = ''] = token?.split('.') ?? [];
  const header = parsed(head);
  const payload = parsed(body);
  return token === undefined || header === null || payload === null ? null : { token, header, payload, signature };
};

const HASHES: Readonly<Record<string, string>> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };
export const hashOf = (alg: unknown): string | undefined => (typeof alg === 'string' ? HASHES[alg] : undefined);

export const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signed by HMAC with the key, as the header's algorithm says; SHA-256 for others. */
export const signHmac = (header: object, payload: object, key: string | Uint8Array): string => {
  const input = `${part(header)}.${part(payload)}`;
  const hash = hashOf((header as { alg?: unknown }).alg) ?? 'sha256';
  return `${input}.${createHmac(hash, key).update(input).digest('base64url')}`;
};

export const unsigned = (header: object, payload: object, signature = ''): string =>
  `${part(header)}.${part(payload)}.${signature}`;

/** Whether the key made the token's signature. Needs no network. */
export const isKeyOf = ({ token, header, signature }: Jwt, key: string | Uint8Array): boolean => {
  const hash = hashOf(header['alg']);
  if (hash === undefined) return false;
  const made = createHmac(hash, key)
    .update(token.slice(0, token.lastIndexOf('.')))
    .digest();
  const given = Buffer.from(signature, 'base64url');
  return made.length === given.length && timingSafeEqual(made, given);
};

/** The same token with another signature of the same length. */
export const withSignature = ({ token }: Jwt, signature: string): string =>
  `${token.slice(0, token.lastIndexOf('.'))}.${signature}`;

/** Seconds. */
export const numberClaim = ({ payload }: Jwt, name: string): number | undefined => {
  const value = payload[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};
