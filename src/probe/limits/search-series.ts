import { once } from '../accounts/memo.ts';
import { isGood } from '../actors/door.ts';
import { oneOfEachRole } from '../answers/actor-reads.ts';
import { isPage, plainGets, urlOf } from '../answers/routes.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, GoodAnswer } from '../contract/send.ts';
import { judgeSeries, sendSeries } from './judge-series.ts';
import { passBy } from './pass-by.ts';
import { withPath, type Series } from './series.ts';

/** More in a few seconds than a fair limit gives in a minute. */
export const SEARCHES = 120;
const MOST_TRIED = 6;
const QUERY = /^(?:q|query|search|s|term|terms|keywords?|text|search_?(?:term|text|query))$/i;

export interface SearchSeries extends Series {
  as: Actor | null;
  seconds: number;
}

/** Reads by free text, public ones and likely names first. */
export const searches = (operations: readonly Operation[]): { operation: Operation; parameter: string }[] =>
  plainGets(operations)
    .flatMap((operation) => {
      const declared = operation.parameters.find(({ in: place, name }) => place === 'query' && QUERY.test(name))?.name;
      const parameter = declared ?? (/\/search\/?$/i.test(operation.path) ? 'q' : undefined);
      return parameter === undefined ? [] : [{ operation, parameter }];
    })
    .toSorted((a, b) => weight(a.operation) - weight(b.operation));

const weight = ({ path, declared }: Operation): number =>
  (declared === 'protected' ? 4 : 0) +
  (/admin/i.test(path) ? 8 : 0) +
  (/search|listing|product|item|catalog/i.test(path) ? 0 : 2);

/** One search of the API and one page, asked quickly until one is refused. */
export const searchSeries = (context: ProbeContext): Promise<readonly SearchSeries[]> =>
  once(context, 'search series', async () => {
    const made: SearchSeries[] = [];
    const kinds = new Set<string>();
    for (const { operation, parameter } of searches(context.operations).slice(0, MOST_TRIED)) {
      const found = await whoMay(context, operation, parameter);
      if (found === null) continue;
      const kind = isPage(found.answer) ? 'page' : 'data';
      if (kinds.has(kind)) continue;
      kinds.add(kind);
      made.push(await ask(context, operation, parameter, found.as));
    }
    return made;
  });

const whoMay = async (
  context: ProbeContext,
  operation: Operation,
  parameter: string,
): Promise<{ as: Actor | null; answer: GoodAnswer } | null> => {
  for (const as of [null, ...oneOfEachRole(context).slice(0, 1)]) {
    const answer = await context.send(
      { method: 'GET', url: urlOf(operation, { [parameter]: 'a' }) },
      { as, mode: 'burst' },
    );
    // Refused for too many is an answer as well: something before us has used it up.
    if (answer.ok && (isGood(answer.status) || answer.status === 429)) return { as, answer };
  }
  return null;
};

const WORDS = ['wood', 'blue', 'shirt', 'gift', 'old', 'new', 'hand', 'tea', 'ring', 'book', 'lamp', 'wool'];

const ask = async (
  context: ProbeContext,
  operation: Operation,
  parameter: string,
  as: Actor | null,
): Promise<SearchSeries> => {
  const one = (
    index: number,
    headers: Readonly<Record<string, string>> = {},
    path?: (path: string) => string,
  ): Promise<Answer> => {
    // Another text each time, so that nothing kept is given.
    const url = urlOf(operation, { [parameter]: `${WORDS[index % WORDS.length] ?? ''}${index}` });
    return context.send(
      { method: 'GET', url: withPath(url, path), headers },
      { as, mode: 'burst', maxBytes: 64 * 1024 },
    );
  };
  const begun = performance.now();
  const answers = await sendSeries(SEARCHES, 8, (index) => one(index));
  const seconds = Math.max(1, Math.round((performance.now() - begun) / 1000));
  const again: Series['again'] = (headers, path) => one(SEARCHES, headers, path);
  const series = { subject: operation.id, answers, judged: judgeSeries(answers), again };
  return { ...series, as, seconds, passed: await passBy(series) };
};
