import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { actorReads } from '../answers/actor-reads.ts';
import { given, nobodyReads } from '../answers/nobody-reads.ts';
import { rowsOf, urlOf } from '../answers/routes.ts';
import { together } from '../answers/together.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, GoodAnswer } from '../contract/send.ts';
import { HUGE, judgePages, VAST } from './judge-pages.ts';

const SIZE = /^(?:limit|size|page_?size|per_?page|first|take|count|max_?results|page\[size\])$/i;
const MOST = 6;

interface List {
  operation: Operation;
  as: Actor | null;
  usual: GoodAnswer;
  /** Declared, or the usual one. */
  parameter: string;
  declared: boolean;
}

/** Lists with at least two rows, those that name a page size first, then the longest. */
const listsOf = async (context: ProbeContext): Promise<List[]> => {
  const open = (await nobodyReads(context)).flatMap((read) => {
    const usual = given(read);
    return usual === null ? [] : [{ operation: read.operation, as: null, usual }];
  });
  const own = (await actorReads(context)).map(({ operation, actor, mine }) => ({ operation, as: actor, usual: mine }));
  return [...open, ...own]
    .filter(({ usual }) => rowsOf(usual.json).length > 1)
    .map((list) => {
      const named = list.operation.parameters.find(({ name, in: place }) => place === 'query' && SIZE.test(name))?.name;
      return { ...list, parameter: named ?? 'limit', declared: named !== undefined };
    })
    .toSorted(
      (a, b) => Number(b.declared) - Number(a.declared) || rowsOf(b.usual.json).length - rowsOf(a.usual.json).length,
    )
    .slice(0, MOST);
};

export const pageSize = makeProbe({
  id: 'page-size',
  tries: 'whether a list may be asked for in one piece',
  mode: 'burst',
  requests: MOST * 4,
  subject: 'lists',
  run: async (context) => {
    const lists = await listsOf(context);
    const said: Said[] = [];
    for (const list of lists) said.push(await tryList(context, list));
    const settled = said.filter(({ verdict }) => verdict !== 'inconclusive');
    // Lists are mostly cut by the same code.
    if (settled.length > 0) return together(settled);
    // No list with two rows: nothing could be longer than a page.
    const [first] = said;
    return first === undefined
      ? []
      : [{ ...first, said: `${first.said} Put more than 200 rows into a list of the app under review.` }];
  },
});

const tryList = async (context: ProbeContext, { operation, as, usual, parameter, declared }: List): Promise<Said> => {
  const ask = (size: number | string): Promise<Answer> =>
    context.send(
      { method: 'GET', url: urlOf(operation, { [parameter]: String(size) }) },
      { as, mode: 'burst', maxBytes: 8 * 1024 * 1024, timeout: 20_000, upsets: true },
    );
  const schema = declared ? operation.parameters.find(({ name }) => name === parameter)?.schema : undefined;
  const one = await ask(1);
  const few = one.ok && rowsOf(one.json).length === 1;
  const huge = few ? await ask(HUGE) : one;
  const first = judgePages({ usual, one, huge }, schema);
  const open = few && first.verdict === 'inconclusive' && huge.ok && huge.status < 300;
  const [vast, nonsense] = open ? [await ask(VAST), await ask('x')] : [];
  const { verdict, said } =
    vast === undefined || nonsense === undefined ? first : judgePages({ usual, one, huge, vast, nonsense }, schema);
  return say(operation.id, verdict, `${said}.`, [one, huge, vast, nonsense], {
    actor: as?.name ?? 'nobody',
    facts: { parameter, attack: huge.exchange },
  });
};
