import { expect, test } from 'vitest';
import type { Hit } from '../detect/hit.ts';
import { Text } from '../detect/text.ts';
import { expandSample } from '../samples.ts';
import { connectionStringFinder } from './connection-string.ts';

const confidence = (text: string): string | undefined => {
  const hits: Hit[] = [];
  const at = text.indexOf('://');
  connectionStringFinder.find(new Text(Buffer.from(text), false), at, at + 3, 0, (hit) => hits.push(hit));
  return hits[0]?.confidence;
};

test.each([
  [expandSample('https://shop:{alnum:20}@api.shop.io/v1'), 'high'],
  ['https://user:pass%23pass@api.shop.io/', 'low'],
  ['https://proxyuser:proxypass@proxy.shop.io/', 'low'],
  ['postgres://shop:correcthorse@db.shop.io/shop', 'high'],
  ['https://user:pass@api.shop.io/', undefined],
])('%s is %s', (text, expected) => expect(confidence(text)).toBe(expected));

test('the form of an address is none', () => {
  expect(confidence('postgres://[user][:password]@[host][:port]/[dbname]')).toBeUndefined();
  expect(confidence('postgres://shop:correcthorse@[2001:db8::7]:5432/shop')).toBe('high');
});

const hitOf = (text: string): Hit | undefined => {
  const hits: Hit[] = [];
  const at = text.indexOf('://');
  connectionStringFinder.find(new Text(Buffer.from(text), false), at, at + 3, 0, (hit) => hits.push(hit));
  return hits[0];
};

const password = expandSample('{alnum:16}7');
const project = 'qwmzrtvjplckouxcmmoa';

test.each([
  [`postgresql://postgres:${password}@db.${project}.supabase.co:5432/postgres`, 'supabase.com/dashboard'],
  [`postgresql://postgres.${project}:${password}@aws-0-eu-central-1.pooler.supabase.com:6543/postgres`, 'supabase.com'],
  [`mongodb+srv://app:${password}@cluster0.ab1cd.mongodb.net/shop`, 'cloud.mongodb.com'],
  [`postgres://shop:${password}@dpg-${project}-a.oregon-postgres.render.com/shop`, 'dashboard.render.com'],
])("a database is replaced at its host, and its address is nobody's invention: %#", (text, at) => {
  expect(hitOf(text)).toMatchObject({ rule: 'database-url', confidence: 'high' });
  expect(hitOf(text)?.rotation.at).toContain(at);
});

test.each([
  ['an address of a manual', `postgresql://postgres:${password}@db.abcdefghijklmnopqrst.supabase.co:5432/postgres`],
  ['a password of words', `postgresql://postgres:correcthorse@db.${project}.supabase.co:5432/postgres`],
  ["a server of one's own", `postgresql://postgres:${password}@db.shop.io:5432/postgres`],
])('%s is any server', (_, text) => expect(hitOf(text)?.rule).toBe('connection-string'));

test('each kind of server is replaced in its own way', () => {
  const at = (text: string): string | undefined => hitOf(text)?.rotation.at;
  expect(at('mysql://shop:correcthorse1@db.shop.io/shop')).toContain('mysql.com');
  expect(at('redis://shop:correcthorse1@db.shop.io/0')).toContain('redis.io');
  expect(hitOf('smtp://shop:correcthorse1@mail.shop.io')?.providerName).toBe('whatever accepts it');
});
