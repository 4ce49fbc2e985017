import type { AccessCell, BoundaryOperation, Observation, ProbeVerdict } from '../../model/evidence/boundary.ts';

export type SensitiveKind =
  | 'password'
  | 'e-mail address'
  | 'roles'
  | 'payout'
  | 'refund'
  | 'export'
  | 'account deletion'
  | 'admin'
  | 'moderation'
  | 'profile';

/** `held`: tried and refused. `open`: nothing shows it either way. */
export type ProtectionState = 'held' | 'broken' | 'doubtful' | 'open';

export interface Protection {
  /** What guards it, in a few words: `login`, `only the owner`. */
  name: string;
  state: ProtectionState;
  /** The check that speaks of it. */
  check: string;
  /** What was seen, where something was. */
  said?: string;
}

export interface SensitiveAction {
  kind: SensitiveKind;
  operation: string;
  protections: readonly Protection[];
  /** Roles that got through as they should, `nobody` included. */
  roles: readonly string[];
  /** The worst of its protections; `open` when nothing was tried. */
  state: ProtectionState;
}

interface Sort {
  kind: SensitiveKind;
  /** Paths, in lower case and with words apart, and whether reading counts. */
  path: RegExp;
  reads: boolean;
  guards: readonly Guard[];
}

interface Guard {
  name: string;
  probes: readonly string[];
}

const LOGIN: Guard = { name: 'a login', probes: ['anonymous-access'] };
const OWNER: Guard = {
  name: 'only the owner',
  probes: [
    'object-read',
    'object-write',
    'object-delete',
    'object-action',
    'nested-object',
    'identity-from-input',
    'list-leak',
    'file-access',
  ],
};
const ROLE: Guard = {
  name: 'only the role',
  probes: ['admin-function', 'role-function', 'method-bypass', 'path-bypass', 'stale-role'],
};
const FIELDS: Guard = { name: 'only its own fields', probes: ['mass-assignment'] };
const STEP: Guard = { name: 'only after the step before', probes: ['step-skipped'] };
const SELF: Guard = { name: 'not by the one who gains', probes: ['self-approval'] };
const SITE: Guard = { name: 'not from another site', probes: ['csrf', 'get-changes-state'] };
const PASSWORD: Guard = { name: 'the present password', probes: ['password-change-unconfirmed'] };
const CONFIRMED: Guard = { name: 'a confirmation', probes: ['email-change-unconfirmed'] };

/** The first that fits; the narrow ones stand first. Roadmap D3b. */
const SORTS: readonly Sort[] = [
  { kind: 'password', path: /\bpasswords?\b|\bpasswd\b/, reads: false, guards: [LOGIN, PASSWORD, SITE] },
  {
    kind: 'e-mail address',
    path: /\bchange e ?mail\b|\be ?mail\b(?!.*\b(?:verify|verification|confirm|webhook)\b)/,
    reads: false,
    guards: [LOGIN, CONFIRMED, SITE],
  },
  {
    kind: 'roles',
    path: /\broles?\b|\bpermissions?\b|\bpromote\b|\bimpersonate\b/,
    reads: false,
    guards: [LOGIN, ROLE, SITE],
  },
  {
    kind: 'payout',
    path: /\bpayouts?\b|\bwithdraw(?:al)?s?\b|\bbank (?:account|details)s?\b|\biban\b|\bbalance\b|\bstripe connect\b/,
    reads: true,
    guards: [LOGIN, OWNER, ROLE, STEP, SELF, SITE],
  },
  { kind: 'refund', path: /\brefunds?\b|\bchargebacks?\b/, reads: false, guards: [LOGIN, OWNER, ROLE, SELF, SITE] },
  {
    kind: 'export',
    path: /\bexports?\b|\bdownload all\b|\.(?:csv|xlsx)\b|\breports? csv\b/,
    reads: true,
    guards: [LOGIN, OWNER, ROLE],
  },
  {
    kind: 'admin',
    path: /\badmin(?:istration|istrator)?s?\b|\bbackoffice\b|\bback office\b|\binternal\b/,
    reads: true,
    guards: [LOGIN, ROLE, SITE],
  },
  { kind: 'moderation', path: /\bmoderat\w*\b|\bban\b|\bsuspend\b/, reads: true, guards: [LOGIN, ROLE, SITE] },
  {
    kind: 'profile',
    path: /\bme\b|\bprofiles?\b|\baccounts?\b|\bsettings\b|\baddress(?:es)?\b/,
    reads: false,
    guards: [LOGIN, OWNER, FIELDS, SITE],
  },
];

const DELETES: Sort = {
  kind: 'account deletion',
  path: /\b(?:me|account|profile)$/,
  reads: false,
  guards: [LOGIN, OWNER, SITE],
};

/** `/api/changeEmail/{userId}` → `api change email`; what stands in braces says whose, not what. */
const plainPath = (path: string): string =>
  path
    .replaceAll(/\{[^{}]*\}|:\w+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[/_-]+/g, ' ')
    .toLowerCase()
    .replaceAll(/ +/g, ' ')
    .trim();

const sortOf = ({ method, path }: BoundaryOperation): Sort | undefined => {
  const plain = plainPath(path);
  const reads = /^(?:GET|HEAD|OPTIONS)$/.test(method);
  if (method === 'DELETE' && DELETES.path.test(plain)) return DELETES;
  return SORTS.find((sort) => (sort.reads || !reads) && sort.path.test(plain));
};

const STATES: Readonly<Record<ProbeVerdict, ProtectionState>> = {
  confirmed: 'broken',
  likely: 'doubtful',
  inconclusive: 'open',
  'not-tested': 'open',
  refuted: 'held',
};

/** Worst first: what is not shown counts as worse than what held. */
const ORDER: readonly ProtectionState[] = ['broken', 'doubtful', 'open', 'held'];

const worst = (states: readonly ProtectionState[]): ProtectionState =>
  ORDER.find((state) => states.includes(state)) ?? 'open';

const protectionBy = (guard: Guard, own: readonly Observation[]): Protection => {
  const about = own.filter(({ probe }) => guard.probes.includes(probe));
  const state = worst(about.map(({ verdict }) => STATES[verdict]));
  const telling = about.find(({ verdict }) => STATES[verdict] === state);
  return {
    name: guard.name,
    state,
    check: `boundary/${telling?.probe ?? guard.probes[0] ?? ''}`,
    ...(telling === undefined ? {} : { said: telling.said }),
  };
};

const KINDS: readonly SensitiveKind[] = [...SORTS.map(({ kind }) => kind), DELETES.kind];

/**
 * The operations that change money, access or a person's data, each with what guards it and how that was seen to hold. A guard
 * that no probe tried is `open`, which is no promise. Sorted by kind, then by operation.
 */
export const sensitiveActions = (
  operations: readonly BoundaryOperation[],
  observations: readonly Observation[],
  matrix: readonly AccessCell[] = [],
): readonly SensitiveAction[] => {
  const bySubject = Map.groupBy(observations, ({ subject }) => subject);
  const byOperation = Map.groupBy(matrix, ({ operation }) => operation);
  return operations
    .flatMap((operation): SensitiveAction[] => {
      const sort = sortOf(operation);
      if (sort === undefined || operation.declared === 'public') return [];
      const own = bySubject.get(operation.id) ?? [];
      // A guard that does not concern this operation was not tried on it; the login always concerns it.
      const protections = sort.guards
        .map((guard) => ({ guard, tried: own.some(({ probe }) => guard.probes.includes(probe)) }))
        .filter(({ guard, tried }) => tried || guard === LOGIN || guard === PASSWORD || guard === CONFIRMED)
        .map(({ guard }) => protectionBy(guard, own));
      const through = (byOperation.get(operation.id) ?? []).filter(
        ({ outcome }) => outcome === 'open' || outcome === 'own',
      );
      return [
        {
          kind: sort.kind,
          operation: operation.id,
          protections,
          roles: [...new Set(through.map(({ role }) => role))],
          state: worst(protections.map(({ state }) => state)),
        },
      ];
    })
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.operation < b.operation ? -1 : 1));
};
