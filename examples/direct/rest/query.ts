import { Refusal } from '../http.ts';

const bad = (message: string): Refusal => new Refusal(400, { code: 'PGRST100', message, details: null, hint: null });

export const name = (text: string): string => {
  if (!/^[A-Za-z_][\w$]*$/.test(text)) throw bad(`"${text}" is no name`);
  return `"${text}"`;
};

/** A literal of unknown type, as PostgREST sends it: PostgreSQL takes the type from what it is compared with. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const OPERATORS: Readonly<Record<string, string>> = {
  eq: '=',
  neq: '<>',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  like: 'like',
  ilike: 'ilike',
  match: '~',
  cs: '@>',
  cd: '<@',
};

/** `a,b,"c,d"` outside quotes and brackets. */
const split = (text: string): string[] => {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    if (!quoted && sign === '(') depth++;
    if (!quoted && sign === ')') depth--;
    if (sign === ',' && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.filter((part) => part !== '');
};

const bare = (text: string): string => text.replace(/^"(.*)"$/s, '$1');

const condition = (column: string, text: string): string => {
  const [, not, operator = '', value = ''] = /^(not\.)?(\w+)\.(.*)$/s.exec(text) ?? [];
  const is = (): string => {
    if (operator === 'is') {
      if (!/^(?:null|true|false|unknown)$/i.test(value)) throw bad(`failed to parse filter (${text})`);
      return `${name(column)} is ${value}`;
    }
    if (operator === 'in') {
      const list = split(value.replace(/^\(|\)$/g, '')).map((one) => literal(bare(one)));
      return list.length === 0 ? 'false' : `${name(column)} in (${list.join(', ')})`;
    }
    const sql = OPERATORS[operator];
    if (sql === undefined) throw bad(`failed to parse filter (${text})`);
    const pattern = operator === 'like' || operator === 'ilike' ? value.replaceAll('*', '%') : value;
    return `${name(column)} ${sql} ${literal(pattern)}`;
  };
  return not === undefined ? is() : `not (${is()})`;
};

const grouped = (joiner: 'and' | 'or', text: string): string => {
  const parts = split(text.replace(/^\(|\)$/gs, '')).map((part) => {
    const group = /^(and|or)(\(.*\))$/s.exec(part);
    if (group !== null) return grouped(group[1] as 'and' | 'or', group[2] ?? '');
    const dot = part.indexOf('.');
    return condition(part.slice(0, dot), part.slice(dot + 1));
  });
  return `(${parts.join(` ${joiner} `)})`;
};

const RESERVED = new Set(['select', 'order', 'limit', 'offset', 'columns', 'on_conflict']);

/** The `where` of a query; empty when there is none. */
export const whereOf = (query: URLSearchParams): string => {
  const parts = [...query]
    .filter(([key]) => !RESERVED.has(key))
    .map(([key, value]) => (key === 'or' || key === 'and' ? grouped(key, value) : condition(key, value)));
  return parts.length === 0 ? '' : ` where ${parts.join(' and ')}`;
};

/** The columns of `select=`: names, aliases and casts. */
export const columnsOf = (query: URLSearchParams): string => {
  const wanted = query.get('select') ?? '*';
  if (wanted.trim() === '' || wanted === '*') return '*';
  return split(wanted)
    .map((part) => {
      const [, alias, column = '', cast] = /^(?:(\w+):)?([\w*]+)(?:::(\w+))?$/.exec(part.trim()) ?? [];
      if (column === '*') return '*';
      const value = cast === undefined ? name(column) : `${name(column)}::${name(cast)}`;
      return alias === undefined ? value : `${value} as ${name(alias)}`;
    })
    .join(', ');
};

export const orderOf = (query: URLSearchParams): string => {
  const wanted = query.get('order');
  if (wanted === null) return '';
  const parts = split(wanted).map((part) => {
    const [column = '', ...how] = part.split('.');
    const nulls = how.includes('nullsfirst') ? ' nulls first' : how.includes('nullslast') ? ' nulls last' : '';
    return `${name(column)}${how.includes('desc') ? ' desc' : ''}${nulls}`;
  });
  return ` order by ${parts.join(', ')}`;
};

export interface Window {
  limit: number | null;
  offset: number;
}

/** `limit` and `offset`, or the Range header. */
export const windowOf = (query: URLSearchParams, range: string | undefined): Window => {
  const [, from, to = ''] = /^(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const limit = query.get('limit');
  const offset = Number(query.get('offset') ?? from ?? 0);
  if (limit !== null) return { limit: Number(limit), offset };
  return { limit: from === undefined || to === '' ? null : Number(to) - Number(from) + 1, offset };
};
