import type { WebPage } from '../../model/evidence/edge/web.ts';
import { headersOf } from './web-words.ts';

/** Policies in headers: some directives count there alone. */
export const headerPolicies = (page: Pick<WebPage, 'headers'>): string[] =>
  headersOf(page, 'content-security-policy').flatMap((value) => value.split(','));

/** Names and values of a policy; the first of the same name counts (CSP3 2.2.1). */
export const directivesIn = (policy: string): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...values] = part.trim().split(/\s+/);
    if (name !== '' && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), values);
  }
  return found;
};

/** A policy to begin with: what the page loads from elsewhere has to be added. */
export const STARTER =
  "default-src 'self'; script-src 'self' 'nonce-{random for each answer}' 'strict-dynamic'; style-src 'self'; img-src 'self' data: https:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
