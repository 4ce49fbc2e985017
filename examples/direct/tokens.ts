import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Claims } from './database.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const signed = (text: string, secret: string): string => createHmac('sha256', secret).update(text).digest('base64url');

/** A token as Supabase signs them (HS256). */
export const signToken = (claims: Claims, secret: string): string => {
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${signed(text, secret)}`;
};

/** The claims of a token that is ours and has not ended. */
export const readToken = (token: string, secret: string): Claims | null => {
  const [head = '', body = '', signature = ''] = token.split('.');
  const right = Buffer.from(signed(`${head}.${body}`, secret));
  const given = Buffer.from(signature);
  if (right.length !== given.length || !timingSafeEqual(right, given)) return null;
  try {
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims;
    return typeof claims['exp'] === 'number' && claims['exp'] * 1000 < Date.now() ? null : claims;
  } catch {
    return null;
  }
};
