import { baseDetector } from './base-detector.ts';
import { mask } from './mask.ts';

/** No format of a provider is shorter. */
const SHORTEST = 12;

/**
 * A text with the keys in it masked. For names that end in reports: paths, branches, authors and remotes hold keys too. The same
 * text always gives the same result, so that names that were equal stay equal.
 */
export const scrubText = (text: string): string => {
  if (text.length < SHORTEST) return text;
  const bytes = Buffer.from(text, 'utf8');
  const hits = baseDetector()
    .scan(bytes)
    .hits.filter((hit) => hit.verdict === 'secret' && hit.rank > 0);
  if (hits.length === 0) return text;
  let scrubbed = '';
  let at = 0;
  for (const { start, end } of hits) {
    scrubbed += bytes.toString('utf8', at, start) + mask(bytes.toString('utf8', start, end));
    at = end;
  }
  return scrubbed + bytes.toString('utf8', at);
};

/** Every text in plain data, member names left out. Data must be a tree. */
export const scrubbed = <T>(value: T): T => {
  const known = new Map<string, string>();
  const once = (text: string): string => {
    const clean = known.get(text) ?? scrubText(text);
    known.set(text, clean);
    return clean;
  };
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return once(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as T;
};
