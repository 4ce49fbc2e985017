/**
 * What was tried on the running app, as templates from which tests can be written that try it again. Never a credential: whoever
 * takes part is named by role, and texts that were made up are places to fill.
 */
export interface BoundaryTrials {
  /** The app's origins; the first is the main one. */
  origins: readonly string[];
  people: readonly TrialPerson[];
  logins: readonly TrialLogin[];
  /** What can be made, in an order in which what is needed stands first. */
  things: readonly TrialThing[];
  /** Operations that some roles are refused. */
  guards: readonly TrialGuard[];
  /** What strangers tried on things of others. */
  attempts: readonly TrialAttempt[];
  /** Lists that must not show things of others. */
  lists: readonly TrialList[];
  /** Members that only the app may set. */
  members: readonly TrialMembers[];
  webhooks: readonly TrialWebhook[];
  limits: readonly TrialLimit[];
}

/** `customer-a`: the first of the role; the second is `customer-b`. */
export interface TrialPerson {
  name: string;
  role: string;
  /** Index in `origins` of where it works. */
  origin: number;
}

export interface TrialLogin {
  role: string;
  kind: 'json' | 'form' | 'page' | 'authjs';
  path: string;
  origin: number;
  loginField: string;
  passwordField: string;
  /** What goes with it, e.g. `grant_type`. */
  extra: Readonly<Record<string, string | number | boolean>>;
  /** How the token travels, and the members that lead to it in the answer; absent where cookies do. */
  token?: { at: readonly string[]; header: string; prefix: string };
  cookies: boolean;
  /** Where a token against forged requests is given, where changes need one. */
  csrfAt?: string;
  /** A code is asked for after the password: a test cannot give it. */
  code: boolean;
}

/** A value with places to fill. */
export type TrialValue =
  | { is: 'literal'; value: string | number | boolean | null }
  | { is: 'text'; parts: readonly TrialPart[] }
  /** A value of its own type, as an answer had it. */
  | { is: 'part'; part: TrialPart }
  | { is: 'list'; items: readonly TrialValue[] }
  | { is: 'object'; members: readonly (readonly [name: string, value: TrialValue])[] };

export type TrialPart =
  | { kind: 'text'; text: string }
  /** A word that stands nowhere else, in a private member. */
  | { kind: 'canary' }
  /** A value that must not have been used before. */
  | { kind: 'unique'; form: 'word' | 'uuid' }
  /** So many days from now. */
  | { kind: 'days'; days: number; form: 'date' | 'time' | 'seconds' }
  | { kind: 'password' }
  /** The id of a thing, or another key of it. */
  | { kind: 'thing'; thing: string; key: string }
  /** Out of what somebody reads. */
  | { kind: 'read'; read: TrialRead };

/** A value in an answer. */
export interface TrialRead {
  /** Name of a person; null for nobody. */
  as: string | null;
  request: TrialRequest;
  at: readonly (string | number)[];
}

export interface TrialRequest {
  method: string;
  origin: number;
  /** Parts of the path and query, to be joined. */
  path: readonly TrialPart[];
  body?: { type: 'json' | 'form' | 'file'; value: TrialValue; field?: string };
  headers?: Readonly<Record<string, TrialPart>>;
}

export interface TrialThing {
  /** `order`, and `order2` where there are several. */
  name: string;
  type: string;
  /** Name of the person whose it is. */
  owner: string;
  /** In order, as the owner; the one at `made` makes it. */
  steps: readonly TrialRequest[];
  made: number;
  /** Where its keys stand: in the answer of a step, in the address that the step which made it gave, or somewhere else. */
  keys: Readonly<Record<string, TrialKey>>;
  /** It has a word in it that only its owner may read. */
  canary: boolean;
  /** How its owner reads it; undefined where there is no such address. */
  read?: TrialRequest;
}

export type TrialKey =
  /** `until`: only what stands in front of it, as a payment's id in its client secret. */
  | { from: 'answer'; step: number; at: readonly (string | number)[]; until?: string }
  | { from: 'location' }
  | { from: 'part'; part: TrialPart };

export interface TrialGuard {
  operation: string;
  request: TrialRequest;
  /** Names of persons, and `nobody`. */
  refused: readonly string[];
  allowed: readonly string[];
  /** A finding of the review says that one of them gets in today. */
  broken: boolean;
}

export interface TrialAttempt {
  operation: string;
  thing: string;
  request: TrialRequest;
  /** Who is refused: names of persons, and `nobody`. */
  refused: readonly string[];
  broken: boolean;
}

export interface TrialList {
  operation: string;
  thing: string;
  request: TrialRequest;
  /** In whose answers it must not stand. */
  hidden: readonly string[];
  broken: boolean;
}

export interface TrialMembers {
  operation: string;
  /** Of which thing; absent where it is about oneself. */
  thing?: string;
  as: string;
  request: TrialRequest;
  read: TrialRequest;
  /** Where the object stands in the answer to `read`. */
  at: readonly (string | number)[];
  /** Tried one by one, each with what goes with it in `request`. */
  members: readonly (readonly [name: string, value: TrialValue])[];
  broken: boolean;
}

export interface TrialWebhook {
  path: string;
  origin: number;
  scheme: 'stripe' | 'github' | 'standard' | 'shopify' | 'slack' | 'hmac';
  /** Header of the signature for plain HMAC. */
  header?: string;
  /** Name of the variable that held its secret. */
  secretEnv?: string;
  event: TrialValue;
  /** Headers beside the signature. */
  headers: Readonly<Record<string, TrialPart>>;
  /** The thing that the event speaks of, whose state must stay. */
  thing?: string;
  refuses: readonly ('unsigned' | 'forged' | 'stale')[];
  /** Statuses that mean that it was refused. */
  statuses: readonly number[];
  /** A rightly signed one was taken. */
  takes: boolean;
  /** The same event counts once. */
  once: boolean;
  broken: boolean;
}

export interface TrialLimit {
  role: string;
  /** Wrong passwords after which the app says that it is enough. */
  attempts: number;
  broken: boolean;
}
