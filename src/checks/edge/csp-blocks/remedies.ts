import type { WebBlocked } from '../../../model/evidence/edge/web.ts';
import { printable } from '../../secrets/leak/text.ts';

const MOST = 8;
const MOST_ORIGINS = 6;

/** What each directive lacks, in sentences. Code in attributes is left out: it is among what has to be done before any sound policy. */
export const remedies = (blocked: readonly WebBlocked[]): string[] => {
  const named = blocked.filter(({ kind }) => kind !== 'handler');
  const byRule = Map.groupBy(named, ({ rule, inline, kind }) => `${nameOf(rule)} ${inline} ${kind}`);
  return [...byRule.values()]
    .slice(0, MOST)
    .flatMap((parts) => (parts[0] === undefined ? [] : [remedy(parts[0], parts)]));
};

const nameOf = (rule: string): string => rule.split(' ')[0] ?? '';

/** `first`: one of several that differ in what is stopped alone. */
const remedy = ({ rule, kind, inline, what }: WebBlocked, parts: readonly WebBlocked[]): string => {
  const name = printable(nameOf(rule));
  if (inline && what === 'eval')
    return 'Look for the script that runs text as code (eval, new Function) and replace it: allowing it takes much of the policy’s worth away.';
  if (kind === 'styled')
    return "Move what stands in style= attributes into a style sheet, or say style-src-attr 'unsafe-inline'.";
  const byNonce = /'(?:nonce-|strict-dynamic)/.test(rule) && (kind === 'script' || kind === 'style');
  if (byNonce)
    return `Give each ${kind} tag of the page the nonce that ${name} names, new in every answer; pages that a cache keeps need hashes instead.`;
  if (inline)
    return `Name the ${kind}s that stand in the page: a nonce in ${name} and at each tag, new in every answer; for pages that a cache keeps, their hashes.`;
  const origins = [...new Set(parts.map((part) => originOf(part.what)))]
    .slice(0, MOST_ORIGINS)
    .map(printable)
    .join(' ');
  return name === 'default-src'
    ? `Allow ${origins} in ${kind}-src, beside what default-src allows.`
    : `Add ${origins} to ${name}.`;
};

const originOf = (what: string): string => {
  const url = URL.parse(what);
  return url === null ? what : url.origin === 'null' ? url.protocol : url.origin;
};
