import { isPlural, isVerb, nameOfOne } from './words.ts';

export type SegmentKind = 'literal' | 'id' | 'slug';

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
/** Numbers, dates, MongoDB ids, hashes, ULIDs; prefixed ids as payment providers make them. */
const PLAIN_ID = /^(?:\d+|[0-9a-f]{16,}|[0-9A-HJKMNP-TV-Z]{26}|\d{4}-\d\d-\d\d|[a-z]{2,8}_[0-9A-Za-z]{8,})$/i;
const VERSION = /^v\d+(?:\.\d+)?$/i;
/** `reset_password1`: words joined by an underscore are a name, an id mixes digits or cases. */
const mixes = (text: string): boolean => /\d/.test(text) && /[a-z]/i.test(text);

/** What a segment of a real path is, by its look and by the segment in front of it. */
export const kindOf = (segment: string, before: string | undefined): SegmentKind => {
  if (segment === '' || VERSION.test(segment) || segment.length > 300) return 'literal';
  if (/^\{.*\}$/.test(segment)) return 'id';
  if (UUID.test(segment)) return 'id';
  if (PLAIN_ID.test(segment)) return /_/.test(segment) && !mixes(segment.split('_').at(-1) ?? '') ? 'literal' : 'id';
  // Random: long, of letters and digits in turn, with no word in it.
  if (/^[\w-]{10,}$/.test(segment) && looksRandom(segment)) return 'id';
  if (before === undefined || !isPlural(before) || isVerb(segment)) return 'literal';
  const words = segment.split('-');
  const isSlug = /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(segment) && (words.length >= 3 || /\d/.test(segment));
  return isSlug ? 'slug' : 'literal';
};

const looksRandom = (text: string): boolean => {
  const body = text.replaceAll('-', '').replaceAll('_', '');
  const turns = [...body.matchAll(/[a-z](?=\d)|\d(?=[a-z])|[a-z](?=[A-Z])/g)].length;
  return turns >= 3 && /\d/.test(body);
};

const parameterName = (kind: 'id' | 'slug', before: string | undefined): string => {
  const end = kind === 'slug' ? 'slug' : 'id';
  if (before === undefined || !/^[a-z][\w-]*$/i.test(before) || VERSION.test(before)) return end;
  return `${nameOfOne(before)}${kind === 'slug' ? 'Slug' : 'Id'}`;
};

export interface Templated {
  template: string;
  /** The values that became parameters. */
  values: Readonly<Record<string, string>>;
}

/**
 * `/orders/123` → `/orders/{orderId}` with `{ orderId: '123' }`. `known` says of segments that they are values though they do not look it.
 */
export const templatize = (
  path: string,
  known: (parent: string, segment: string) => boolean = () => false,
): Templated => {
  const values: Record<string, string> = {};
  const segments: string[] = [];
  let before: string | undefined;
  for (const segment of segmentsOf(path)) {
    const kind = known(`/${segments.join('/')}`, segment) ? 'slug' : kindOf(segment, before);
    if (kind === 'literal') {
      segments.push(segment);
      before = segment;
      continue;
    }
    const given = /^\{(\w+)\}$/.exec(segment)?.[1];
    const name = unused(given ?? parameterName(kind, before), values);
    values[name] = given === undefined ? decoded(segment) : '';
    segments.push(`{${name}}`);
    before = undefined;
  }
  return { template: `/${segments.join('/')}`, values };
};

/** `/orders/123?x=1` → `/orders/{orderId}`. */
export const templateOf = (path: string): string => templatize(path).template;

/** The values of a template's parameters in a path; null when the path is another one. */
export const matchTemplate = (template: string, path: string): Record<string, string> | null => {
  const wanted = segmentsOf(template);
  const given = segmentsOf(path);
  if (wanted.length !== given.length) return null;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) if (!matchSegment(part, given[index] ?? '', values)) return null;
  return values;
};

/** `{name}.json` against `a.json`: literals are found one after the other, parameters take what is between. */
const matchSegment = (wanted: string, given: string, values: Record<string, string>): boolean => {
  if (!wanted.includes('{')) return wanted === given || decoded(wanted) === decoded(given);
  const parts = wanted.split(/\{([^{}]*)\}/);
  const first = parts[0] ?? '';
  if (!given.startsWith(first)) return false;
  let at = first.length;
  for (let index = 1; index + 1 < parts.length; index += 2) {
    const literal = parts[index + 1] ?? '';
    const isLast = index + 2 >= parts.length;
    const end = literal === '' ? given.length : isLast ? given.length - literal.length : given.indexOf(literal, at + 1);
    if (end <= at || !given.startsWith(literal, end)) return false;
    values[parts[index] ?? ''] = decoded(given.slice(at, end));
    at = end + literal.length;
  }
  return at === given.length;
};

/** Equal for templates that differ in nothing but the names of their parameters. */
export const shapeOf = (template: string): string =>
  `/${segmentsOf(template)
    .join('/')
    .replaceAll(/\{[^{}]*\}/g, '{}')}`;

/** Names of a template's parameters, in order. */
export const parametersOf = (template: string): string[] =>
  [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? '');

/** Puts values into a template. */
export const fillTemplate = (template: string, value: (name: string) => string): string =>
  template.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(value(name)));

export const segmentsOf = (path: string): string[] =>
  (path.split(/[?#]/, 1)[0] ?? '').split('/').filter((segment) => segment !== '');

export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const unused = (name: string, taken: Readonly<Record<string, unknown>>): string => {
  if (!Object.hasOwn(taken, name)) return name;
  for (let n = 2; ; n++) if (!Object.hasOwn(taken, `${name}${n}`)) return `${name}${n}`;
};
