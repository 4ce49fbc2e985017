import type { Operation } from '../contract/operation.ts';
import type { GoodAnswer } from '../contract/send.ts';

/** Asking for these ends a session, never ends, or is a file of its own. */
const NEVER =
  /(?:log-?out|log-?off|sign-?out|stream|events?$|sse$|subscribe|export|download|\.(?:js|css|map|png|jpe?g|gif|webp|svg|ico|woff2?|pdf|zip|csv)$)/i;

/** Reads that need nothing to be known: no id in the path, no required parameter. */
export const plainGets = (operations: readonly Operation[]): Operation[] =>
  operations.filter(
    ({ method, path, parameters, answer }) =>
      method === 'GET' &&
      !path.includes('{') &&
      !NEVER.test(path) &&
      answer?.contentType?.includes('event-stream') !== true &&
      parameters.every(({ required, in: place }) => !required || place === 'path'),
  );

/** Absolute address of an operation, with a query. */
export const urlOf = (
  { origin, path }: Pick<Operation, 'origin' | 'path'>,
  query: Readonly<Record<string, string>> = {},
): string => {
  const url = new URL(path, origin);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
};

export const kindOf = ({ headers }: Pick<GoodAnswer, 'headers'>): string =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';

export const isPage = (answer: Pick<GoodAnswer, 'headers'>): boolean => kindOf(answer).includes('html');

/** The objects of a list's answer: the answer itself, or the longest list of objects in it. */
export const rowsOf = (json: unknown, depth = 0): readonly unknown[] => {
  if (Array.isArray(json)) return json.every((row) => typeof row === 'object' && row !== null) ? json : [];
  if (typeof json !== 'object' || json === null || depth > 2) return [];
  return Object.values(json)
    .slice(0, 50)
    .map((value) => rowsOf(value, depth + 1))
    .reduce((most, rows) => (rows.length > most.length ? rows : most), []);
};
