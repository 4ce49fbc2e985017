import { once } from '../accounts/memo.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import type { Project } from './project.ts';
import { askData, isFine, type Person } from './rest.ts';

export interface Bucket {
  id: string;
  /** Undefined when nobody may know. */
  isPublic?: boolean;
}

const MOST = 20;
const NAME = /^[\w.-]{1,100}$/;
/** The smallest picture there is, for buckets that take nothing else. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Buckets that the code names, and those that the API lists for everybody. */
export const bucketsOf = (context: ProbeContext, project: Project): Promise<readonly Bucket[]> =>
  once(context, `direct: buckets ${project.origin}`, async () => {
    const answer = await askData(context, project, { method: 'GET', path: '/storage/v1/bucket', mode: 'read' });
    const listed: unknown[] = isFine(answer) && Array.isArray(answer.json) ? (answer.json as unknown[]) : [];
    const found = new Map<string, Bucket>([...project.names.buckets].map((id) => [id, { id }]));
    for (const one of listed.slice(0, MOST)) {
      const { id, public: isPublic } = (one ?? {}) as { id?: unknown; public?: unknown };
      if (typeof id !== 'string') continue;
      found.set(id, { id, ...(typeof isPublic === 'boolean' ? { isPublic } : {}) });
    }
    return [...found.values()].filter(({ id }) => NAME.test(id)).slice(0, MOST);
  });

export interface Entry {
  path: string;
  isFolder: boolean;
}

/** Names in a bucket, one folder deep where there are only folders. */
export const listFiles = async (
  context: ProbeContext,
  project: Project,
  bucket: string,
): Promise<{ answer: Answer; entries: Entry[] }> => {
  const ask = async (prefix: string): Promise<{ answer: Answer; entries: Entry[] }> => {
    const answer = await askData(context, project, {
      method: 'POST',
      path: `/storage/v1/object/list/${bucket}`,
      mode: 'read',
      discreet: true,
      body: { json: { prefix, limit: 5, offset: 0, sortBy: { column: 'name', order: 'asc' } } },
    });
    const json: unknown[] = isFine(answer) && Array.isArray(answer.json) ? (answer.json as unknown[]) : [];
    const entries = json.slice(0, 5).flatMap((one): Entry[] => {
      const { name, id } = (one ?? {}) as { name?: unknown; id?: unknown };
      return typeof name === 'string' && name.length < 300 && name !== '.emptyFolderPlaceholder'
        ? [{ path: prefix === '' ? name : `${prefix}/${name}`, isFolder: id === null }]
        : [];
    });
    return { answer, entries };
  };
  const top = await ask('');
  const folder = top.entries[0];
  if (folder === undefined || top.entries.some(({ isFolder }) => !isFolder)) return top;
  const below = await ask(folder.path);
  // The first answer is the one to show: the second question names a folder, which may be somebody's id.
  return below.entries.length > 0 ? { answer: top.answer, entries: below.entries } : top;
};

const addressOf = (bucket: string, path: string): string =>
  `${bucket}/${path.split('/').map(encodeURIComponent).join('/')}`;

export interface Sent {
  answer: Answer;
  content: string;
}

/** Puts a small file of ours. A bucket that takes no text gets a picture. */
export const putFile = async (
  context: ProbeContext,
  project: Project,
  {
    bucket,
    path,
    content,
    as,
    replaces = false,
  }: { bucket: string; path: string; content: string; as: Person | null; replaces?: boolean },
): Promise<Sent> => {
  const send = (body: { raw: string | Uint8Array; contentType: string }): Promise<Answer> =>
    askData(context, project, {
      method: replaces ? 'PUT' : 'POST',
      path: `/storage/v1/object/${addressOf(bucket, path)}`,
      mode: 'write',
      as,
      headers: { 'x-upsert': replaces ? 'true' : 'false', 'cache-control': 'max-age=0' },
      body,
    });
  const first = await send({ raw: content, contentType: 'text/plain' });
  if (!first.ok || isFine(first) || !/mime|content.type/i.test(first.text.slice(0, 500)))
    return { answer: first, content };
  const picture = Buffer.concat([PIXEL, Buffer.from(content)]);
  return { answer: await send({ raw: picture, contentType: 'image/png' }), content };
};

/** Reads through the policies; `public` goes by the address that public buckets have. */
export const getFile = (
  context: ProbeContext,
  project: Project,
  {
    bucket,
    path,
    as,
    by = 'authenticated',
  }: { bucket: string; path: string; as: Person | null; by?: 'authenticated' | 'public' },
): Promise<Answer> =>
  askData(context, project, {
    method: 'GET',
    path: `/storage/v1/object/${by}/${addressOf(bucket, path)}?lr=${Math.random().toString(36).slice(2)}`,
    mode: 'read',
    as,
    maxBytes: 20_000,
  });

export const deleteFile = (
  context: ProbeContext,
  project: Project,
  { bucket, path, as }: { bucket: string; path: string; as: Person | null },
): Promise<Answer> =>
  askData(context, project, {
    method: 'DELETE',
    path: `/storage/v1/object/${addressOf(bucket, path)}`,
    mode: 'write',
    as,
  });

/** Our file, by the address that a public bucket has for everybody. */
export const isOursServed = async (
  context: ProbeContext,
  project: Project,
  bucket: string,
  path: string,
  canary: string,
): Promise<boolean> => {
  const answer = await getFile(context, project, { bucket, path, as: null, by: 'public' });
  return isFine(answer) && answer.text.includes(canary);
};

/** Whether the bucket serves a file of others to everybody: its head alone is asked for. */
export const isServed = async (
  context: ProbeContext,
  project: Project,
  bucket: string,
  path: string,
): Promise<boolean> =>
  isFine(
    await askData(context, project, {
      method: 'HEAD',
      path: `/storage/v1/object/public/${addressOf(bucket, path)}`,
      mode: 'read',
      discreet: true,
    }),
  );
