import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, PEOPLE, startTwin, type RunningTwin } from '../../../examples/direct/server.ts';

/** The part of the library that is used here. */
interface Result {
  data: never;
  error: { code?: string; message: string } | null;
  count?: number | null;
}
interface Query extends PromiseLike<Result> {
  select(columns?: string, options?: object): Query;
  insert(row: object): Query;
  upsert(row: object): Query;
  update(row: object): Query;
  delete(): Query;
  eq(column: string, value: unknown): Query;
  in(column: string, values: unknown[]): Query;
  or(text: string): Query;
  gte(column: string, value: unknown): Query;
  order(column: string, options?: object): Query;
  range(from: number, to: number): Query;
  single(): Query;
  maybeSingle(): Query;
}
interface Session {
  session: { access_token: string } | null;
  user: { id: string } | null;
}
type Auth = Promise<{ data: Session; error: Result['error'] }>;
interface Files {
  upload(path: string, body: unknown, options?: object): Promise<Result>;
  update(path: string, body: unknown): Promise<Result>;
  download(path: string): Promise<{ data: Blob | null; error: Result['error'] }>;
  list(path: string): Promise<{ data: { name: string }[] | null }>;
  remove(paths: string[]): Promise<{ data: unknown[] | null }>;
  getPublicUrl(path: string): { data: { publicUrl: string } };
}
interface Channel {
  on(kind: string, filter: object, heard: (message: { payload: unknown }) => void): Channel;
  subscribe(told: (status: string) => void): Channel;
  send(message: object): Promise<string>;
}
interface Client {
  from(table: string): Query;
  rpc(name: string, args?: object): Query;
  auth: {
    signUp(who: object): Auth;
    signInWithPassword(who: object): Auth;
    refreshSession(): Auth;
    getUser(): Promise<{ data: { user: { email: string } | null } }>;
    signOut(): Promise<{ error: Result['error'] }>;
  };
  storage: { from(bucket: string): Files };
  channel(name: string, options?: object): Channel;
  removeAllChannels(): Promise<unknown>;
  functions: { invoke(name: string): Promise<{ data: unknown; error: Error | null }> };
}
interface Library {
  createClient(url: string, key: string, options: object): Client;
}

const from = process.env['SUPABASE_JS'] ?? '@supabase/supabase-js';
const library = await (import(/* @vite-ignore */ from) as Promise<Library>).catch(() => null);

describe.skipIf(library === null)('supabase-js works against the stand-in', () => {
  let twin: RunningTwin;
  beforeAll(async () => {
    twin = await startTwin('closed');
  });
  afterAll(() => twin.close());

  const open = (): Client => library!.createClient(twin.data, twin.publicKey, { auth: { persistSession: false } });
  const enter = async (email: string): Promise<{ client: Client; id: string }> => {
    const client = open();
    const { data, error } = await client.auth.signInWithPassword({ email, password: PASSWORD });
    expect(error).toBeNull();
    return { client, id: data.user!.id };
  };

  test('selects, filters, orders, counts and pages', async () => {
    const client = open();
    const all = await client
      .from('listings')
      .select('id,title,price', { count: 'exact' })
      .order('price', { ascending: false });
    expect(all).toMatchObject({ error: null, count: 2, data: [{ title: 'Blue bowl' }, { title: 'Tea cup' }] });
    expect((await client.from('listings').select('name:title').gte('price', 20)).data).toEqual([{ name: 'Blue bowl' }]);
    expect((await client.from('listings').select('title').in('title', ['Tea cup', 'x, y'])).data).toHaveLength(1);
    expect((await client.from('listings').select('title').or('price.lt.20,title.ilike.*bowl')).data).toHaveLength(2);
    expect((await client.from('listings').select('title').order('title').range(1, 1)).data).toEqual([
      { title: 'Tea cup' },
    ]);
    expect((await client.from('listings').select('*', { count: 'exact', head: true })).count).toBe(2);
    expect((await client.from('listings').select('title').eq('title', 'none').maybeSingle()).data).toBeNull();
    expect((await client.from('listings').select('title').single()).error?.code).toBe('PGRST116');
    expect((await client.from('nowhere').select('*')).error?.code).toBe('PGRST205');
  });

  test('inserts, changes and deletes under row-level security', async () => {
    const seller = await enter(PEOPLE[0]);
    const other = await enter(PEOPLE[1]);
    const made = await seller.client.from('listings').insert({ title: 'Jug', price: 30 }).select().single();
    expect(made).toMatchObject({ error: null, data: { title: 'Jug', seller_id: seller.id } });
    const { id } = made.data as { id: string };
    expect((await other.client.from('listings').update({ title: 'Mine' }).eq('id', id).select()).data).toEqual([]);
    expect(
      (await seller.client.from('listings').update({ title: 'Big jug' }).eq('id', id).select('title')).data,
    ).toEqual([{ title: 'Big jug' }]);
    expect(
      (await seller.client.from('listings').upsert({ id, title: 'Jug', price: 31 }).select('price')).error,
    ).toBeNull();
    expect(
      (await other.client.from('listings').insert({ title: 'x', price: 1, seller_id: seller.id })).error?.code,
    ).toBe('42501');
    expect((await seller.client.from('listings').insert({ title: 'x', price: -1 })).error?.code).toBe('23514');
    expect((await seller.client.from('listings').delete().eq('id', id)).error).toBeNull();
    expect((await open().from('orders').select('*')).data).toEqual([]);
    expect((await other.client.from('profiles').update({ role: 'admin' }).eq('id', other.id)).error?.code).toBe(
      '42501',
    );
  });

  test('calls functions of the database and of the edge', async () => {
    const { client, id } = await enter(PEOPLE[1]);
    expect((await client.rpc('order_summary', { p_user: id })).data).toHaveLength(1);
    expect((await open().rpc('order_summary', { p_user: id })).error?.code).toBe('42501');
    expect((await open().rpc('popular_listings')).data).toHaveLength(2);
    expect((await client.rpc('nothing')).error?.code).toBe('PGRST202');
    expect((await client.functions.invoke('export-orders')).error).not.toBeNull();
  });

  test('signs up, in and out, and renews', async () => {
    const client = open();
    const who = { email: 'new@mail.example', password: 'long enough' };
    expect(await client.auth.signUp(who)).toMatchObject({ error: null, data: { session: null } });
    expect((await client.auth.signInWithPassword(who)).error?.code).toBe('email_not_confirmed');
    expect((await client.auth.signInWithPassword({ ...who, password: 'wrong one' })).error?.code).toBe(
      'invalid_credentials',
    );
    const { client: own } = await enter(PEOPLE[0]);
    expect((await own.auth.getUser()).data.user?.email).toBe(PEOPLE[0]);
    expect((await own.auth.refreshSession()).data.session?.access_token).toBeTypeOf('string');
    expect((await own.auth.signOut()).error).toBeNull();
  });

  test('speaks and listens in channels, by the policies of the private ones', async () => {
    const { client, id } = await enter(PEOPLE[0]);
    const other = await enter(PEOPLE[1]);
    const joined = async (by: Client, name: string, isPrivate: boolean, heard: (text: unknown) => void) => {
      const channel = by.channel(name, { config: { private: isPrivate, broadcast: { self: true } } });
      channel.on('broadcast', { event: 'note' }, ({ payload }) => heard(payload));
      const status = await new Promise<string>((resolve) => channel.subscribe(resolve));
      return { channel, status };
    };
    try {
      const heard = Promise.withResolvers<unknown>();
      const own = await joined(client, `inbox:${id}`, true, heard.resolve);
      expect(own.status).toBe('SUBSCRIBED');
      await own.channel.send({ type: 'broadcast', event: 'note', payload: { text: 'hello' } });
      expect(await heard.promise).toEqual({ text: 'hello' });
      expect((await joined(other.client, `inbox:${id}`, true, () => {})).status).toBe('CHANNEL_ERROR');
      expect((await joined(open(), 'chat', false, () => {})).status).toBe('CHANNEL_ERROR');
    } finally {
      await client.removeAllChannels();
      await other.client.removeAllChannels();
    }
  });

  test('uploads, lists, reads, replaces and removes files', async () => {
    const { client, id } = await enter(PEOPLE[0]);
    const other = await enter(PEOPLE[1]);
    const files = client.storage.from('avatars');
    expect((await files.upload(`${id}/face.txt`, new Blob(['one'], { type: 'text/plain' }))).error).toBeNull();
    expect((await files.update(`${id}/face.txt`, Buffer.from('two'))).error).toBeNull();
    expect(await (await files.download(`${id}/face.txt`)).data?.text()).toBe('two');
    expect((await files.list(id)).data?.map(({ name }) => name)).toEqual(['face.txt', 'me.txt']);
    expect(await (await fetch(files.getPublicUrl(`${id}/face.txt`).data.publicUrl)).text()).toBe('two');
    expect(
      (await other.client.storage.from('avatars').upload(`${id}/face.txt`, 'x', { upsert: true })).error,
    ).not.toBeNull();
    expect((await other.client.storage.from('avatars').remove([`${id}/face.txt`])).data).toEqual([]);
    expect((await files.remove([`${id}/face.txt`])).data).toHaveLength(1);
    expect((await files.download(`${id}/face.txt`)).error).not.toBeNull();
  });
});
