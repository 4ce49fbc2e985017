import type { CodeAccess, Endpoint } from '../evidence/code.ts';

export const WRITES: ReadonlySet<CodeAccess['deed']> = new Set(['create', 'update', 'delete']);
export const READS: ReadonlySet<CodeAccess['deed']> = new Set(['find', 'list']);

/** `orders`, `Order` and `public.order` are one. */
export const modelKey = (model: string): string =>
  (model.split('.').at(-1) ?? model)
    .toLowerCase()
    .replaceAll(/[^a-z\d]/g, '')
    .replace(/s$/, '');

const WHO = new Set(['session', 'role', 'owner', 'tenant']);
const SECRET = new Set(['signature', 'shared-secret', 'capability']);

/** Somebody has to be logged in. What a platform asks for of itself is a key that stands in every page: Supabase's `verify_jwt`. */
export const asksWho = ({ guards }: Endpoint): boolean =>
  guards.some(({ kind, by }) => WHO.has(kind) && by !== 'platform');
/** Whoever has a secret or signs gets in. */
export const asksSecret = ({ guards }: Endpoint): boolean => guards.some(({ kind }) => SECRET.has(kind));

/** What other endpoints do with the same data. */
export interface Peers {
  /** They write it and ask who it is. */
  asking: readonly string[];
  /** They change or delete only what belongs to whoever asks. */
  owningWrites: readonly string[];
  /** They show only what belongs to whoever asks. */
  owningReads: readonly string[];
  /** They write down who made it. */
  stamping: readonly string[];
  /** They show it to everybody. */
  open: readonly string[];
}

/**
 * What is changed only after something was asked about whose it is; what is shown only by a condition that names who asks, since what else is
 * looked at in passing is not what was asked about.
 */
const isOwned = ({ deed, bound, key }: CodeAccess): boolean =>
  bound !== undefined &&
  (bound.how === 'where' ||
    bound.how === 'relation' ||
    (WRITES.has(deed) && (bound.how === 'guard' || bound.how === 'comparison') && key !== undefined));

const WHOSE =
  /user|owner|author|creator|createdBy|created_by|seller|buyer|customer|member|account|org|tenant|team|workspace|company|profile|shop|store/i;

/** For each model what the endpoints do with it. */
export const peersOf = (endpoints: readonly Endpoint[]): ((model: string) => Peers) => {
  const all = new Map<string, { [name in keyof Peers]: Set<string> }>();
  const of = (model: string) => {
    const key = modelKey(model);
    const known = all.get(key) ?? {
      asking: new Set(),
      owningWrites: new Set(),
      owningReads: new Set(),
      stamping: new Set(),
      open: new Set(),
    };
    all.set(key, known);
    return known;
  };
  for (const endpoint of endpoints)
    for (const access of endpoint.accesses) {
      const peers = of(access.model);
      const isWrite = WRITES.has(access.deed);
      if (isWrite && asksWho(endpoint)) peers.asking.add(endpoint.id);
      if (access.deed !== 'create' && isOwned(access))
        (isWrite ? peers.owningWrites : peers.owningReads).add(endpoint.id);
      if (access.deed === 'create' && access.written?.own.some((one) => WHOSE.test(one)) === true)
        peers.stamping.add(endpoint.id);
      if (!isWrite && !asksWho(endpoint) && !asksSecret(endpoint) && access.bound === undefined)
        peers.open.add(endpoint.id);
    }
  return (model) => {
    const found = of(model);
    return {
      asking: [...found.asking],
      owningWrites: [...found.owningWrites],
      owningReads: [...found.owningReads],
      stamping: [...found.stamping],
      open: [...found.open],
    };
  };
};
