import type { Hit } from './hit.ts';

/**
 * Where hits overlap, one stays: the higher rank; a secret before what is public; the surer; the longer value; the longer match,
 * as of a rule that saw its provider's name too; the longer anchor. So a provider's password in a connection string is the
 * provider's, and `UPLOADTHING_SECRET=sk_live_…` is not Stripe's.
 */
export const settle = (hits: Hit[]): Hit[] => {
  const best = hits.toSorted(
    (a, b) =>
      b.rank - a.rank ||
      VERDICT.indexOf(a.verdict) - VERDICT.indexOf(b.verdict) ||
      CONFIDENCE.indexOf(a.confidence) - CONFIDENCE.indexOf(b.confidence) ||
      b.end - b.start - (a.end - a.start) ||
      (b.matched ?? 0) - (a.matched ?? 0) ||
      (b.anchor ?? 0) - (a.anchor ?? 0),
  );
  const kept: Hit[] = [];
  for (const hit of best) {
    const over = kept.findIndex((other) => hit.start < other.end && other.start < hit.end);
    const winner = kept[over];
    if (winner === undefined) kept.push(hit);
    else if (winner.value !== hit.value) continue;
    else if (winner.rank === 3 && hit.rank === 2)
      kept[over] = { ...hit, confidence: 'certain', without: hit.confidence, via: winner.via ?? [], rank: 3 };
    else if (winner.facts === undefined && hit.facts !== undefined && winner.verdict === hit.verdict)
      kept[over] = { ...winner, facts: hit.facts };
  }
  return kept.toSorted((a, b) => a.start - b.start);
};

const VERDICT = ['secret', 'public', 'placeholder'];
const CONFIDENCE = ['certain', 'high', 'medium', 'low'];
