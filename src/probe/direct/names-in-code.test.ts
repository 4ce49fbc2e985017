import { expect, test } from 'vitest';
import { collectNames, keysAt, noNames, type CodeNames } from './names-in-code.ts';

const namesIn = (code: string): CodeNames => {
  const names = noNames();
  collectNames(code, names);
  return names;
};
const tablesIn = (code: string): Record<string, string[]> =>
  Object.fromEntries([...namesIn(code).tables].map(([name, columns]) => [name, [...columns]]));

test('tables are known by what is done to them, minified or not', () => {
  expect(
    tablesIn(`a.from("orders").select("*"),b?.from('profiles')?.update({name:t,"phone":f({x:1}),y}).eq("id",u)`),
  ).toEqual({ orders: [], profiles: ['name', 'phone', 'y'] });
  expect(tablesIn('await supabase\n  .from<Row>("messages")\n  .insert([{ body, to: x ? {a:1} : "b,c:" }])')).toEqual({
    messages: ['body', 'to'],
  });
});

test('what is no table is left alone', () => {
  expect(tablesIn('Array.from("abc").map(x),Buffer.from("abc").toString(),rx.from("x").pipe()')).toEqual({});
  expect(tablesIn('a.from(T).select()')).toEqual({});
  expect(tablesIn('let T="payouts",x=1;T2="no";a.from(T).select()')).toEqual({ payouts: [] });
  expect(tablesIn('let T="one";function f(){let T="two";a.from(T).select()}')).toEqual({});
});

test('buckets, functions, channels and edge functions', () => {
  const { buckets, functions, channels, edge, tables } = namesIn(
    'a.storage.from("avatars").upload(p,f);const s=a.storage;s.from("docs").download(p);a.rpc("f",{p_user:u.id,n:2});' +
      'a.rpc("g");a.channel("room").on();a.functions.invoke("export",{body:{}})',
  );
  expect([...buckets]).toEqual(['avatars', 'docs']);
  expect([...functions].map(([name, args]) => [name, [...args]])).toEqual([
    ['f', ['p_user', 'n']],
    ['g', []],
  ]);
  expect([[...channels], [...edge], [...tables]]).toEqual([
    [['room', { talks: false, isPrivate: false }]],
    ['export'],
    [],
  ]);
});

test('tables that a select takes along, and those whose changes are heard', () => {
  expect(
    tablesIn(
      'a.from("orders").select(`id, buyer:profiles!buyer_id(name), items(count(), product(title))`),' +
        'a.from("x").select(t),a.channel("c").on("postgres_changes",{event:"*",schema:"public",table:"alerts"},f)',
    ),
  ).toEqual({ orders: [], profiles: [], items: [], product: [], x: [], alerts: [] });
});

test('channels: what is heard in them, and whose they are', () => {
  const { channels } = namesIn(
    'a.channel("alerts").on("postgres_changes",{},f).subscribe();a.channel(`chat:${r.id}`,{config:{private:!0}}).on("broadcast",{event:"m"},f);' +
      'const c=a.channel("room");c.send({type:"broadcast",event:"m"});a.channel(n).on("broadcast",f);a.channel(`${n}`)',
  );
  expect([...channels]).toEqual([
    ['alerts', { talks: false, isPrivate: false }],
    ['chat:{}', { talks: true, isPrivate: true }],
    ['room', { talks: true, isPrivate: false }],
  ]);
});

test('keys of an object, to where it can be read', () => {
  expect(keysAt('({a:1,"b":[1,{c:2}],`d`:3,e(){},...r,f})', 0)).toEqual(['a', 'b', 'f']);
  expect(keysAt('(x)', 0)).toEqual([]);
  expect(keysAt(String.raw`({a:"\"}",b:2`, 0)).toEqual(['a', 'b']);
});

test('code made to be slow is read in time', () => {
  const begun = performance.now();
  for (const part of [
    '.channel(`${',
    '.channel(',
    '.from("a").select("a:b(',
    '.from(',
    '.from("a")',
    '.rpc("f",{',
    '.storage.from<',
    '.from(T).select(',
  ])
    collectNames(part.repeat(200_000 / part.length), noNames());
  expect(performance.now() - begun).toBeLessThan(30_000);
});
