import type { CodeAccess, CodeGuard, Endpoint } from '../evidence/code.ts';
import { isObjectId } from './object-id.ts';
import { asksSecret, asksWho, peersOf, READS, WRITES, type Peers } from './peers.ts';
import { isBookkeeping, isMeantForAll, isOfStrangers, isPublicByRole } from './roles-of-paths.ts';

/** What is thought of one endpoint, and why. */
export interface Judgement {
  /** `unknown`: nothing that keeps strangers out was seen, and nothing that proves that they should be. */
  verdict: 'vulnerable' | 'unknown' | 'protected' | 'public';
  /** In words, for a person. */
  reason: string;
  /** What is missing, of the vulnerable. */
  missing?: 'guard' | 'owner';
  /** What is done for whoever asks that should not be. */
  access?: CodeAccess;
  /** What other endpoints do with the same data. */
  peers?: Peers;
}

const COUNTS =
  /^(?:views?|viewCount|view_count|clicks?|likes?|likeCount|downloads?|hits|count|lastSeen(?:At)?|last_seen(?:_at)?|updatedAt|expiresAt)$/;

const says = (verdict: Judgement['verdict'], reason: string): Judgement => ({ verdict, reason });

/** The caller decides which row, or what goes into it. */
const isDecided = ({ deed, key, written }: CodeAccess): boolean =>
  deed === 'create'
    ? written !== undefined && (written.columns.length > 0 || written.whole !== undefined)
    : key !== undefined && key.by !== 'header';

const onlyCounts = ({ deed, written }: CodeAccess): boolean =>
  deed === 'update' &&
  written !== undefined &&
  written.columns.length > 0 &&
  written.columns.every((one) => COUNTS.test(one));

/** Where money is sent to: there is nobody who may set it for somebody else. */
const PAID_TO = /bank|payout_?(?:account|method|detail|setting|destination)|iban|withdrawal|beneficiar/i;
const WHOSE_ID = /^(?:user|owner|seller|vendor|merchant|customer|host|creator|account|profile)_?id$/i;

/** The caller names a person and says where that one's money goes. */
const setsAnothersMoney = ({ model, written, key }: CodeAccess): boolean =>
  PAID_TO.test(model) &&
  [...(written?.columns ?? []), ...(key?.by === 'input' ? key.columns : [])].some((column) => WHOSE_ID.test(column));

const withoutGuard = (endpoint: Endpoint, peers: (model: string) => Peers): Judgement => {
  if (asksSecret(endpoint) || endpoint.accesses.some(({ bound }) => bound?.how === 'capability'))
    return says('protected', 'asks for a secret');
  if (isPublicByRole(endpoint)) return says('public', 'is meant for strangers, by its name');
  const writes = endpoint.accesses.filter(
    (one) =>
      WRITES.has(one.deed) &&
      one.bound === undefined &&
      isDecided(one) &&
      !isOfStrangers(one.model) &&
      !onlyCounts(one),
  );
  if (writes.length === 0)
    return says('unknown', 'asks nobody who they are, and changes nothing that a caller decides');
  if (endpoint.asks === true)
    return says('unknown', 'lets who asks decide something, and was not seen to turn anybody away for it');
  if (endpoint.unresolved.length > 0) return says('unknown', endpoint.unresolved[0] ?? '');
  if (endpoint.confidence === 'likely') return says('unknown', 'it is not certain that it is reached');
  if (endpoint.state !== undefined) return says('unknown', 'goes on only in some state of the data');
  const access = writes.find(setsAnothersMoney) ?? writes.find(({ deed }) => deed !== 'create') ?? writes[0];
  if (access === undefined) return says('unknown', '');
  const others = peers(access.model);
  const isReading = endpoint.method === 'GET' || endpoint.kind === 'page';
  if (isReading && access.key?.by !== 'input') return says('unknown', 'changes something when it is looked at');
  // What strangers may leave and what they may not looks alike, unless others are asked for the same.
  const isPlain = !isReading && access.key?.by === 'input' && access.key.columns.some(isObjectId);
  if (others.asking.length === 0 && (access.deed === 'create' || !isPlain) && !writes.some(setsAnothersMoney))
    return says('unknown', 'lets anybody write what nobody is asked for elsewhere');
  return { verdict: 'vulnerable', reason: 'asks nobody who they are', missing: 'guard', access, peers: others };
};

/** The id of the row itself, not of what it belongs to. */
const isOwnId = (column: string): boolean => /^(?:_?id|uuid|uid|guid|pk)$/i.test(column);

/** Looked up to find out who asks. */
const CREDENTIAL = /session|token|credential|key$|account/i;

const SECRET_KINDS = new Set<CodeGuard['kind']>(['signature', 'shared-secret', 'capability']);

/** It looks at a secret itself; or what asks for a login is the same that looks the secret up: the key of a machine, which belongs to no user. */
const asksOnlySecret = (endpoint: Endpoint): boolean => {
  if (!asksSecret(endpoint)) return false;
  if (endpoint.guards.some(({ kind, by }) => SECRET_KINDS.has(kind) && (by === 'inline' || by === 'call'))) return true;
  const names = endpoint.guards.filter(({ kind }) => kind !== 'session').map(({ name }) => name);
  return endpoint.guards.every(({ kind, by, name }) => kind !== 'session' || by === 'inline' || names.includes(name));
};

const HIDDEN_OWNER = /owner|access|member|permission|polic|role|admin|org|team|tenant|workspace|scope|project|compan/i;

const withSession = (endpoint: Endpoint, peers: (model: string) => Peers): Judgement => {
  const { guards, accesses } = endpoint;
  if (guards.some(({ kind }) => kind === 'owner' || kind === 'tenant')) return says('protected', 'asks whose it is');
  if (guards.some(({ kind }) => kind === 'role')) return says('protected', 'asks for a role');
  if (isMeantForAll(endpoint)) return says('unknown', 'is meant for more than its owner, by its name');
  if (asksOnlySecret(endpoint)) return says('protected', 'asks for a secret');
  const free = accesses.filter(
    ({ key, bound }) => bound === undefined && key !== undefined && key.by !== 'header' && key.columns.some(isObjectId),
  );
  const changed = free.find(({ deed, model }) => (deed === 'update' || deed === 'delete') && !isBookkeeping(model));
  // What is only behind a matcher for the whole app may be meant for all who are logged in.
  const isKept = guards.some(({ kind, by }) => kind === 'session' && by !== 'matcher');
  const isAboutOne = endpoint.kind !== 'http' || endpoint.path.includes('{');
  const isRead = isKept && isAboutOne && accesses.every(({ deed }) => READS.has(deed));
  const shown =
    isRead && accesses.every(({ bound }) => bound === undefined)
      ? free.find(({ deed, key }) => READS.has(deed) && key?.columns.some(isOwnId) === true)
      : undefined;
  const access = changed ?? shown;
  if (access === undefined) return says('protected', 'asks who it is, and reaches nothing by an id of the caller’s');
  const unknown =
    guards.find(({ certain, name }) => !certain && HIDDEN_OWNER.test(name)) !== undefined
      ? 'its guard could not be followed'
      : accesses.some(({ bound, key }) => bound !== undefined && key !== undefined)
        ? 'something else of it is bound to who asks'
        : endpoint.confidence === 'likely'
          ? 'it is not certain that it is reached'
          : endpoint.unresolved[0];
  if (unknown !== undefined) return says('unknown', unknown);
  const others = peers(access.model);
  if (access === changed && others.owningWrites.length + others.owningReads.length + others.stamping.length === 0)
    return says('unknown', 'changes what nobody is said to own');
  if (access === shown && (CREDENTIAL.test(access.model) || others.owningReads.length === 0 || others.open.length > 0))
    return says('unknown', 'shows what others may be meant to see');
  return { verdict: 'vulnerable', reason: 'asks who it is, not whose it is', missing: 'owner', access, peers: others };
};

/** What is thought of each endpoint, by its id. Looks at all of them: what siblings ask for tells what one forgot. */
export const judge = (endpoints: readonly Endpoint[]): ReadonlyMap<string, Judgement> => {
  const peers = peersOf(endpoints);
  const hasModel = endpoints.some(asksWho);
  return new Map(
    endpoints.map((one) => [
      one.id,
      asksWho(one)
        ? withSession(one, peers)
        : hasModel
          ? withoutGuard(one, peers)
          : says('unknown', 'no guard was recognised anywhere in this app'),
    ]),
  );
};
