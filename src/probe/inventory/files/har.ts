import type { Operation } from '../../contract/operation.ts';
import { asMethod, draftOf, schemaOfValue, textOfValue, type Draft } from '../draft.ts';
import { bodyOfFields, bodyOfText } from './body-of.ts';

const MOST_ENTRIES = 20_000;
const STATIC = /\.(?:m?js|css|map|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|mp4|webm|wasm)$/i;
const STATIC_TYPE = /^(?:image|font|audio|video)\/|javascript|text\/css|wasm/i;

interface Named {
  name?: unknown;
  value?: unknown;
  fileName?: unknown;
}
interface Entry {
  request?: { method?: unknown; url?: unknown; postData?: { mimeType?: unknown; text?: unknown; params?: Named[] } };
  response?: { status?: unknown; content?: { mimeType?: unknown; text?: unknown; encoding?: unknown } };
}

/** Operations in a HAR 1.2 recording: requests to allowed origins that are not for static files. */
export const readHar = (text: string, allowed: readonly string[]): { drafts: Draft[]; notes: string[] } => {
  let entries: Entry[];
  try {
    const list = (JSON.parse(text) as { log?: { entries?: unknown } } | null)?.log?.entries;
    if (!Array.isArray(list)) return { drafts: [], notes: ['it is not a HAR file'] };
    entries = list.slice(0, MOST_ENTRIES) as Entry[];
  } catch {
    return { drafts: [], notes: ['it is not JSON'] };
  }
  const drafts: Draft[] = [];
  const others = new Map<string, number>();
  for (const entry of entries) {
    const { request, response } = entry ?? {};
    const method = typeof request?.method === 'string' ? asMethod(request.method) : undefined;
    if (method === undefined || method === 'OPTIONS' || typeof request?.url !== 'string' || !URL.canParse(request.url))
      continue;
    const url = new URL(request.url);
    const origin = url.origin.replace(/^ws/, 'http');
    if (!allowed.includes(origin)) {
      others.set(origin, (others.get(origin) ?? 0) + 1);
      continue;
    }
    const type = response?.content?.mimeType;
    if (method === 'GET' && (STATIC.test(url.pathname) || (typeof type === 'string' && STATIC_TYPE.test(type))))
      continue;
    if (response?.status === 404 || response?.status === 405) continue;
    const body = bodyOf(request.postData);
    const answer = answerOf(response);
    const draft = draftOf({
      origin,
      method,
      path: url.pathname,
      source: 'har',
      query: url.searchParams,
      ...(body === undefined ? {} : { body }),
      ...(answer === undefined ? {} : { answer }),
    });
    if (draft !== undefined) drafts.push(draft);
  }
  const notes = [...others]
    .slice(0, 10)
    .map(
      ([origin, count]) =>
        `${count} recorded ${count === 1 ? 'request goes' : 'requests go'} to ${origin}, which is not an allowed origin`,
    );
  return { drafts, notes };
};

const bodyOf = (post: NonNullable<Entry['request']>['postData']): Draft['body'] => {
  if (post == null || typeof post !== 'object') return undefined;
  const type = typeof post.mimeType === 'string' ? post.mimeType : '';
  if (typeof post.text === 'string' && post.text !== '' && !/^multipart/i.test(type))
    return bodyOfText(post.text, type);
  if (!Array.isArray(post.params))
    return type === '' ? undefined : { contentType: type.split(';')[0] ?? type, schema: {}, required: true };
  const fields = post.params
    .filter((field) => typeof field?.name === 'string')
    .map((field) => [field.name as string, field.fileName === undefined ? textOfValue(field.value) : null] as const);
  return bodyOfFields(fields, type.split(';')[0]?.trim() || 'application/x-www-form-urlencoded');
};

const answerOf = (response: Entry['response']): Operation['answer'] => {
  const status = response?.status;
  if (typeof status !== 'number' || status < 200 || status > 299) return undefined;
  const { mimeType, text, encoding } = response?.content ?? {};
  if (typeof mimeType !== 'string' || mimeType === '') return { status };
  const contentType = mimeType.split(';')[0] ?? mimeType;
  if (!/json/i.test(contentType) || typeof text !== 'string' || encoding !== undefined) return { status, contentType };
  try {
    return { status, contentType, schema: schemaOfValue(JSON.parse(text)) };
  } catch {
    return { status, contentType };
  }
};
