import type { OperationSource } from '../../model/evidence/boundary.ts';
import type { Operation, Parameter } from '../contract/operation.ts';
import type { Draft } from './draft.ts';
import { parametersOf, shapeOf } from './template.ts';

/** Whose word counts most, first. */
const RANK: readonly OperationSource[] = [
  'config',
  'openapi',
  'code',
  'graphql',
  'postman',
  'har',
  'form',
  'bundle',
  'page',
  'sitemap',
  'options',
  'robots',
  'guess',
];
const MOST_SEEN = 20;

/** `GET /api/orders/{orderId}`, with the origin in front when it is not the app's first. */
export const operationIdOf = (origin: string, method: string, path: string, first: string): string =>
  origin === first ? `${method} ${path}` : `${origin} ${method} ${path}`;

const rankOf = ({ sources }: Draft): number => Math.min(...sources.map((source) => RANK.indexOf(source)));

/** One operation for each method and shape of path, with all that its sources know. */
export const mergeDrafts = (drafts: readonly Draft[], first: string): Operation[] => {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = `${draft.origin} ${draft.method} ${shapeOf(draft.path)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  }
  return [...groups.values()].map((group) => {
    const [best, ...rest] = group.toSorted((a, b) => rankOf(a) - rankOf(b));
    const merged = rest.reduce(joined, best!);
    return { ...merged, id: operationIdOf(merged.origin, merged.method, merged.path, first) };
  });
};

/** `a` is the better described; `b` fills its gaps. */
const joined = (a: Draft, b: Draft): Draft => {
  const names = parametersOf(a.path);
  const others = parametersOf(b.path);
  // Path parameters are the same by their place, whatever their names.
  const renamed = b.parameters.map((parameter) => {
    const place = parameter.in === 'path' ? others.indexOf(parameter.name) : -1;
    const name = place === -1 ? undefined : names[place];
    return name === undefined ? parameter : { ...parameter, name };
  });
  const declared = a.declared ?? b.declared;
  const body = a.body === undefined ? b.body : bodyOf(a.body, b.body);
  const answer = a.answer ?? b.answer;
  const operationId = a.operationId ?? b.operationId;
  const summary = a.summary ?? b.summary;
  return {
    origin: a.origin,
    method: a.method,
    path: a.path,
    parameters: joinParameters(a.parameters, renamed),
    sources: [...new Set([...a.sources, ...b.sources])],
    ...(body === undefined ? {} : { body }),
    ...(answer === undefined ? {} : { answer }),
    ...(declared === undefined ? {} : { declared }),
    ...(operationId === undefined ? {} : { operationId }),
    ...(summary === undefined ? {} : { summary }),
  };
};

const bodyOf = (a: NonNullable<Draft['body']>, b: Draft['body']): NonNullable<Draft['body']> => {
  if (b === undefined) return a;
  const schema = Object.keys(a.schema).length === 0 && a.contentType === b.contentType ? b.schema : a.schema;
  const seen = a.seen ?? (a.contentType === b.contentType ? b.seen : undefined);
  return { ...a, schema, ...(seen === undefined ? {} : { seen }) };
};

const joinParameters = (a: readonly Parameter[], b: readonly Parameter[]): Parameter[] => {
  const all = new Map(a.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
  for (const parameter of b) {
    const key = `${parameter.in} ${parameter.name}`;
    const known = all.get(key);
    if (known === undefined) {
      all.set(key, parameter);
      continue;
    }
    const seen = [...new Set([...(known.seen ?? []), ...(parameter.seen ?? [])])].slice(0, MOST_SEEN);
    const plain = Object.keys(known.schema).length === 0 ? parameter.schema : known.schema;
    all.set(key, { ...known, schema: plain, ...(seen.length === 0 ? {} : { seen }) });
  }
  return [...all.values()];
};
