import { answer, jsonOf, Refusal, type Call } from './http.ts';

/** Storage answers 400 and says the real status inside. */
const refuse = (statusCode: string, error: string, message: string): Refusal =>
  new Refusal(400, { statusCode, error, message });
const missing = (): Refusal => refuse('404', 'not_found', 'Object not found');

interface StoredObject {
  id: string;
  name: string;
  mime: string | null;
  content: Uint8Array;
  created_at: Date;
  updated_at: Date;
}

const read = async (call: Call, bucket: string, path: string): Promise<void> => {
  const [found] = await call.database.as(
    call.claims,
    async (tx) =>
      (await tx.query<StoredObject>('select * from storage.objects where bucket_id = $1 and name = $2', [bucket, path]))
        .rows,
  );
  if (found === undefined) throw missing();
  send(call, found);
};

const readPublic = async (call: Call, bucket: string, path: string): Promise<void> => {
  const [found] = await call.database.own<StoredObject>(
    `select o.* from storage.objects o join storage.buckets b on b.id = o.bucket_id
     where b.public and o.bucket_id = $1 and o.name = $2`,
    [bucket, path],
  );
  if (found === undefined) throw missing();
  send(call, found);
};

const send = ({ res, req }: Call, { content, mime }: StoredObject): void => {
  res.writeHead(200, { 'content-type': mime ?? 'application/octet-stream', 'content-length': content.byteLength });
  res.end(req.method === 'HEAD' ? undefined : Buffer.from(content));
};

/** supabase-js sends Blobs as a form and everything else as it is. */
const fileIn = ({ req, body }: Call): { content: Uint8Array; mime: string } => {
  const type = String(req.headers['content-type'] ?? 'application/octet-stream');
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(type)?.[1];
  if (boundary === undefined) return { content: body, mime: type };
  const parts = body.toString('latin1').split(`--${boundary}`);
  const file = parts.find((part) => /filename=|name=""/.test(part.slice(0, 400))) ?? '';
  const at = file.indexOf('\r\n\r\n');
  return {
    content: Buffer.from(file.slice(at + 4, -2), 'latin1'),
    mime: /content-type: ([^\r\n]+)/i.exec(file.slice(0, at))?.[1] ?? 'application/octet-stream',
  };
};

const write = async (call: Call, bucket: string, path: string): Promise<void> => {
  const { content, mime } = fileIn(call);
  const upserts = String(call.req.headers['x-upsert']) === 'true';
  const [known] = await call.database.own<{ id: string }>('select id from storage.buckets where id = $1', [bucket]);
  if (known === undefined) throw refuse('404', 'Bucket not found', 'Bucket not found');
  const rows = await call.database.as(call.claims, async (tx) => {
    if (call.req.method === 'PUT') {
      const { rows: changed } = await tx.query<{ id: string }>(
        `update storage.objects set content = $3, mime = $4, updated_at = now() where bucket_id = $1 and name = $2 returning id`,
        [bucket, path, content, mime],
      );
      if (changed.length === 0) throw missing();
      return changed;
    }
    const conflict = upserts
      ? 'on conflict (bucket_id, name) do update set content = $3, mime = $4, updated_at = now()'
      : '';
    await tx.query(`insert into storage.objects (bucket_id, name, content, mime) values ($1, $2, $3, $4) ${conflict}`, [
      bucket,
      path,
      content,
      mime,
    ]);
    return [];
  });
  answer(call.res, 200, { Key: `${bucket}/${path}`, Id: rows[0]?.id ?? '00000000-0000-4000-8000-00000000000f' });
};

const list = async (call: Call, bucket: string): Promise<void> => {
  const {
    prefix = '',
    limit = 100,
    offset = 0,
  } = jsonOf(call.body) as { prefix?: string; limit?: number; offset?: number };
  const base = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  const rows = await call.database.as(
    call.claims,
    async (tx) =>
      (
        await tx.query<Omit<StoredObject, 'content'> & { bytes: number }>(
          `select id, name, mime, created_at, updated_at, length(content) as bytes from storage.objects
         where bucket_id = $1 and starts_with(name, $2) order by name`,
          [bucket, base],
        )
      ).rows,
  );
  const entries = new Map<string, object>();
  for (const row of rows) {
    const [first = '', ...deeper] = row.name.slice(base.length).split('/');
    if (entries.has(first)) continue;
    const own = {
      id: row.id,
      created_at: row.created_at,
      updated_at: row.updated_at,
      last_accessed_at: row.updated_at,
    };
    entries.set(
      first,
      deeper.length > 0
        ? { name: first, id: null, created_at: null, updated_at: null, last_accessed_at: null, metadata: null }
        : { name: first, ...own, metadata: { size: row.bytes, mimetype: row.mime } },
    );
  }
  answer(call.res, 200, [...entries.values()].slice(offset, offset + limit));
};

const remove = async (call: Call, bucket: string, paths: readonly string[]): Promise<{ name: string }[]> =>
  call.database.as(call.claims, async (tx) => {
    const gone: { name: string }[] = [];
    for (const path of paths)
      gone.push(
        ...(
          await tx.query<{ name: string }>(
            'delete from storage.objects where bucket_id = $1 and name = $2 returning name',
            [bucket, path],
          )
        ).rows,
      );
    return gone;
  });

const onObject = async (call: Call, rest: readonly string[]): Promise<void> => {
  const { method } = call.req;
  const [first = '', ...deeper] = rest;
  if (first === 'list' && method === 'POST') return list(call, deeper[0] ?? '');
  const named = ['public', 'authenticated', 'info', 'upload'].includes(first);
  const [bucket = '', ...segments] = named ? deeper : rest;
  const path = segments.join('/');
  if (first === 'public') return readPublic(call, bucket, path);
  if (method === 'GET' || method === 'HEAD') return read(call, bucket, path);
  if (method === 'POST' || method === 'PUT') return write(call, bucket, path);
  if (method !== 'DELETE') throw refuse('405', 'method_not_allowed', 'Method not allowed');
  if (path !== '') {
    if ((await remove(call, bucket, [path])).length === 0) throw missing();
    return answer(call.res, 200, { message: 'Successfully deleted' });
  }
  const { prefixes } = jsonOf(call.body) as { prefixes?: string[] };
  answer(call.res, 200, await remove(call, bucket, prefixes ?? []));
};

/** Files, with the policies on storage.objects deciding. */
export const storage = async (call: Call): Promise<void> => {
  const [, kind, ...rest] = call.path.split('/').map(decodeURIComponent);
  try {
    if (kind === 'object') return await onObject(call, rest);
    if (kind !== 'bucket') throw refuse('404', 'not_found', 'Route not found');
    const buckets = await call.database.as(
      call.claims,
      async (tx) =>
        (await tx.query<{ id: string }>('select id, name, public, created_at from storage.buckets order by id')).rows,
    );
    if (rest[0] === undefined) return answer(call.res, 200, buckets);
    const own = buckets.find(({ id }) => id === rest[0]);
    if (own === undefined) throw refuse('404', 'Bucket not found', 'Bucket not found');
    answer(call.res, 200, own);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code, message } = error as { code?: string; message?: string };
    if (code === '42501') throw refuse('403', 'Unauthorized', message ?? 'new row violates row-level security policy');
    if (code === '23505') throw refuse('409', 'Duplicate', 'The resource already exists');
    throw error;
  }
};
