import { isGood } from '../actors/door.ts';
import { oneOfEachRole } from '../answers/actor-reads.ts';
import { plainGets, urlOf } from '../answers/routes.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Request } from '../contract/send.ts';

export interface Upset {
  /** Ends "sent with …". */
  name: string;
  operation: Operation;
  request: Request;
  as: Actor | null;
  /** A body goes out only where the run may write: to some apps nothing is too wrong. */
  mode: 'read' | 'write';
}

const READ = 'read' as const;
const MOST_BODIES = 4;
const MOST_IDS = 5;
const MOST_READS = 3;
/** What is done by these is not undone by a wrong body, or is let through a few times in an hour only. */
const LEAVE = /log-?out|webhook|delete|payout|refund|pay\b|sms|reset|forgot|verif|resend|confirm|otp/i;

const BODIES: readonly (readonly [name: string, raw: string, contentType: string])[] = [
  ['broken JSON', '{"a": [1, ', 'application/json'],
  ['a list where an object is due', '[[{"$ne":null}]]', 'application/json'],
  [
    'wrong types',
    '{"email":{"$gt":""},"password":[1],"id":{"a":1},"name":{},"title":12,"query":7,"variables":"x"}',
    'application/json',
  ],
  ['bytes that are no UTF-8', '\uD800{"a":"\u0000"}', 'application/json; charset=utf-99'],
];
const IDS: readonly (readonly [name: string, value: string])[] = [
  ['a quote as id', "'"],
  ['a number out of range as id', '99999999999999999999'],
  ['a word as id', 'not-an-id'],
  ['half an escape as id', '%E0%A4%A'],
  ['a NUL as id', '%00'],
];
const QUERIES: readonly (readonly [name: string, query: string])[] = [
  ['a list in the query', 'limit[]=x&offset[a]=1&q[$ne]=1&page=-1&sort[]=x'],
  ['wrong types in the query', "limit=x&offset=-1&page=1e99&sort='&q=%00&order=constructor"],
];
const TOKENS: readonly (readonly [name: string, header: Readonly<Record<string, string>>])[] = [
  ['a broken token', { authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.x.x' }],
  ['a strange scheme', { authorization: 'Basic %%%' }],
  ['a broken cookie', { cookie: 'session=%E0%A4%A; sid=s:x.y; token=null' }],
];

const jsonWrites = (operations: readonly Operation[]): Operation[] =>
  operations
    .filter(
      ({ method, path, body }) =>
        ['POST', 'PUT', 'PATCH'].includes(method) &&
        !path.includes('{') &&
        !LEAVE.test(path) &&
        body?.contentType.includes('json') === true,
    )
    .toSorted((a, b) => Number(a.declared === 'protected') - Number(b.declared === 'protected'));

/** Requests that are wrong in every usual way, few of each. */
export const upsetsFor = (context: Pick<ProbeContext, 'operations' | 'actors'>): Upset[] => {
  const { operations } = context;
  const actor = oneOfEachRole(context)[0] ?? null;
  const bodies = jsonWrites(operations)
    .slice(0, MOST_BODIES)
    .flatMap((operation) =>
      BODIES.map(([name, raw, contentType]) => ({
        name,
        operation,
        mode: 'write' as const,
        as: operation.declared === 'public' ? null : actor,
        request: { method: operation.method, url: urlOf(operation), body: { raw, contentType } },
      })),
    );
  const withId = operations.filter(({ method, path }) => method === 'GET' && path.includes('{'));
  const ids = [...withId.filter(({ declared }) => declared === 'public'), ...withId]
    .filter((operation, at, all) => all.indexOf(operation) === at)
    .slice(0, MOST_IDS)
    .flatMap((operation) =>
      IDS.map(([name, value]) => ({
        name,
        operation,
        mode: READ,
        as: operation.declared === 'public' ? null : actor,
        request: {
          method: 'GET' as const,
          url:
            operation.origin +
            operation.path.replaceAll(/\{[^}]*\}/g, () => (value.startsWith('%') ? value : encodeURIComponent(value))),
        },
      })),
    );
  const lists = plainGets(operations);
  const queries = [...lists.filter(({ parameters }) => parameters.length > 0), ...lists]
    .filter((operation, at, all) => all.indexOf(operation) === at)
    .slice(0, MOST_READS)
    .flatMap((operation) =>
      QUERIES.map(([name, query]) => ({
        name,
        operation,
        mode: READ,
        as: operation.declared === 'public' ? null : actor,
        request: { method: 'GET' as const, url: `${urlOf(operation)}?${query}` },
      })),
    );
  const guarded = lists.find(({ declared }) => declared === 'protected') ?? lists[0];
  const tokens =
    guarded === undefined
      ? []
      : TOKENS.map(([name, headers]) => ({
          name,
          operation: guarded,
          mode: READ,
          as: null,
          request: { method: 'GET' as const, url: urlOf(guarded), headers },
        }));
  return [...bodies, ...ids, ...queries, ...tokens].filter(({ request }) => URL.canParse(request.url));
};

/** Only answers to what is wrong are judged: an error by its status, or GraphQL's errors. */
export const isError = (status: number, json: unknown): boolean =>
  !isGood(status) ||
  (typeof json === 'object' && json !== null && Array.isArray((json as { errors?: unknown }).errors));
