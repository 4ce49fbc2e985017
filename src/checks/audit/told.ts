import type { CodePattern } from '../../model/evidence/code.ts';
import type { Proof } from '../../model/finding.ts';
import { printable } from '../secrets/leak/text.ts';

/** What opens something for whoever reads it; the rest of what a log can tell is about people. */
const SECRETS = new Set(['password', 'token', 'key', 'headers', 'cookies', 'card', 'bank account']);

export const isSecret = (tells: string): boolean => SECRETS.has(tells);

const WORDS: Readonly<Record<string, string>> = {
  password: 'passwords',
  token: 'tokens that let their holder in',
  key: 'keys',
  headers: 'all headers of requests, with the session in them',
  cookies: 'cookies, with the session in them',
  card: 'card data',
  'bank account': 'bank accounts',
  body: 'whole bodies of requests',
  user: 'whole users',
  email: 'e-mail addresses',
  phone: 'phone numbers',
  address: 'postal addresses',
  'date of birth': 'dates of birth',
  'national id': 'numbers of identity documents',
};

/** `e-mail addresses and phone numbers`, the gravest first. */
export const inWords = (tells: readonly string[]): string => {
  const order = Object.keys(WORDS);
  const words = [...new Set(tells)]
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((one) => WORDS[one] ?? one);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
};

const MOST_NAMED = 12;

/** Several places of one defect: the first with its lines, the others by `path:line`. */
export const proofOf = (text: string, [first, ...rest]: readonly CodePattern[]): Proof => ({
  kind: 'code',
  text,
  ...(first?.frame === undefined ? {} : { frame: first.frame }),
  ...(rest.length === 0 ? {} : { more: rest.slice(0, MOST_NAMED).map(({ at }) => `${printable(at.path)}:${at.line}`) }),
});

/** `in 1 place`, `in 7 places`. */
export const inPlaces = (places: readonly unknown[]): string =>
  `in ${places.length} ${places.length === 1 ? 'place' : 'places'}`;

/** `PostHog and Segment`, by what stands in brackets behind the calls. */
export const servicesOf = (places: readonly CodePattern[], otherwise: string): string => {
  const names = [...new Set(places.flatMap(({ what }) => /\(([^()]+)\)$/.exec(what)?.[1] ?? []))].map(printable);
  return names.length === 0 ? otherwise : names.join(' and ');
};
