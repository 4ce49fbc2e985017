export interface LearntId {
  /** `account`, or what it is an id of: `shop`, `tenant` …; its first letter, where no more was said. */
  kind: string;
  value: string;
}

const ACCOUNT = /^(?:user|account|member|profile|customer|me|self|principal|viewer|current_?user)$/i;
const TENANT =
  /^(?:shop|store|tenant|org|organi[sz]ation|company|workspace|team|merchant|seller|vendor|supplier|account|customer|member|profile|basket|cart|wallet)$/i;
/** `bid` for a basket; not the ids of sessions, traces, requests, processes and users. */
const LETTER = /^([a-oqv-z])id$/i;
const OWN_ID = /^(?:_?id|uuid|uid|guid)$/i;
const USER_ID = /^(?:sub|(?:user|account|member|customer|actor)[_-]?(?:id|uuid)|uid)$/i;
const WRAPPER = /^(?:data|result|response|payload|attributes|details)$/i;
const SESSION = /^(?:session|auth|authentication)$/i;
/** What a `sub` holds in tokens that name the user elsewhere. */
const NO_ID = /^(?:access|refresh|auth\w*|token|session|log-?in|user|api|bearer|id|me|true|false|null)$/i;
const MOST = 20;

/** The ids by which an app knows whom it speaks to, from what it tells them of themselves. `mine`: the object itself is the account. */
export const findIds = (json: unknown, mine: boolean): LearntId[] => {
  const found = new Map<string, LearntId>();
  const add = (kind: string, value: unknown): void => {
    const id = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    if (typeof id !== 'string' || !/^[\w.:@|-]{1,128}$/.test(id) || NO_ID.test(id) || found.size >= MOST) return;
    found.set(`${kind}:${id}`, { kind, value: id });
  };
  const look = (value: unknown, known: string | null, depth: number): void => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 3) return;
    const kind = known ?? (looksLikeAccount(value) ? 'account' : null);
    for (const [name, member] of Object.entries(value).slice(0, 100)) {
      const owner = /^(.+?)[_-]?(?:id|uuid|slug)$/i.exec(name)?.[1] ?? '';
      if (USER_ID.test(name)) add('account', member);
      else if (OWN_ID.test(name) && kind !== null) add(kind, member);
      else if (/^slug$/i.test(name) && kind !== null && kind !== 'account') add(kind, member);
      else if (TENANT.test(owner)) add(owner.toLowerCase(), member);
      else if (LETTER.test(name)) add(name[0]!.toLowerCase(), member);
      else if (ACCOUNT.test(name)) look(member, 'account', depth + 1);
      else if (TENANT.test(name)) look(member, name.toLowerCase(), depth + 1);
      else if (WRAPPER.test(name)) look(member, kind, depth + 1);
      else if (SESSION.test(name)) look(member, null, depth + 1);
    }
  };
  look(json, mine ? 'account' : null, 0);
  return [...found.values()];
};

/** An object with an id beside an address is a person, not a session. */
const looksLikeAccount = (value: object): boolean =>
  Object.keys(value).some((name) => /^(?:e-?mail|user_?name)$/i.test(name));
