import type { CodeLapse, Endpoint } from '../../model/evidence/code.ts';

const IN =
  /(?:^|\/)(?:[\w-]+-)?(?:web-?hooks?|hooks?|ipn)(?:\/|$)|(?:^|\/)callbacks?\/(?:stripe|paypal|shopify|github|payments?)(?:\/|$)/i;
/** Called by a clock or a queue. */
const BY_CLOCK = /(?:^|\/)(?:[\w-]+-)?(?:crons?|cron-?jobs?|qstash|scheduled)(?:\/|$)/i;
const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'delete']);

/** Somebody else’s machine calls it, by its path. */
export const isCalledFromOutside = ({ path }: Endpoint): boolean => IN.test(path);

export const writes = ({ accesses }: Endpoint): boolean => accesses.some(({ deed }) => WRITES.has(deed));

/** Names of what it writes, each once. */
export const written = ({ accesses }: Endpoint): string[] => [
  ...new Set(accesses.filter(({ deed }) => WRITES.has(deed)).map(({ model }) => model)),
];

/** A row that is found by what only its sender was told. */
const BY_WORD = /^(?:\w*_)?(?:token|secret|nonce|hash)$|(?:Token|Secret|Nonce|Hash)$/;

/** Compares something that only the sender can know. */
export const isKept = ({ guards, accesses }: Endpoint): boolean =>
  guards.some(({ kind }) => kind === 'signature' || kind === 'shared-secret' || kind === 'capability') ||
  accesses.find(({ deed }) => deed !== 'call')?.columns.some((column) => BY_WORD.test(column)) === true;

/** Supabase asks for a token, and the anon key that every visitor has is one. */
export const isOpenToAnonKey = ({ guards }: Endpoint): boolean => guards.some(({ by }) => by === 'platform');

/** A clock or a queue calls it, by its path. */
export const isCalledByClock = ({ path, kind }: Endpoint): boolean => kind === 'cron' || BY_CLOCK.test(path);

/** Some get past the check; one over the wrong bytes keeps everybody out. */
export const isWayAround = ({ when }: CodeLapse): boolean => when !== 'parsed body';

/** A check stands in the code that some get past, and no other does. */
export const failsOpen = (endpoint: Endpoint): boolean =>
  (endpoint.lapses ?? []).some(isWayAround) &&
  !isKept(endpoint) &&
  (isCalledFromOutside(endpoint) ||
    (isCalledByClock(endpoint) && !endpoint.guards.some(({ kind }) => kind === 'role')));
