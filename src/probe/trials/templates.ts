import type { TrialPart, TrialRequest, TrialValue } from '../../model/evidence/trials.ts';
import { isObject } from '../access/json.ts';
import type { Operation } from '../contract/operation.ts';
import type { Body } from '../contract/send.ts';
import type { Loom } from './loom.ts';
import type { Taped } from './tape.ts';

/** What a value that came from elsewhere is; undefined when it is what it says. */
export type Explain = (value: string, name: string, type?: string) => TrialPart | undefined;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const MARKED = /lr[a-z]{12,14}/gi;
/** What a harmless change says: see mark() of access/bodies. */
const OWN_MARK = /^Launch Ready check [0-9a-f]{12}$/;
/** What a made-up title or text says: see values/text-for. */
const OWN_TEXT = /^(Launch review |Made by a launch review, |lr-)([a-z]{8})(\.?)$/;
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const SECRET = /passw|secret|token|api_?key|otp|pin\b/i;
const DAY = 86_400_000;

/** A text in parts: known ids, marks, dates, and what is said as it is. */
export const textParts = (loom: Loom, text: string, name: string, explain: Explain): TrialPart[] => {
  const marked = OWN_MARK.exec(text);
  if (marked !== null)
    return [
      { kind: 'text', text: 'Launch Ready check ' },
      { kind: 'unique', form: 'word' },
    ];
  const said = OWN_TEXT.exec(text);
  if (said !== null)
    return [
      { kind: 'text', text: said[1] ?? '' },
      { kind: 'unique', form: 'word' },
      ...(said[3] === '' ? [] : [{ kind: 'text', text: said[3] ?? '' } as const]),
    ];
  const known = explain(text, name);
  if (known !== undefined) return [known];
  if (/passw/i.test(name)) return [{ kind: 'password' }];
  if (SECRET.test(name) && text.length >= 6) return [{ kind: 'unique', form: 'word' }];
  if (DATE.test(text)) {
    const days = Math.round((Date.parse(text) - loom.now.getTime()) / DAY);
    if (days > -3 && days < 1_500) return [{ kind: 'days', days, form: text.includes('T') ? 'time' : 'date' }];
  }
  const parts: TrialPart[] = [];
  let at = 0;
  for (const { 0: mark, index } of text.matchAll(MARKED)) {
    if (index > at) parts.push({ kind: 'text', text: text.slice(at, index) });
    const isPrivate = loom.canaries.seenIn(mark).length > 0;
    parts.push(isPrivate ? { kind: 'canary' } : { kind: 'unique', form: 'word' });
    at = index + mark.length;
  }
  return at < text.length || parts.length === 0 ? [...parts, { kind: 'text', text: text.slice(at) }] : parts;
};

export const valueOf = (loom: Loom, value: unknown, name: string, explain: Explain, depth = 0): TrialValue => {
  if (typeof value === 'string') {
    const parts = textParts(loom, value, name, explain);
    const [only] = parts;
    if (parts.length === 1 && only?.kind === 'text') return { is: 'literal', value: only.text };
    return { is: 'text', parts };
  }
  if (typeof value === 'number') {
    const part = Number.isSafeInteger(value) ? explain(String(value), name) : undefined;
    if (part !== undefined) return { is: 'part', part };
    const days = (value * 1000 - loom.now.getTime()) / DAY;
    if (Number.isSafeInteger(value) && Math.abs(days) < 3)
      return { is: 'part', part: { kind: 'days', days: Math.round(days), form: 'seconds' } };
    return { is: 'literal', value };
  }
  if (typeof value === 'boolean' || value === null || value === undefined || depth > 10)
    return { is: 'literal', value: typeof value === 'boolean' ? value : null };
  if (Array.isArray(value))
    return { is: 'list', items: value.slice(0, 50).map((one) => valueOf(loom, one, name, explain, depth + 1)) };
  if (!isObject(value)) return { is: 'literal', value: null };
  return {
    is: 'object',
    members: Object.entries(value)
      .slice(0, 80)
      .map(([key, one]) => [key, valueOf(loom, one, key, explain, depth + 1)] as const),
  };
};

const bodyOf = (loom: Loom, body: Body, explain: Explain): TrialRequest['body'] | undefined => {
  if ('json' in body) return { type: 'json', value: valueOf(loom, body.json, '', explain) };
  if ('form' in body) return { type: 'form', value: valueOf(loom, body.form, '', explain) };
  if ('file' in body)
    return { type: 'file', value: valueOf(loom, body.fields ?? {}, '', explain), field: body.file.field };
  return undefined;
};

/** A request as a template; undefined when an id in its path cannot be explained. `values` are its path parameters. */
export const requestOf = (
  loom: Loom,
  taped: Taped,
  operation: Operation,
  values: Readonly<Record<string, TrialPart>>,
  explain: Explain,
): TrialRequest | undefined => {
  const path: TrialPart[] = [];
  for (const [index, piece] of operation.path.split(/\{([^{}]*)\}/).entries()) {
    if (index % 2 === 0) {
      if (piece !== '') path.push({ kind: 'text', text: piece });
      continue;
    }
    const part = values[piece];
    if (part === undefined) return undefined;
    path.push(part);
  }
  const query = [...new URL(taped.url).searchParams];
  for (const [index, [name, value]] of query.entries()) {
    path.push({ kind: 'text', text: `${index === 0 ? '?' : '&'}${encodeURIComponent(name)}=` });
    path.push(...textParts(loom, value, name, explain));
  }
  const headers = Object.entries(taped.headers).flatMap(([name, value]): [string, TrialPart][] => {
    if (value === null || /^(?:content-type|accept)$/i.test(name)) return [];
    return [[name, UUID.test(value) ? { kind: 'unique', form: 'uuid' } : { kind: 'text', text: value }]];
  });
  const body = taped.body === undefined ? undefined : bodyOf(loom, taped.body, explain);
  if (taped.body !== undefined && body === undefined) return undefined;
  return {
    method: taped.method,
    origin: Math.max(0, loom.origins.indexOf(operation.origin)),
    path,
    ...(body === undefined ? {} : { body }),
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
  };
};
