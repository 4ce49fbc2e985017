import type { Expr } from '../ir.ts';
import { textOf } from '../visit.ts';
import { KIND, has, type Kinds } from './kinds.ts';

const CHOSEN = KIND.INPUT | KIND.REQUEST | KIND.HEADER;
const WITH_HOST = /^https?:\/\/[^/]+/;

/** `https://api.example.com/${id}`, `${home}/${id}` and `https://${host}${path}`: HOSTED where the caller has no part in the host. `parts`: kinds of what is put in. */
export const hostOfTemplate = (texts: readonly string[], parts: readonly Kinds[]): Kinds => {
  const [text = ''] = texts;
  const [first] = parts;
  if (WITH_HOST.test(text)) return KIND.HOSTED;
  return /^(?:https?:\/\/)?$/.test(text) && first !== undefined && !has(first, CHOSEN) ? KIND.HOSTED : 0;
};

/** The same put together with `+`. */
export const hostOfSum = (left: Expr, kinds: Kinds): Kinds => {
  const text = textOf(left);
  if (text !== undefined) return WITH_HOST.test(text) ? KIND.HOSTED : 0;
  return has(kinds, CHOSEN) ? kinds & KIND.HOSTED : KIND.HOSTED;
};

/** `new URL(path, home)`. */
export const hostOfCall = (e: Extract<Expr, { k: 'call' }>, base: Kinds | undefined): Kinds =>
  e.isNew === true && e.f.k === 'id' && e.f.n === 'URL' && base !== undefined && !has(base, CHOSEN) ? KIND.HOSTED : 0;
