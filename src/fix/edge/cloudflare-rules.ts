import type { EdgeIntent } from '../../model/edge-plan.ts';
import type { CloudflareRule, CloudflareZone } from '../../model/evidence/edge/cloudflare.ts';
import { bypass, headers, limit, managed, redirect, REFS, type WantedRule } from './rule-drafts.ts';

/** The rules that belong into the zone, as far as nobody has rules of their own for it; and what was left out. */
export const wantedRules = (zone: CloudflareZone, intent: EdgeIntent): { rules: WantedRule[]; notes: string[] } => {
  const notes: string[] = [];
  const phase = (name: string): readonly CloudflareRule[] | null => {
    const read = zone.rules[name];
    if (read?.ok === true) return read.value;
    notes.push(
      `The rules of ${name} could not be read${read === undefined ? '' : `: ${read.said}`}; they are left alone.`,
    );
    return null;
  };
  const rules: WantedRule[] = [];
  const transforms = phase('http_response_headers_transform');
  if (transforms !== null && intent.seen)
    rules.push(
      ...headers(
        intent,
        transforms.find(({ ref }) => ref === REFS.headers),
      ),
    );
  const redirects = phase('http_request_dynamic_redirect');
  if (redirects !== null) rules.push(...redirect(intent));
  const limits = phase('http_ratelimit');
  if (limits !== null) {
    const others = limits.filter(({ ref }) => ref !== REFS.limit);
    if (others.length === 0) rules.push(...limit(intent, zone.plan));
    else
      notes.push(
        `${others.length === 1 ? 'A rate limit' : `${others.length} rate limits`} of your own stand there and stay as they are.`,
      );
  }
  const caches = phase('http_request_cache_settings');
  if (caches !== null) rules.push(...bypass(intent, caches));
  const own = phase('http_request_firewall_managed');
  // The free plan runs its ruleset without a rule that says so.
  if (
    own !== null &&
    zone.plan !== 'free' &&
    !own.some(({ action, ref }) => action === 'execute' && ref !== REFS.managed)
  )
    rules.push(managed);
  return { rules, notes };
};
