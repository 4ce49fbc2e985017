import type { Fn, Module } from '../ir.ts';
import type { Frame } from './frame.ts';
import type { SchemaMembers } from './schemas.ts';

/** Where a value comes from, and what it tells, as bits: one value may come from several places. */
export const KIND = {
  /** The request, the context of a framework, the event. */
  REQUEST: 1,
  /** Chosen by the caller: path, query, body, form. */
  INPUT: 2,
  /** A header or cookie as it came. */
  HEADER: 4,
  /** Who asks, as the app itself found out: a session, verified claims, the user's row. */
  PRINCIPAL: 8,
  /** Read from where data is stored. */
  ROW: 16,
  /** A secret of the app: of its environment. */
  SECRET: 32,
  /** A row that was looked up by who asks, and so is theirs. */
  OWN: 64,
  /** A signature was checked. */
  VERIFIED: 128,
  /** A schema has let it through. */
  CHECKED: 256,
  /** What who asks may do: a role, a permission. */
  ROLE: 512,
  /** Who asks was compared with whose something is. */
  OWNER: 1024,
  /** What the caller sent was compared with a secret. */
  SHARED: 2048,
  /** A limiter was asked. */
  RATE: 4096,
  /** The whole body of a request, with whatever stands in it. */
  BODY: 8192,
  /** Read out of a token whose signature nobody has looked at. */
  UNVERIFIED: 16_384,
  /** What the app itself has put on the request on the way here. */
  CONTEXT: 1_048_576,
  /** A row that the caller picked by its id, and nothing else. */
  PICKED: 32_768,
  /** A row that the caller found by a secret: who has the secret may. */
  KEYED: 65_536,
  /** A row of whoever asks that was looked up by what the caller chose as well: that it was found says that it is theirs. */
  TIED: 131_072,
  /** Stored data that the caller has no part in choosing: a setting, how many users there are. */
  STATE: 262_144,
  /** What a function said that could not be followed, and was given who asks together with what they ask for. */
  TOLD: 524_288,
  /** An address whose host the code sets, whatever the caller put behind it. */
  HOSTED: 2_097_152,
  /** Looked up by what the caller sent, or made of it by what could not be followed. */
  LOOKED: 4_194_304,
  /** What the caller sent, parsed and written as text again: not byte for byte what came. */
  REWRITTEN: 8_388_608,
} as const;

export type Kinds = number;

export const has = (kinds: Kinds, kind: number): boolean => (kinds & kind) !== 0;

/** A function with what it sees around it. */
export interface Closure {
  m: Module;
  fn: Fn;
  frame: Frame | undefined;
}

/** A value, with its members where they are known apart. */
export interface Val {
  kinds: Kinds;
  props?: Readonly<Record<string, Val>>;
  call?: Closure;
  /** What it is of a package, as `pathOf` has it: `standardwebhooks:Webhook()`. */
  path?: string;
  /** Of a list that is written out. */
  items?: readonly Val[];
  /** Of an object schema. */
  schema?: SchemaMembers;
}

/** `process.env.STRIPE_KEY` is a secret; where the app stands is none. */
export const ofEnvironment = (path: string): Val | undefined => {
  if (path === 'Deno.env.get()') return val(KIND.SECRET);
  const name = /^(?:process\.env|import\.meta\.env)\.(.*)$/s.exec(path)?.[1];
  if (name === undefined) return undefined;
  return /(?:^|_)(?:URL|URI|HOST|HOSTNAME|ORIGIN|DOMAIN|PORT|ENV|REGION)$|(?:^|_)PUBLIC_/.test(name)
    ? NOTHING
    : val(KIND.SECRET);
};

export const NOTHING: Val = { kinds: 0 };
export const val = (kinds: Kinds): Val => (kinds === 0 ? NOTHING : { kinds });

/** Members that hold who asks, wherever frameworks and people put them. */
const PRINCIPAL =
  /^(?:user|userId|currentUser|current_user|authUser|auth|session|sessionUser|principal|viewer|me|account|identity|claims|token|jwt|jwtPayload|locals|user_id|uid|sub|admin|member|customer|seller|actor)$/;
const INPUTS =
  /^(?:params|param|pathParameters|queryStringParameters|query|queries|body|rawBody|files?|json|formData|form|searchParams|input|args|getArgs|getArgByIndex|nextUrl|url|payload|text|arrayBuffer|parseBody|valid|data|rawInput)$/;
const HEADERS = /^(?:headers?|cookies?|get|signedCookies|header|authorization)$/;
const CONTEXTS = /^(?:request|req|raw|ctx|context|event|state|var|store|c|env)$/;
const ROLES =
  /^(?:roles?|isAdmin|is_admin|admin|permissions?|scopes?|isStaff|isModerator|isSuperuser|isOwner|can|abilities|groups?|userType|accountType|app_metadata|publicMetadata)$/;

/** Members of a request in which the code that comes later finds who asks. */
export const isWhoAsks = (name: string): boolean => PRINCIPAL.test(name) && name !== 'locals';

/** Claims that say nothing of who asks and what they may do: times, the issuer, the token itself. */
const ABOUT_THE_TOKEN = /^(?:exp|iat|nbf|jti|iss|aud|alg|kid|typ|header|signature)$/;

/** Members that hold how a check came out. */
const VERDICT =
  /^(?:is_?)?(?:valid|verified|success|succeeded|ok|allowed|authentic|result|error|errors|issues|verification_?status)$/i;

/** What a member of a value is. */
export const memberOf = (of: Val, name: string): Val => {
  const own = of.props !== undefined && Object.hasOwn(of.props, name) ? of.props[name] : undefined;
  if (own !== undefined) return own;
  if (has(of.kinds, KIND.REQUEST)) {
    if (PRINCIPAL.test(name)) return val(KIND.PRINCIPAL);
    if (name === 'body' || name === 'rawBody') return val(KIND.INPUT | KIND.BODY);
    if (INPUTS.test(name)) return val(KIND.INPUT);
    if (HEADERS.test(name)) return val(KIND.HEADER);
    if (CONTEXTS.test(name)) return val(KIND.REQUEST);
    return val((of.kinds & ~KIND.REQUEST) | KIND.CONTEXT);
  }
  // One member of a body is not the body, and what a signed event says is not whether it was signed.
  const lost = KIND.BODY | (VERDICT.test(name) ? 0 : KIND.VERIFIED);
  const kinds = ABOUT_THE_TOKEN.test(name) ? of.kinds & ~KIND.UNVERIFIED : of.kinds;
  return val(
    (kinds & ~lost) | (has(of.kinds, KIND.PRINCIPAL | KIND.CONTEXT | KIND.OWN) && ROLES.test(name) ? KIND.ROLE : 0),
  );
};

/** What an object carries in its members counts too. */
export const flat = (value: Val, depth = 0): Kinds => {
  if (value.props === undefined || depth > 4) return value.kinds;
  return Object.values(value.props).reduce((all, one) => all | (flat(one, depth + 1) & ~KIND.REQUEST), value.kinds);
};
