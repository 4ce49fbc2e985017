import { asMethod, draftOf, textOfValue, type Draft } from '../draft.ts';
import { templatize } from '../template.ts';
import { bodyOfFields, bodyOfText } from './body-of.ts';

const DEEPEST = 20;
const MOST_ITEMS = 5_000;

interface Pair {
  key?: unknown;
  value?: unknown;
  disabled?: unknown;
  type?: unknown;
}
interface Auth {
  type?: unknown;
}
interface PostmanRequest {
  method?: unknown;
  url?: unknown;
  auth?: Auth | null;
  description?: unknown;
  body?: {
    mode?: unknown;
    raw?: unknown;
    urlencoded?: Pair[];
    formdata?: Pair[];
    graphql?: unknown;
    options?: { raw?: { language?: unknown } };
  } | null;
  header?: unknown;
}
interface Item {
  name?: unknown;
  item?: Item[];
  request?: PostmanRequest | string;
  auth?: Auth | null;
  variable?: Pair[];
}

/** Operations in a Postman collection, format 2.0 or 2.1. */
export const readPostman = (text: string, allowed: readonly string[]): { drafts: Draft[]; notes: string[] } => {
  let root: Item;
  try {
    root = JSON.parse(text) as Item;
  } catch {
    return { drafts: [], notes: ['it is not JSON'] };
  }
  if (!Array.isArray(root?.item)) return { drafts: [], notes: ['it is not a Postman collection of format 2'] };
  const reader = new Reader(allowed, variablesOf(root.variable));
  reader.walk(root.item, root.auth, 0);
  return {
    drafts: reader.drafts,
    notes: [...reader.others].slice(0, 10).map((origin) => `requests go to ${origin}, which is not an allowed origin`),
  };
};

class Reader {
  readonly drafts: Draft[] = [];
  readonly others = new Set<string>();
  readonly #allowed: readonly string[];
  readonly #variables: ReadonlyMap<string, string>;
  #items = 0;

  constructor(allowed: readonly string[], variables: ReadonlyMap<string, string>) {
    this.#allowed = allowed;
    this.#variables = variables;
  }

  walk(items: readonly Item[], auth: Auth | null | undefined, depth: number): void {
    if (depth > DEEPEST) return;
    for (const item of items) {
      if (typeof item !== 'object' || item === null || ++this.#items > MOST_ITEMS) continue;
      const own = item.auth ?? auth;
      if (Array.isArray(item.item)) this.walk(item.item, own, depth + 1);
      else if (item.request != null) this.#read(item, own);
    }
  }

  #read({ request, name }: Item, inherited: Auth | null | undefined): void {
    const { method = 'GET', url, auth, body } = typeof request === 'object' ? request : { url: request };
    const verb = typeof method === 'string' ? asMethod(method) : undefined;
    const place = this.#place(url);
    if (verb === undefined || place === undefined) return;
    const sent = bodyOf(body, (value) => this.#filled(value));
    const draft = draftOf({
      ...place,
      method: verb,
      source: 'postman',
      templated: templatize(place.path),
      ...(sent === undefined ? {} : { body: sent }),
    });
    if (draft === undefined) return;
    const type = (auth ?? inherited)?.type;
    const declared = type === 'noauth' ? 'public' : typeof type === 'string' ? 'protected' : undefined;
    this.drafts.push({
      ...draft,
      parameters: draft.parameters.map((one) => {
        const value = one.in === 'path' && one.seen === undefined ? this.#filled(place.values.get(one.name) ?? '') : '';
        return value === '' || value.includes('{{') ? one : { ...one, seen: [value] };
      }),
      ...(declared === undefined ? {} : { declared }),
      ...(typeof name === 'string' ? { summary: name.slice(0, 300) } : {}),
    });
  }

  /** Variables that have a value are filled in; what remains of them becomes a parameter. */
  #filled(text: string): string {
    let filled = text.slice(0, 100_000);
    // A variable may hold another one.
    for (let round = 0; round < 3 && filled.includes('{{'); round++) {
      filled = filled
        .replaceAll(/\{\{\s*([^{}]{1,200}?)\s*\}\}/g, (whole, key: string) => this.#variables.get(key) ?? whole)
        .slice(0, 100_000);
    }
    return filled;
  }

  #place(url: unknown): Place | undefined {
    const given = (typeof url === 'object' && url !== null ? url : { raw: url }) as {
      raw?: unknown;
      query?: Pair[];
      path?: unknown;
      host?: unknown;
      variable?: Pair[];
    };
    if (typeof given.raw !== 'string') return undefined;
    const [address = '', search = ''] = this.#filled(given.raw).split(/\?(.*)/s, 2);
    // A host that is still a variable is the app itself.
    const whole = address.replace(/^(?:\w+:\/\/)?\{\{[^{}]*\}\}/, '').replace(/^\/*$/, '/');
    const isPathOnly = whole.startsWith('/');
    if (!isPathOnly && !URL.canParse(whole) && !URL.canParse(`http://${whole}`)) return undefined;
    const absolute = isPathOnly
      ? undefined
      : new URL(URL.canParse(whole) && /^https?:/i.test(whole) ? whole : `http://${whole}`);
    const origin = absolute?.origin ?? this.#allowed[0] ?? '';
    if (!this.#allowed.includes(origin)) {
      this.others.add(origin);
      return undefined;
    }
    const path = (isPathOnly ? whole : whole.replace(/^(?:\w+:\/\/)?[^/]*/, ''))
      .replaceAll(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, key: string) => `{${key.replaceAll(/\W+/g, '_')}}`)
      .replaceAll(/(?<=\/):([A-Za-z_]\w*)/g, '{$1}');
    const query = Array.isArray(given.query)
      ? given.query
          .filter((pair) => typeof pair?.key === 'string')
          .map((pair): [string, string] => [pair.key as string, this.#filled(textOfValue(pair.value))])
      : [...new URLSearchParams(search)];
    return {
      origin,
      path: path || '/',
      values: variablesOf(given.variable),
      query: query.map(([key, value]) => [key, value.includes('{{') ? '' : value]),
    };
  }
}

interface Place {
  origin: string;
  path: string;
  query: [string, string][];
  /** Values of the path's own variables. */
  values: ReadonlyMap<string, string>;
}

const variablesOf = (list: unknown): ReadonlyMap<string, string> =>
  new Map(
    (Array.isArray(list) ? (list as Pair[]).slice(0, 1_000) : [])
      .filter((pair) => typeof pair?.key === 'string' && typeof pair.value === 'string' && pair.value !== '')
      .map((pair) => [pair.key as string, pair.value as string]),
  );

const bodyOf = (body: PostmanRequest['body'], filled: (text: string) => string): Draft['body'] => {
  if (body == null || typeof body !== 'object') return undefined;
  const pairs = (list: Pair[] | undefined): [string, string | null][] =>
    (Array.isArray(list) ? list : [])
      .filter((pair) => typeof pair?.key === 'string' && pair.disabled !== true)
      .map((pair) => [pair.key as string, pair.type === 'file' ? null : filled(textOfValue(pair.value))]);
  switch (body.mode) {
    case 'raw': {
      if (typeof body.raw !== 'string' || body.raw.trim() === '') return undefined;
      // A variable outside of quotes is no JSON.
      const text = filled(body.raw).replaceAll(/(?<!["\w])\{\{[^{}]*\}\}(?!["\w])/g, '0');
      return bodyOfText(text, body.options?.raw?.language === 'xml' ? 'application/xml' : 'application/json');
    }
    case 'urlencoded':
      return bodyOfFields(pairs(body.urlencoded), 'application/x-www-form-urlencoded');
    case 'formdata':
      return bodyOfFields(pairs(body.formdata), 'multipart/form-data');
    case 'graphql':
      return { contentType: 'application/json', schema: { type: 'object' }, required: true, seen: body.graphql };
    default:
      return undefined;
  }
};
