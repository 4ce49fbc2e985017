import type { RequestBody } from '../../contract/operation.ts';
import { bodyOfNode } from './body-keys.ts';
import { HOLE, textOf } from './evaluate.ts';
import { bare, memberName, nameOf, nodeAt, nodesAt, type Node } from './nodes.ts';
import { requestOf } from './request-of.ts';
import { visit, type Place } from './scope.ts';

/** A request that code makes: its URL with holes. */
export interface Call {
  method: string;
  url: string;
  base?: string;
  body?: RequestBody;
}

export interface CodeCalls {
  calls: Call[];
  /** Texts that look like paths of this app; whether they are, only the app knows. */
  paths: Set<string>;
}

/** A function of the code that sends what it is given: `post(path, body)`. */
interface Wrapper {
  fn: Node;
  name: string | undefined;
  before: string;
  urlAt: number;
  after: string;
  method: string | undefined;
  methodAt: number;
  bodyAt: number;
}

const PATHLIKE = /^\/[a-z][\w-]*(?:\/[\w\-.{}:\u0001\u0002]+)*\/?$/i;
const MOST_PATHS = 400;
const LOOKS_LIKE_URL = /^(?:https?:\/\/|\/(?!\/)|(?:\u0001\w*\u0002)+\/)/;

/** All calls in parsed code, those through the code's own helpers too. */
export const callsOf = (program: unknown): CodeCalls => {
  const calls: Call[] = [];
  const paths = new Set<string>();
  const others: Place[] = [];
  const wrappers: Wrapper[] = [];
  const names = new Map<Node, string>();
  visit(program as Node, (place) => {
    const { node } = place;
    rememberName(node, names);
    if ((node.type === 'Literal' || node.type === 'TemplateLiteral') && paths.size < MOST_PATHS) {
      const text = textOf(node, place);
      if (text !== undefined && text.length < 200 && PATHLIKE.test(text)) paths.add(text);
    }
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    const found = readCall(place, names, wrappers);
    if (found === undefined) others.push(place);
    else if (found !== 'wrapper') calls.push(found);
  });
  for (let at = 0; at < Math.min(wrappers.length, 40); at++) {
    const wrapper = wrappers[at]!;
    for (const place of others) {
      const call = throughWrapper(place, wrapper, names, wrappers);
      if (call !== undefined) calls.push(call);
    }
  }
  return { calls, paths };
};

const rememberName = (node: Node, names: Map<Node, string>): void => {
  const [name, value] =
    node.type === 'VariableDeclarator'
      ? [nameOf(nodeAt(node, 'id')), nodeAt(node, 'init')]
      : node.type === 'FunctionDeclaration'
        ? [nameOf(nodeAt(node, 'id')), node]
        : node.type === 'MethodDefinition' || node.type === 'Property' || node.type === 'PropertyDefinition'
          ? [nameOf(nodeAt(node, 'key')), nodeAt(node, 'value')]
          : [undefined, undefined];
  if (name !== undefined && value !== undefined) names.set(value, name);
};

const readCall = (
  place: Place,
  names: ReadonlyMap<Node, string>,
  wrappers: Wrapper[],
): Call | 'wrapper' | undefined => {
  const raw = requestOf(place);
  if (raw === undefined) return undefined;
  const url = textOf(raw.url, place);
  if (url === undefined) return undefined;
  const method =
    typeof raw.method === 'string' ? raw.method : raw.method === undefined ? 'GET' : textOf(raw.method, place);
  const wrapper = wrapperOf(place, url, method, raw.body, names);
  if (wrapper !== undefined) {
    wrappers.push(wrapper);
    return 'wrapper';
  }
  if (raw.base === undefined && (raw.strict || url.includes(' ')) && !LOOKS_LIKE_URL.test(url)) return undefined;
  const body = bodyOfNode(raw.body, place);
  // What only HTTP can be meant by may be relative to the page: `$.ajax({ url: 'flows' })`.
  const isRelative = !raw.strict && raw.base === undefined && /^[a-z][\w-]*(?:[/?\u0001]|$)/i.test(url);
  return {
    method: method === undefined || method.search(HOLE) !== -1 ? 'GET' : method.toUpperCase(),
    url: isRelative ? `/${url}` : url,
    ...(raw.base === undefined ? {} : { base: raw.base }),
    ...(body === undefined ? {} : { body }),
  };
};

/** Whether the URL is, up to text around it, a parameter of a function that stands around the call. */
const wrapperOf = (
  { scope }: Place,
  url: string,
  method: string | undefined,
  body: Node | undefined,
  names: ReadonlyMap<Node, string>,
): Wrapper | undefined => {
  const holes = [...url.matchAll(HOLE)];
  for (const found of holes) {
    const owner = scope.find(found[1] ?? '')?.scope;
    const urlAt = owner?.parameters.indexOf(found[1]) ?? -1;
    const before = url.slice(0, found.index);
    // `/orders/${id}` in `getOrder(id)` is a call of its own, `${base}${path}` is a wrapper.
    if (owner?.owner === undefined || urlAt === -1 || (before !== '' && before.replaceAll(HOLE, '').endsWith('/')))
      continue;
    if (url.slice(found.index + found[0].length).startsWith('/')) continue;
    const methodHole = method?.match(/^\u0001(\w+)\u0002$/)?.[1];
    const bodyNames = body === undefined ? [] : identifiersIn(body);
    return {
      fn: owner.owner,
      name: names.get(owner.owner),
      before,
      urlAt,
      after: url.slice(found.index + found[0].length),
      method: methodHole === undefined ? method : undefined,
      methodAt: owner.parameters.indexOf(methodHole),
      bodyAt: owner.parameters.findIndex(
        (name, index) => index !== urlAt && name !== undefined && bodyNames.includes(name),
      ),
    };
  }
  return undefined;
};

const identifiersIn = (node: Node): string[] => {
  const names: string[] = [];
  const stack: unknown[] = [node];
  for (let now = stack.pop(), seen = 0; now !== undefined && seen < 200; now = stack.pop(), seen++) {
    if (typeof now !== 'object' || now === null) continue;
    const name = nameOf(now as Node);
    if (name !== undefined) names.push(name);
    stack.push(...Object.values(now));
  }
  return names;
};

const throughWrapper = (
  place: Place,
  wrapper: Wrapper,
  names: ReadonlyMap<Node, string>,
  wrappers: Wrapper[],
): Call | undefined => {
  const callee = bare(nodeAt(place.node, 'callee'));
  const name = nameOf(callee);
  const isSame =
    name === undefined
      ? wrapper.name !== undefined && wrapper.name.length > 2 && memberName(callee) === wrapper.name
      : place.scope.find(name)?.value === wrapper.fn;
  const args = nodesAt(place.node, 'arguments');
  const given = isSame ? textOf(args[wrapper.urlAt], place) : undefined;
  if (given === undefined) return undefined;
  const url = wrapper.before + given + wrapper.after;
  const passed = wrapper.methodAt === -1 ? undefined : textOf(args[wrapper.methodAt], place);
  const method = wrapper.method ?? passed ?? 'GET';
  const bodyNode = wrapper.bodyAt === -1 ? undefined : args[wrapper.bodyAt];
  const outer = wrappers.length < 40 ? wrapperOf(place, url, method, bodyNode, names) : undefined;
  if (outer !== undefined && !wrappers.some(({ fn }) => fn === outer.fn)) {
    wrappers.push(outer);
    return undefined;
  }
  if (!LOOKS_LIKE_URL.test(url)) return undefined;
  const body = bodyOfNode(bodyNode, place);
  return {
    method: method.search(HOLE) === -1 ? method.toUpperCase() : 'GET',
    url,
    ...(body === undefined ? {} : { body }),
  };
};
