import type { AccessDeed } from '../../../model/evidence/code.ts';
import type { Expr } from '../ir.ts';
import type { Ref } from '../program/ref.ts';
import { propOf, textOf } from '../visit.ts';
import type { Link, Touch } from './touch.ts';

/** `'select … where id = ' + id` begins with a text. */
const firstText = (e: Expr | undefined): string | undefined =>
  e?.k === 'bin' ? (firstText(e.l) ?? textOf(e.l)) : undefined;

const SQL = /^\s*(select|insert|update|delete|with)\b/i;

export const byRaw = (rootRef: Ref, links: readonly Link[]): Touch | undefined => {
  const link = links.find(({ name }) =>
    /^(?:query|execute|raw|\$queryRaw(?:Unsafe)?|\$executeRaw(?:Unsafe)?|run|all|one|oneOrNone|many|any|none|unsafe)$/.test(
      name,
    ),
  );
  const text =
    link?.a[0]?.k === 'tpl'
      ? link.a[0].texts.join('?')
      : (textOf(link?.a[0]) ?? textOf(propOf(link?.a[0], 'text')) ?? firstText(link?.a[0]));
  if (link === undefined || text === undefined || rootRef.r === 'unknown') return undefined;
  const verb = SQL.exec(text)?.[1]?.toLowerCase();
  if (verb === undefined) return undefined;
  const first = link.a[0];
  const pasted = (first?.k === 'tpl' && first.tag === undefined && first.e.length > 0) || first?.k === 'bin';
  return {
    by: 'sql',
    model: tableIn(text),
    deed: deedOf(verb),
    at: link.at,
    where: pasted ? link.a : [withValues(text, link)],
    data: [],
    ...(pasted ? { pasted } : {}),
  };
};

/** `query('… where id = $1', [id])` as the template that it stands for. */
const withValues = (text: string, { a, at }: Link): Expr => {
  const [first, second] = a;
  if (first?.k === 'tpl') return first;
  const list = second?.k === 'arr' ? second.e : (propOf(first, 'values') ?? second);
  const values: readonly Expr[] =
    list === undefined ? [] : 'k' in list ? (list.k === 'arr' ? list.e : [list, ...a.slice(2)]) : list;
  const texts: string[] = [];
  const e: Expr[] = [];
  let from = 0;
  for (const { index, 0: sign } of text.matchAll(/\$(\d{1,3})|\?/g)) {
    const value = sign === '?' ? values[e.length] : values[Number(sign.slice(1)) - 1];
    if (value === undefined) continue;
    texts.push(text.slice(from, index));
    e.push(value);
    from = index + sign.length;
  }
  // What fits no sign still goes in.
  const rest = values.filter((one) => !e.includes(one));
  return { k: 'tpl', texts: [...texts, text.slice(from), ...rest.map(() => '')], e: [...e, ...rest], at };
};

const deedOf = (verb: string): AccessDeed =>
  verb === 'insert' ? 'create' : verb === 'update' || verb === 'delete' ? verb : 'list';

const tableIn = (text: string): string => /\b(?:from|into|update|join)\s+["'`]?([\w.]+)/i.exec(text)?.[1] ?? 'sql';

/** The same for templates: `` sql`select … ${id}` ``, `` prisma.$queryRaw`…` ``. */
export const touchOfTemplate = (e: Extract<Expr, { k: 'tpl' }>): Touch | undefined => {
  const { tag } = e;
  if (
    tag === undefined ||
    !(tag.k === 'id' ? /^sql$/i.test(tag.n) : tag.k === 'mem' && typeof tag.p === 'string' && /raw|sql/i.test(tag.p))
  )
    return undefined;
  const text = e.texts.join('?');
  const verb = SQL.exec(text)?.[1]?.toLowerCase();
  return verb === undefined
    ? undefined
    : {
        by: 'sql',
        model: tableIn(text),
        deed: deedOf(verb),
        at: e.at,
        where: [{ k: 'tpl', texts: e.texts, e: e.e, at: e.at }],
        data: [],
      };
};
