import {
  AMOUNT,
  CODE_LIMIT,
  CONFIRMED,
  FIELDS,
  LIMIT,
  LINK_ONCE,
  LOGIN,
  ONCE,
  OWNER,
  PASSWORD,
  ROLE,
  SELF,
  SIGNATURE,
  SITE,
  STEP,
  type Guard,
} from './guards.ts';

/** Kinds of action that do harm in the wrong hands, by the words that are common for them. The first that fits names it. */
export interface Kind {
  what: string;
  words: RegExp;
  /** Reading counts too. */
  reads?: boolean;
  /** What must keep it: shown also where nobody tried to get past. */
  must: readonly Guard[];
  /** What may keep it as well: shown where it was tried. */
  may: readonly Guard[];
}

const word = (words: string): RegExp => new RegExp(String.raw`(?:^|[\W_])(?:${words})(?:$|[\W_])`, 'i');

/** Roadmap D3b; the narrow ones stand first. */
const KINDS: readonly Kind[] = [
  {
    what: 'takes calls of other services',
    words: word('webhooks?|hooks?|callbacks?|ipn'),
    must: [SIGNATURE, ONCE],
    may: [AMOUNT],
  },
  {
    what: 'gives access back',
    words: word('reset|forgot|recover|recovery|magic-?link|forgot-?password|reset-?password'),
    must: [LINK_ONCE],
    may: [LIMIT],
  },
  { what: 'changes a password', words: word('passwords?|passwd'), must: [LOGIN, PASSWORD], may: [LIMIT, SITE] },
  {
    what: 'checks a code',
    words: word('otp|totp|mfa|2fa|verify|verification|confirm-?email|verify-?email|codes?'),
    must: [CODE_LIMIT],
    may: [LOGIN],
  },
  { what: 'changes an e-mail address', words: word('e-?mails?|change-?email'), must: [LOGIN, CONFIRMED], may: [SITE] },
  {
    what: 'lets in',
    words: word('log-?in|sign-?in|sign-?up|register|registration|oauth|refresh'),
    must: [LIMIT],
    may: [FIELDS, SITE],
  },
  {
    what: 'gives or ends access',
    words: word('auth|tokens?|sessions?|log-?out|sign-?out|api-?keys?|keys'),
    must: [LOGIN],
    may: [OWNER, SITE],
  },
  {
    what: 'changes who may do what',
    words: word('roles?|permissions?|promote|demote|impersonate|members?|invites?|invitations?|grants?'),
    must: [LOGIN, ROLE],
    may: [SELF, SITE, OWNER],
  },
  { what: 'refunds', words: word('refunds?|chargebacks?'), must: [LOGIN], may: [OWNER, ROLE, STEP, SELF, SITE] },
  {
    what: 'pays out',
    words: word('payouts?|payout-?accounts?|withdraw(?:als?)?|transfers?|bank-?accounts?|bank-?details|iban|balances?'),
    reads: true,
    must: [LOGIN],
    may: [OWNER, ROLE, STEP, SELF, AMOUNT, FIELDS, SITE],
  },
  {
    what: 'moves money',
    words: word(
      'payments?|pay|charges?|capture|checkout|invoices?|billing|coupons?|vouchers?|credits?|subscriptions?|prices?',
    ),
    must: [LOGIN],
    may: [AMOUNT, ONCE, OWNER, ROLE, STEP, SELF, SITE],
  },
  {
    what: 'exports data',
    words: word(String.raw`exports?|downloads?|backups?|[\w-]*\.(?:csv|xlsx)`),
    reads: true,
    must: [LOGIN],
    may: [OWNER, ROLE],
  },
  {
    what: 'decides over others',
    words: word(
      'approve|reject|ban|unban|suspend|unsuspend|block|moderate|moderation|takedown|hide|publish|unpublish|release|feature',
    ),
    must: [LOGIN],
    may: [OWNER, ROLE, STEP, SELF, SITE],
  },
  {
    what: 'moves an order on',
    words: word('cancel|ship|fulfil|fulfill|deliver|complete|accept|decline|dispute|return'),
    must: [LOGIN],
    may: [OWNER, ROLE, STEP, SELF, SITE],
  },
  {
    what: 'belongs to the administration',
    words: word('admin|administration|back-?office|internal|manage|management|staff|config'),
    reads: true,
    must: [LOGIN, ROLE],
    may: [SELF, FIELDS, SITE],
  },
  {
    what: 'hands out private data',
    words: word(
      'reports?|kyc|documents?|audit|audit-?log|logs?|me|profile|addresses|messages|customers|users|accounts?',
    ),
    reads: true,
    must: [LOGIN],
    may: [OWNER, ROLE],
  },
  {
    what: 'takes files',
    words: word('uploads?|files?|images?|photos?|avatars?|attachments?'),
    must: [LOGIN],
    may: [OWNER, ROLE],
  },
];

const PROFILE: Kind = {
  what: 'changes a profile',
  words: word('me|profiles?|accounts?|settings|address(?:es)?|account-settings'),
  must: [LOGIN],
  may: [OWNER, FIELDS, SITE],
};

const DELETES: Kind = { what: 'deletes', words: /./, must: [LOGIN], may: [OWNER, ROLE, SITE] };

const isRead = (method: string): boolean => /^(?:GET|HEAD|OPTIONS)$/i.test(method);

/** `/api/changeEmail/{userId}` as `/api/change-Email/`: what stands in braces says whose, not what. */
const plainPath = (path: string): string =>
  path.replaceAll(/\{[^}]*\}|:\w+/g, '').replaceAll(/([a-z])([A-Z])/g, '$1-$2');

/** What an operation does that must not be in the wrong hands; null when it is nothing of the kind. */
export const kindOf = (method: string, path: string): Kind | null => {
  const reads = isRead(method);
  const plain = plainPath(path);
  const fits = (kind: Kind): boolean => (!reads || kind.reads === true) && kind.words.test(plain);
  const kind = KINDS.find(fits);
  const deletes = method.toUpperCase() === 'DELETE';
  // Writing one's own data changes it; handing it out is what reading does.
  if (kind?.what === 'hands out private data' && !reads)
    return deletes ? DELETES : PROFILE.words.test(plain) ? PROFILE : kind;
  if (kind !== undefined) return kind;
  if (!reads && PROFILE.words.test(plain)) return deletes ? DELETES : PROFILE;
  return deletes ? DELETES : null;
};

/** What must keep an operation of a kind: its owner too where it names one object. */
export const mustKeep = ({ must, may }: Kind, path: string): readonly Guard[] =>
  may.includes(OWNER) && /\{[^}]*\}|:\w+/.test(path) && !may.includes(ROLE) ? [...must, OWNER] : must;
