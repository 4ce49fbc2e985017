import { asMethod, hasControl, type Draft } from '../draft.ts';
import { parametersOf } from '../template.ts';
import { answerFrom, bodyFrom, bodyFrom2, parametersFrom, type Reading } from './parts.ts';
import { isTree, type Tree } from './read-text.ts';
import { createResolver } from './resolver.ts';
import { createSchemaReader } from './schema.ts';
import { serversOf, serversOf2, type Base } from './servers.ts';

export interface DocumentContext {
  /** Where the document was found; the main origin for a file. */
  from: string;
  allowed: readonly string[];
}

const MOST_PATHS = 3_000;

/** All operations of an OpenAPI 2, 3.0 or 3.1 document that belong to an allowed origin. */
export const readDocument = (root: Tree, context: DocumentContext): { drafts: Draft[]; notes: string[] } => {
  const notes = new Set<string>();
  const resolver = createResolver(root);
  const reading: Reading = { root, resolver, schemas: createSchemaReader(resolver) };
  const isV2 = root['openapi'] === undefined;
  const base = documentBase(isV2 ? serversOf2(root, context.from) : root['servers'], context, notes);
  const drafts: Draft[] = [];
  const paths = isTree(root['paths']) ? Object.entries(root['paths']) : [];
  if (paths.length > MOST_PATHS) notes.add(`Of ${paths.length} described paths the first ${MOST_PATHS} are read.`);
  for (const [path, value] of paths.slice(0, MOST_PATHS)) {
    const item = resolver.at(value);
    if (item === undefined || !path.startsWith('/') || path.length > 1_000 || hasControl(path)) continue;
    for (const [key, node] of Object.entries(item)) {
      const method = asMethod(key);
      const operation = method === undefined ? undefined : resolver.at(node);
      if (method === undefined || operation === undefined) continue;
      const own = isV2
        ? undefined
        : (serversOf(operation['servers'], context.from, context.allowed) ??
          serversOf(item['servers'], context.from, context.allowed));
      if (own !== undefined && own.base === undefined) {
        notes.add(`${method} ${path} belongs to ${own.offList[0] ?? 'a server'}, which is not an allowed origin.`);
        continue;
      }
      const at = own?.base ?? base;
      const parameters = parametersFrom([item['parameters'], operation['parameters']], reading);
      drafts.push(
        described({ ...operation, path, pathParameters: item['parameters'] }, at, method, parameters, reading, isV2),
      );
    }
  }
  for (const ref of resolver.remote)
    notes.add(`The reference ${ref} leads out of the description and was not followed.`);
  return { drafts, notes: [...notes].slice(0, 30) };
};

/** Descriptions name the production server even where a copy runs: what is read from this app is about this app. */
const documentBase = (list: unknown, { from, allowed }: DocumentContext, notes: Set<string>): Base => {
  const origin = new URL(from).origin;
  const servers = serversOf(list, from, allowed);
  if (servers === undefined) return { origin, path: '' };
  if (servers.base !== undefined) return servers.base;
  const [named = ''] = servers.offList;
  notes.add(
    `The description names the server ${named || '(unreadable)'}, which is not an allowed origin; its operations are taken to be at ${origin}.`,
  );
  return { origin, path: URL.canParse(named) ? new URL(named).pathname.replace(/\/+$/, '') : '' };
};

const described = (
  node: Tree,
  base: Base,
  method: Draft['method'],
  parameters: Draft['parameters'],
  reading: Reading,
  isV2: boolean,
): Draft => {
  const path = `${base.path}${String(node['path'])}`.replace(/(?<=.)\/$/, '');
  const known = new Set(parameters.filter((one) => one.in === 'path').map(({ name }) => name));
  const missing = parametersOf(path).filter((name) => !known.has(name));
  const lists = [node['parameters'], node['pathParameters']];
  const body = isV2
    ? bodyFrom2(lists, node['consumes'] ?? reading.root['consumes'], reading)
    : bodyFrom(node['requestBody'], reading);
  const answer = answerFrom(node['responses'], node['produces'] ?? reading.root['produces'], reading);
  const declared = accessOf(node['security'] ?? reading.root['security']);
  const { operationId, summary } = node;
  return {
    origin: base.origin,
    method,
    path,
    parameters: [
      ...parameters,
      ...missing.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } })),
    ],
    sources: ['openapi'],
    ...(body === undefined ? {} : { body }),
    ...(answer === undefined ? {} : { answer }),
    ...(declared === undefined ? {} : { declared }),
    ...(typeof operationId === 'string' ? { operationId: operationId.slice(0, 200) } : {}),
    ...(typeof summary === 'string' ? { summary: summary.slice(0, 300) } : {}),
  };
};

/** An empty list, or an empty requirement among others, lets everybody in. */
const accessOf = (security: unknown): Draft['declared'] => {
  if (!Array.isArray(security)) return undefined;
  const isOpen = security.length === 0 || security.some((one) => isTree(one) && Object.keys(one).length === 0);
  return isOpen ? 'public' : 'protected';
};
