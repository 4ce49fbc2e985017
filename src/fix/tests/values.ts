import type { TrialPart, TrialRequest, TrialValue } from '../../model/evidence/trials.ts';
import { accessor, inTemplate, memberName, quote } from './source.ts';

/** What places are filled with, where they stand. */
export interface Filling {
  /** `order.id`. */
  thing: (thing: string, key: string) => string;
  /** Whose password is meant. */
  as: string;
  /** Variable of the canary. */
  canary: string;
  /** Names of the origins, as the support file exports them; empty for the main one. */
  origins: readonly string[];
  /** Helpers that the text needs are noted here. */
  uses: Set<string>;
}

const using = ({ uses }: Filling, name: string): string => {
  uses.add(name);
  return name;
};

/** An expression for what fills a place. */
export const partSource = (part: TrialPart, filling: Filling): string => {
  switch (part.kind) {
    case 'text':
      return quote(part.text);
    case 'canary':
      return filling.canary;
    case 'unique':
      return `${using(filling, part.form === 'uuid' ? 'uniqueId' : 'unique')}()`;
    case 'days':
      return `${using(filling, { date: 'dateIn', time: 'timeIn', seconds: 'secondsIn' }[part.form])}(${part.days})`;
    case 'password':
      return `${using(filling, 'passwordOf')}(${quote(filling.as)})`;
    case 'thing':
      return filling.thing(part.thing, part.key);
    case 'read': {
      const { as, request, at } = part.read;
      const who = quote(as ?? 'nobody');
      return `(await ${using(filling, 'must')}(${who}, 'GET', ${pathSource(request, filling)})).json${accessor(at)}`;
    }
  }
};

const textSource = (parts: readonly TrialPart[], filling: Filling): string => {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return partSource(only, filling);
  return `\`${parts.map((part) => (part.kind === 'text' ? inTemplate(part.text) : `\${${partSource(part, filling)}}`)).join('')}\``;
};

/** The path of a request as a string; of another origin with its name in front. */
export const pathSource = ({ origin, path }: TrialRequest, filling: Filling): string => {
  const name = filling.origins[origin] ?? '';
  const whole = joined(path);
  if (name === '') return textSource(whole, filling);
  const rest = whole.map((part) => (part.kind === 'text' ? inTemplate(part.text) : `\${${partSource(part, filling)}}`));
  return `\`\${${using(filling, name)}}${rest.join('')}\``;
};

/** Neighbouring texts in one. */
const joined = (parts: readonly TrialPart[]): TrialPart[] => {
  const whole: TrialPart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      whole.splice(-1, 1, { kind: 'text', text: last.text + part.text });
    else whole.push(part);
  }
  return whole;
};

/** What an operation is called in a test: of another origin with the variable's name, since ports come and go. */
export const titleOf = (operation: string, { origin }: TrialRequest, origins: readonly string[]): string =>
  `${origin === 0 ? '' : `${origins[origin] ?? ''} `}${operation.replace(/^https?:\/\/\S+ /, '')}`;

/** Does something later: with \`await\` in it, it is an async function. */
export const later = (source: string): string => `${source.includes('await ') ? 'async ' : ''}() => ${source}`;

const WIDTH = 90;

/** A value as source, on one line where it is short. `indent` is that of the line where it begins. */
export const valueSource = (value: TrialValue, filling: Filling, indent = '', width = WIDTH): string => {
  switch (value.is) {
    case 'literal':
      return typeof value.value === 'string' ? quote(value.value) : String(value.value);
    case 'part':
      return partSource(value.part, filling);
    case 'text':
      return textSource(value.parts, filling);
    case 'list':
      return wrapped(
        value.items.map((item) => valueSource(item, filling, `${indent}  `)),
        '[',
        ']',
        indent,
        width,
      );
    case 'object':
      return wrapped(
        value.members.map(([name, one]) => `${memberName(name)}: ${valueSource(one, filling, `${indent}  `)}`),
        '{',
        '}',
        indent,
        width,
      );
  }
};

const wrapped = (items: readonly string[], open: string, close: string, indent: string, width: number): string => {
  if (items.length === 0) return `${open}${close}`;
  const space = open === '{' ? ' ' : '';
  const line = `${open}${space}${items.join(', ')}${space}${close}`;
  if (line.length <= width && !line.includes('\n')) return line;
  return `${open}\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}${close}`;
};

/** The arguments of `send`: who, method, path, and body and headers where there are any. */
export const sendSource = (who: string, request: TrialRequest, filling: Filling, indent = ''): string => {
  const { method, body, headers } = request;
  const named = Object.entries(headers ?? {}).map(
    ([name, part]) => `${memberName(name)}: ${partSource(part, filling)}`,
  );
  const start = [who, quote(method), pathSource(request, filling)];
  const end = named.length > 0 ? [`{ ${named.join(', ')} }`] : [];
  if (body === undefined) return [...start, ...(named.length > 0 ? ['undefined'] : []), ...end].join(', ');
  // The body goes on lines of its own where one is too long.
  const rest = [...start, ...end].join(', ').length;
  return [...start, bodySource(body, filling, indent, Math.max(0, WIDTH - rest)), ...end].join(', ');
};

const bodySource = (
  { type, value, field = 'file' }: NonNullable<TrialRequest['body']>,
  filling: Filling,
  indent: string,
  width: number,
): string => {
  const source = valueSource(value, filling, indent, width);
  if (type === 'json') return source;
  if (type === 'form') return `${using(filling, 'form')}(${source})`;
  return `${using(filling, 'picture')}(${quote(field)}, ${source})`;
};
