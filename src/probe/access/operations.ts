import type { Operation } from '../contract/operation.ts';
import { wordsOf } from '../values/names.ts';

/** Names of the parameters in a path template, in order. */
export const pathNames = (path: string): string[] =>
  [...path.matchAll(/\{([^{}]{1,80})\}/g)].map(([, name = '']) => name);

const LEAVES =
  /(?:log-?out|log-?off|sign-?out|unsubscribe|confirm|verify|callback|oauth|sso|saml|revoke|delete|destroy|remove|cancel|logout|magic|reset)/i;

/** A read that changes nothing, as far as its name tells. */
export const isSafeRead = ({ method, path }: Operation): boolean => method === 'GET' && !LEAVES.test(path);

export const isStream = ({ method, path, answer }: Operation): boolean =>
  method === 'GET' &&
  (/event-stream/i.test(answer?.contentType ?? '') ||
    (answer?.contentType === undefined && /\/(?:events|stream|sse|live|subscribe|updates)\/?$/i.test(path)));

/** What is answered is a page for people. */
export const isPage = ({ path, sources, answer }: Operation): boolean => {
  if (/html/i.test(answer?.contentType ?? '')) return true;
  if (/(?:^|\/)(?:api|rest|graphql|gql)(?:\/|$)/i.test(path) || /json/i.test(answer?.contentType ?? '')) return false;
  // The source has a handler of pages like any other.
  const told = sources.filter((source) => source !== 'code');
  return (
    (told.length > 0 || sources.length === 0) &&
    told.every((source) => ['page', 'form', 'sitemap', 'guess', 'robots', 'options', 'har'].includes(source))
  );
};

const INSIDE =
  /(?:^|[/_-])(?:debug|dev|test|tests|internal|private|backup|dump|env|logs?|trace|outbox|mails|emails|metrics|actuator|console|old|tmp|phpinfo|status|seed|fixtures?)(?:[/_.-]|$)/i;

/** Written down nowhere, and by its name for those who build the app. Whether it may be read is hidden-route's question. */
export const isHidden = ({ sources, declared, path }: Operation): boolean =>
  declared === undefined &&
  sources.length > 0 &&
  sources.every((source) => source === 'guess' || source === 'robots' || source === 'code') &&
  INSIDE.test(path);

/** Logging in and out, signing up, tokens and links by mail; webhooks. Other probes ask about these. */
export const isAccountDoor = ({ path }: Operation): boolean =>
  /(?:log-?in|log-?out|sign-?in|sign-?up|sign-?out|register|registration|forgot|reset|verify|resend|confirm|refresh|oauth|token|2fa|mfa|otp|callback|password|captcha|csrf|webhooks?|hooks)(?:\/|$|-)/i.test(
    path,
  );

const VERSION = /^(?:api|rest|v\d+|public|json)$/i;

/** Segments of a path that say something: no `api`, no version, no parameter. */
export const namesIn = (path: string): string[] =>
  path.split('/').filter((segment) => segment !== '' && !segment.includes('{') && !VERSION.test(segment));

const singular = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^s])s$/, '$1');

/** What an operation is about: the last named collection before its last parameter, or its last segment. */
export const nounOf = (path: string): string => {
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = segments.findLastIndex((segment) => segment.includes('{'));
  const named = segments.slice(0, last < 0 ? undefined : last).findLast((segment) => !segment.includes('{'));
  return singular(wordsOf(named ?? '').join(' '));
};

/** The last segment, when it comes after a parameter: `ship` of `/orders/{id}/ship`, `messages` of `/orders/{id}/messages`. */
export const tailOf = (path: string): string | undefined => {
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = segments.findLastIndex((segment) => segment.includes('{'));
  return last >= 0 && last < segments.length - 1 ? segments.slice(last + 1).join('/') : undefined;
};

/** A step that leaves nothing: of anything, and for what only opens doors (sessions, keys, invitations) to end or revoke it. */
export const isRemoval = (path: string): boolean => {
  const step = tailOf(path)?.split('/').at(-1) ?? '';
  return (
    /^(?:delete|remove|destroy)$/i.test(step) ||
    (/^(?:end|revoke|terminate|invalidate|forget)$/i.test(step) &&
      /(?:^| )(?:session|device|key|token|grant|invite|invitation)$/.test(nounOf(path)))
  );
};

const ACTION: readonly [RegExp, string][] = [
  [/^(?:edit|update|change|save)$/i, 'update'],
  [/^(?:new|create|add)$/i, 'create'],
];

/** Resource and action, the same for a page's form and the API's operation. */
export const deedOf = ({ method, path }: Operation): string => {
  const tail = tailOf(path);
  const noun = nounOf(path);
  const isItem = /\}\/?$/.test(path);
  if (method !== 'GET' && isRemoval(path)) return `${noun}:delete`;
  if (tail !== undefined) {
    const usual = ACTION.find(([pattern]) => pattern.test(tail))?.[1];
    return usual === undefined ? `${noun}:${method === 'GET' ? 'get' : 'do'} ${singular(tail)}` : `${noun}:${usual}`;
  }
  if (method === 'GET') return `${noun}:${isItem ? 'get' : 'list'}`;
  if (method === 'DELETE') return `${noun}:delete`;
  if (method === 'PUT' || method === 'PATCH') return `${noun}:update`;
  return `${noun}:${isItem ? 'update' : 'create'}`;
};

/** The URL with its path parameters filled. Undefined when one is missing. */
export const addressOf = (
  { origin, path }: Pick<Operation, 'origin' | 'path'>,
  values: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>> = {},
): string | undefined => {
  let missing = false;
  const filled = path.replaceAll(/\{([^{}]{1,80})\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === '') missing = true;
    return encodeURIComponent(value ?? '');
  });
  if (missing || !URL.canParse(filled, origin)) return undefined;
  const url = new URL(filled, origin);
  if (url.origin !== origin) return undefined;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
};

/** An id of the same shape that surely means nothing. */
export const missingLike = (id: string): string => {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(id)) return '00000000-0000-4000-8000-0000000000aa';
  if (/^\d+$/.test(id)) return '2147480000';
  if (/^[0-9a-f]{24}$/i.test(id)) return '0'.repeat(23) + 'a';
  return 'no-such-thing-0000';
};
