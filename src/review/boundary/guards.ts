import type { AccessCell, Observation, ProbeVerdict } from '../../model/evidence/boundary.ts';
import type { SensitiveGuard } from '../../model/review.ts';

/** What keeps an action from the wrong hands, and the probes that try to get past it. */
export interface Guard {
  name: string;
  probes: readonly string[];
  /** Said of the app as a whole, not of one operation: `password change`. */
  wide?: true;
}

export const LOGIN: Guard = { name: 'login', probes: ['anonymous-access', 'header-spoof'] };
export const ROLE: Guard = {
  name: 'role',
  probes: ['admin-function', 'role-function', 'method-bypass', 'path-bypass', 'stale-role', 'hidden-route'],
};
export const OWNER: Guard = {
  name: 'owner',
  probes: [
    'object-read',
    'object-write',
    'object-delete',
    'object-action',
    'nested-object',
    'identity-from-input',
    'list-leak',
    'file-access',
    'graphql-object',
  ],
};
export const FIELDS: Guard = { name: 'own fields only', probes: ['mass-assignment'] };
export const AMOUNT: Guard = { name: 'amount set by the server', probes: ['value-tampering', 'webhook-amount'] };
export const STEP: Guard = { name: 'step before', probes: ['step-skipped'] };
export const SELF: Guard = { name: 'a second person', probes: ['self-approval'] };
export const SITE: Guard = { name: 'not from other sites', probes: ['csrf', 'get-changes-state'] };
export const ONCE: Guard = {
  name: 'counts once',
  probes: ['checkout-not-idempotent', 'coupon-race', 'webhook-replay'],
};
export const LIMIT: Guard = {
  name: 'limit',
  probes: ['login-unlimited', 'code-unlimited', 'sign-up-unlimited', 'search-unlimited', 'limit-bypass'],
};
export const CODE_LIMIT: Guard = { name: 'limit', probes: ['code-unlimited', 'limit-bypass'], wide: true };
export const PASSWORD: Guard = { name: 'present password', probes: ['password-change-unconfirmed'], wide: true };
export const CONFIRMED: Guard = { name: 'confirmation', probes: ['email-change-unconfirmed'], wide: true };
export const LINK_ONCE: Guard = { name: 'link works once', probes: ['reset-token-reuse'], wide: true };
export const SIGNATURE: Guard = {
  name: 'signature',
  probes: ['webhook-unsigned', 'webhook-signature-unchecked', 'webhook-fails-open', 'webhook-wrong-scheme'],
};

const STATES: Readonly<Record<ProbeVerdict, SensitiveGuard['state']>> = {
  confirmed: 'broken',
  likely: 'doubtful',
  inconclusive: 'not proven',
  'not-tested': 'not proven',
  refuted: 'proven',
};

/** Worst first: what is not shown counts as worse than what held. */
const ORDER: readonly SensitiveGuard['state'][] = ['broken', 'doubtful', 'not proven', 'proven'];

/** What the cells of the matrix say of a login and of a role; both need somebody who is let in, or nothing is known. */
const byCells = (guard: Guard, cells: readonly AccessCell[]): readonly SensitiveGuard['state'][] => {
  const about = cells.filter(({ role }) => (guard === LOGIN ? role === 'nobody' : guard === ROLE && role !== 'nobody'));
  return [
    ...(about.some(({ outcome }) => outcome === 'leak') && guard === LOGIN ? (['broken'] as const) : []),
    ...(about.some(({ outcome }) => outcome === 'odd') ? (['doubtful'] as const) : []),
    ...(about.some(({ outcome }) => outcome === 'refused') ? (['proven'] as const) : []),
  ];
};

/** How one guard was seen to hold; null when nobody tried to pass it. */
export const guardState = (
  guard: Guard,
  own: readonly Observation[],
  cells: readonly AccessCell[],
): SensitiveGuard['state'] | null => {
  const about = own.filter(({ probe }) => guard.probes.includes(probe));
  const states = [...about.map(({ verdict }) => STATES[verdict]), ...byCells(guard, cells)];
  return ORDER.find((state) => states.includes(state)) ?? null;
};
