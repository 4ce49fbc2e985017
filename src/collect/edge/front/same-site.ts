import type { NetAnswer } from '../../../net/net.ts';

/** What two answers are compared by. */
export interface Fetched {
  status: number;
  title: string;
  bytes: number;
  /** Runs of three words of the source, without what changes from answer to answer. */
  runs: ReadonlySet<string>;
  text: string;
}

const MOST_WORDS = 4_000;
/** Titles that say nothing about whose page it is. */
const NOBODYS =
  /^(?:|home|index|app|welcome(?: to (?:nginx|apache|caddy).*)?|login|sign in|error|not found|\d{3}\b.*|apache2? .*default page.*|iis windows server|test page.*|it works!?)$/i;

export const titleOf = (text: string): string =>
  (/<title[^>]{0,200}>([^<]{0,300})/i.exec(text)?.[1] ?? '').replaceAll(/\s+/g, ' ').trim();

export const fetched = ({ status, body }: NetAnswer): Fetched => {
  const text = Buffer.from(body).toString('utf8');
  // Nonces, tokens, request ids and times differ between two answers of one page.
  const words = (text.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? [])
    .filter((word) => !/^\d+$/.test(word) && !(word.length >= 16 && /\d/.test(word)))
    .slice(0, MOST_WORDS);
  const runs = new Set<string>();
  for (let i = 0; i + 2 < words.length; i++) runs.add(words.slice(i, i + 3).join(' '));
  return { status, title: titleOf(text), bytes: body.length, runs, text };
};

/** Something that can be recognised again. */
export const isTelling = ({ status, runs, title }: Fetched): boolean =>
  status >= 200 && status < 300 && runs.size >= 10 && (runs.size >= 40 || !NOBODYS.test(title));

/** `unclear` lies between: another version of the same page, or another page of the same template. */
export const compare = (one: Fetched, other: Fetched): 'same' | 'other' | 'unclear' => {
  if (one.text === other.text) return 'same';
  let shared = 0;
  for (const run of one.runs) if (other.runs.has(run)) shared++;
  const likeness = shared / Math.max(1, one.runs.size + other.runs.size - shared);
  const named = one.title === other.title && !NOBODYS.test(one.title);
  if (likeness >= (named ? 0.5 : 0.75)) return 'same';
  return likeness < 0.25 && !named ? 'other' : 'unclear';
};

export const inWords = ({ status, title, bytes }: Fetched): string =>
  `${status}, ${title === '' ? 'no title' : `“${title.slice(0, 80)}”`}, ${bytes.toLocaleString('en-US')} bytes`;
