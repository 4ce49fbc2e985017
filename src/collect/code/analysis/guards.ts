import type { CodeGuard, GuardKind } from '../../../model/evidence/code.ts';
import type { Happening } from './events.ts';
import { KIND, has } from './kinds.ts';

type Stop = Extract<Happening, { h: 'stop' }>;

/** What a condition that turns callers away asks for. Undefined for what is no guard: a missing thing, a state. */
export const kindOfStop = ({ kinds, failure, name }: Stop, step = ''): GuardKind | undefined => {
  if (/csrf|xsrf/i.test(name) || /csrf|xsrf/i.test(step)) return 'csrf';
  if (failure.status === 429 || has(kinds, KIND.RATE)) return 'rate-limit';
  if (has(kinds, KIND.VERIFIED)) return 'signature';
  if (has(kinds, KIND.SHARED)) return 'shared-secret';
  if (has(kinds, KIND.OWNER | KIND.TIED)) return 'owner';
  if (has(kinds, KIND.ROLE)) return 'role';
  if (has(kinds, KIND.KEYED) && !has(kinds, KIND.PRINCIPAL | KIND.OWN)) return 'capability';
  if (has(kinds, KIND.PRINCIPAL | KIND.OWN)) return 'session';
  if (failure.status === 400 || failure.status === 422)
    return has(kinds, KIND.INPUT | KIND.HEADER) ? 'validator' : undefined;
  const isAsked = has(kinds, KIND.HEADER | KIND.CONTEXT) && (failure.status === 401 || failure.status === 403);
  // Machines sign what they send.
  if (isAsked && /cron|qstash|webhook|signature|hmac/i.test(`${name} ${step}`)) return 'shared-secret';
  // A header that is asked for and nothing known to compare it with: a token that something else looks at.
  if (isAsked) return 'session';
  return undefined;
};

export const guardOf = (stop: Stop, by: CodeGuard['by'], name: string): CodeGuard | undefined => {
  const kind = kindOfStop(stop, name);
  // A plain no of a helper says nothing: whoever called it decides.
  if (kind === undefined || stop.maybe || (stop.failure.soft === true && stop.depth > 0)) return undefined;
  return { kind, by, name, failure: stop.failure.how, at: { path: stop.m.path, line: stop.at }, certain: true };
};

export const isAdminOnly = (stop: Stop): boolean =>
  has(stop.kinds, KIND.ROLE) &&
  (stop.words.some((word) => /admin|staff|moderator|owner|super|root|support/i.test(word)) ||
    /admin|staff|moderator|super/i.test(stop.name));
