import { bare, memberName, nameOf, nodeAt, nodesAt, propertyOf, type Node } from './nodes.ts';
import { objectOf, textOf } from './evaluate.ts';
import type { Place } from './scope.ts';

/** A call that sends a request, its parts not yet evaluated. */
export interface RawRequest {
  url: Node;
  /** As text, or an expression; undefined for GET. */
  method?: string | Node;
  body?: Node;
  /** What stands in front of relative URLs. */
  base?: string;
  /** The callee says nothing of HTTP, so the URL must look like one. */
  strict: boolean;
}

const FETCHES = new Set([
  'fetch',
  '$fetch',
  'ofetch',
  'useFetch',
  'useLazyFetch',
  'ky',
  'axios',
  'got',
  'request',
  'apiFetch',
  'fetchJson',
]);
const VERBS: Readonly<Record<string, string>> = {
  get: 'GET',
  $get: 'GET',
  getJSON: 'GET',
  post: 'POST',
  $post: 'POST',
  put: 'PUT',
  $put: 'PUT',
  patch: 'PATCH',
  $patch: 'PATCH',
  delete: 'DELETE',
  $delete: 'DELETE',
  del: 'DELETE',
  head: 'HEAD',
};

/** What a call or a `new` asks for, by the forms that fetch, XMLHttpRequest, axios, ky, jQuery, Angular and ofetch have. */
export const requestOf = (place: Place): RawRequest | undefined => {
  const { node } = place;
  const callee = bare(nodeAt(node, 'callee'));
  const args = nodesAt(node, 'arguments');
  const [first, second] = args;
  if (callee === undefined || first === undefined) return undefined;
  const name = nameOf(callee) ?? memberName(callee) ?? '';
  if (node.type === 'NewExpression') {
    if (name === 'EventSource' || name === 'WebSocket') return { url: first, strict: false };
    return name === 'Request' ? byOptions(first, second, place, callee) : undefined;
  }
  if (node.type !== 'CallExpression') return undefined;
  if (
    name === 'open' &&
    second !== undefined &&
    /^(?:get|post|put|patch|delete|head)$/i.test(textOf(first, place) ?? '')
  ) {
    return { url: second, method: first, strict: false };
  }
  if (name === 'sendBeacon')
    return { url: first, method: 'POST', ...(second === undefined ? {} : { body: second }), strict: false };
  if (FETCHES.has(name) || name === 'ajax') return byOptions(first, second, place, callee);
  const verb = callee.type === 'MemberExpression' && Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb === undefined) return undefined;
  const options = objectOf(second, place);
  // ky and ofetch take options where axios takes the body.
  const body =
    propertyOf(options, 'json', 'body', 'data') ?? (verb === 'GET' || verb === 'DELETE' ? undefined : second);
  return { url: first, method: verb, ...(body === undefined ? {} : { body }), ...baseOf(callee, place), strict: true };
};

const byOptions = (first: Node, second: Node | undefined, place: Place, callee: Node): RawRequest | undefined => {
  const single = objectOf(first, place);
  const options = single ?? objectOf(second, place);
  const url = single === undefined ? first : propertyOf(single, 'url');
  if (url === undefined) return undefined;
  const method = propertyOf(options, 'method', 'type');
  const body = propertyOf(options, 'json', 'body', 'data');
  return {
    url,
    ...(method === undefined ? {} : { method }),
    ...(body === undefined ? {} : { body }),
    ...baseOf(callee, place, options),
    strict: false,
  };
};

/** `axios.create({ baseURL })`, `ky.create({ prefixUrl })`, `$fetch.create({ baseURL })`. */
const baseOf = (callee: Node, place: Place, options?: Node): { base?: string } => {
  const own = textOf(propertyOf(options, 'baseURL', 'prefixUrl', 'prefix'), place);
  if (own !== undefined) return { base: own };
  const object = bare(callee.type === 'MemberExpression' ? nodeAt(callee, 'object') : callee);
  const found =
    object?.type === 'Identifier'
      ? place.scope.find(nameOf(object) ?? '')?.value
      : nodeAt(object, 'object')?.type === 'ThisExpression'
        ? place.members.get(memberName(object) ?? '')
        : undefined;
  const made = bare(found ?? undefined);
  if (made?.type !== 'CallExpression' || !/^(?:create|extend)$/.test(memberName(bare(nodeAt(made, 'callee'))) ?? ''))
    return {};
  const base = textOf(
    propertyOf(objectOf(nodesAt(made, 'arguments')[0], place), 'baseURL', 'prefixUrl', 'prefix'),
    place,
  );
  return base === undefined ? {} : { base };
};
