import type { CodeFrame } from '../finding.ts';

/** What the code audit read out of the repository: facts with their places, and what stayed open. */

export interface CodePlace {
  /** Relative to the repository. */
  path: string;
  /** From 1. */
  line: number;
}

export type Framework =
  | 'express'
  | 'fastify'
  | 'hono'
  | 'koa'
  | 'nestjs'
  | 'next'
  | 'node-http'
  | 'nuxt'
  | 'react-router'
  | 'supabase-functions'
  | 'sveltekit'
  | 'trpc'
  | 'graphql'
  | 'astro';

/** How an endpoint is reached. An action and a procedure are public POSTs by another name. */
export type EndpointKind = 'http' | 'page' | 'action' | 'procedure' | 'function' | 'websocket' | 'resolver' | 'cron';

export type InputFrom = 'path' | 'query' | 'body' | 'header' | 'cookie' | 'form' | 'argument';

/** Something that the caller chooses. */
export interface CodeInput {
  from: InputFrom;
  /** Undefined for the whole: `req.body` passed on as it is. */
  name?: string;
  line: number;
  /** Checked against a schema before it is used. */
  validated?: boolean;
}

export type GuardKind =
  | 'session'
  | 'role'
  | 'tenant'
  | 'owner'
  | 'signature'
  | 'shared-secret'
  | 'capability'
  | 'rate-limit'
  | 'csrf'
  | 'validator';

/** What keeps callers out, recognised by its effect: on failure it throws, answers or redirects before the work is done. */
export interface CodeGuard {
  kind: GuardKind;
  /** How it is attached. */
  by: 'middleware' | 'wrapper' | 'call' | 'inline' | 'decorator' | 'matcher' | 'platform' | 'base';
  /** As the code calls it: `requireUser`. */
  name: string;
  failure: 'throws' | 'answers' | 'redirects' | 'none';
  at: CodePlace;
  /** Seen in its body, or in a known package. Otherwise only its name says so. */
  certain: boolean;
}

/** What each call costs the owner, or gives who guesses: a try of a password, a model’s answer, a mail, a text message. */
export type CodeCost = 'password' | 'ai' | 'mail' | 'sms';

/** A check of a signature or a secret that is made, and that some get past. */
export interface CodeLapse {
  kind: GuardKind;
  /** Left out when the secret is not in the environment, or when the caller sends none; or made, and its failure changes nothing; or made over the body as it was parsed and written again. */
  when: 'secret unset' | 'not sent' | 'failure ignored' | 'parsed body';
  at: CodePlace;
}

export type AccessDeed = 'find' | 'list' | 'create' | 'update' | 'delete' | 'call' | 'raw';

/** A touch of stored data. */
export interface CodeAccess {
  /** Library: `prisma`, `drizzle`, `kysely`, `knex`, `mongoose`, `sequelize`, `typeorm`, `supabase`, `sql`, `mongodb`, `firestore`. */
  by: string;
  /** Table, model or collection as the code names it. */
  model: string;
  deed: AccessDeed;
  at: CodePlace;
  /** Columns that the conditions name. */
  columns: readonly string[];
  /** What the caller chooses picks the row, when it does. */
  key?: AccessKey;
  /** What the caller sends is written, when it is. */
  written?: AccessWritten;
  /**
   * How the row is bound to who asks, when it is. `comparison`: who asks was compared with whose something is, somewhere on the way.
   * `context`: by what the app has put on the request, which may be who asks. `capability`: it was found by a secret, and who has that may.
   */
  bound?: {
    how: 'where' | 'context' | 'guard' | 'comparison' | 'relation' | 'rls' | 'capability' | 'admin';
    at: CodePlace;
  };
  /** The lines around it, where a defect is told of it. */
  frame?: CodeFrame;
}

export interface AccessKey {
  /** Columns that hold what the caller chose; empty where they are not known. */
  columns: readonly string[];
  /** `row`: by way of another row that the caller picked. `header`: by a header or cookie alone. */
  by: 'input' | 'row' | 'header';
}

export interface AccessWritten {
  /** Columns whose value the caller sends. */
  columns: readonly string[];
  /** Those of them that come of what was sent only by way of something else: a row that was found by it, what a package made of it. */
  derived?: readonly string[];
  /** All that the caller sent goes in as it is: `data: req.body`. */
  whole?: 'checked' | 'unchecked';
  /** Columns whose value is who asks, or comes of it. */
  own: readonly string[];
}

/** What the caller chose reaches something that it should not decide. */
export interface CodeFlow {
  /**
   * `fetch`: the address of a request that the server sends. `sql`: the text of a statement. `log`: the whole body of the request. `claims`: a token
   * that is decoded without a look at its signature. `code`: what is run. `path`: the name of a file of the server. `price`: an amount that is asked
   * for, or an order's total.
   */
  to: 'fetch' | 'sql' | 'log' | 'claims' | 'code' | 'path' | 'price';
  /** As the code calls it: `fetch`, `sql.raw`. */
  what: string;
  at: CodePlace;
  /** What it decides: `find user`. */
  decides?: { what: string; at: CodePlace };
  /** The lines around it. */
  frame?: CodeFrame;
}

/** One thing that can be asked of the app. */
export interface Endpoint {
  /** `POST /api/orders/{orderId}/refund`, unique in the repository: the app's folder stands in front where there are several. */
  id: string;
  framework: Framework;
  kind: EndpointKind;
  /** Folder of the package; empty for the root. */
  app: string;
  /** Upper case; `*` for any. `CALL` for procedures and resolvers. */
  method: string;
  /** With parameters in braces. For actions their file and name. */
  path: string;
  at: CodePlace;
  /** Name of the handler. */
  handler?: string;
  inputs: readonly CodeInput[];
  guards: readonly CodeGuard[];
  accesses: readonly CodeAccess[];
  flows: readonly CodeFlow[];
  /** Who asks decides something in it, whether or not anything was seen to turn callers away for it. */
  asks?: true;
  /** Where it goes on only in some state of the app's data that callers have no part in: a setup that was not done yet. */
  state?: CodePlace;
  /** What it does for each call and nothing in the code counts; nothing when left out. */
  unlimited?: readonly CodeCost[];
  /** Checks that some get past; none when left out. */
  lapses?: readonly CodeLapse[];
  /** Where it is there, or goes on, in some environments only. */
  environment?: CodePlace;
  confidence: 'certain' | 'likely';
  /** What could not be followed, in words: `the middleware “protect” is built at run time`. */
  unresolved: readonly string[];
}

/** What is wrong wherever it is called from. */
export const PATTERN_KINDS = [
  /** A secret that the build writes into what browsers load. */
  'client-build',
  /** Origins of strangers that may read answers with the cookies of their visitor. */
  'cors',
  /** What goes to a service that measures what visitors do. */
  'analytics',
  /** What the caller is told of an error that the app did not foresee. */
  'error-answer',
  /** What goes to a service that collects errors. */
  'error-tracker',
  /** A GraphQL server that describes its schema in production. */
  'graphql-introspection',
  /** An address of the developer's own machine that no variable changes. */
  'local-address',
  /** What goes to the log of the server. */
  'log',
  /** Data that becomes part of a page as it is. */
  'markup',
  /** NODE_ENV set in the code. */
  'node-env',
  /** A redirect to where the caller says. */
  'open-redirect',
  /** A value of a body becomes a condition as it is, and may be an operator of the database. */
  'query-operator',
  /** A password through a hash made to be fast. */
  'password-hash',
  /** A cookie that says who somebody is, set without what protects it. */
  'session-cookie',
  /** What sessions or tokens are signed with, written into the code. */
  'signing-secret',
  /** A whole row in an answer, with a password’s hash, a token or a key in it. */
  'secret-column',
  /** What the browser sends to update its session becomes part of the token. */
  'session-update',
  /** A hosted database whose address no variable changes. */
  'store-address',
  /** A file of the caller's that is kept without a look at its name, size or type. */
  'upload',
  /** A folder of the project itself that is handed out. */
  'project-served',
  /** A session that was read from a cookie and not verified. */
  'supabase-session',
  /** A verification of tokens with the check that matters switched off. */
  'token-check',
  /** What should reach somebody by mail alone, in the answer to whoever asked. */
  'reset-token',
  /** A protection against forged requests that is switched off. */
  'csrf-off',
] as const;

export type PatternKind = (typeof PATTERN_KINDS)[number];

/** Something in the code that is wrong wherever it is called from. */
export interface CodePattern {
  kind: PatternKind;
  /** As the code has it: `md5`, `console.log`. */
  what: string;
  /** What of people and secrets stands in it, in words: `email`, `token`; what becomes markup: `listing.description`. */
  tells?: readonly string[];
  /** An origin or an address of a stranger that passes; undefined where all do. */
  stranger?: string;
  at: CodePlace;
  frame?: CodeFrame;
}

/** How far the code was understood; a verdict must know. */
export interface CodeCoverage {
  files: number;
  lines: number;
  /** Read in part or not at all. */
  partial: readonly { path: string; reason: string }[];
  /** Frameworks found, with how many endpoints each. */
  frameworks: Readonly<Record<string, number>>;
  /** Libraries that store data, as found. */
  stores: readonly string[];
  /** Where a server in front of the app limits requests; nothing when no file says so. */
  limited?: CodePlace;
  /** Folders of the packages that import a limiter; none when left out. */
  limiters?: readonly string[];
  /** Some guard was recognised somewhere; without any, nothing can be said of what is missing. */
  authModel: 'recognised' | 'not recognised' | 'not needed';
  unresolved: readonly { what: string; at: CodePlace }[];
}
