import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { HostTrust } from '../../../model/evidence/edge/trust.ts';
import { makeAuthority } from '../../../net/testing/authority.ts';
import { a, lookInto } from '../testing/world.ts';
import { trustCollector } from './collector.ts';

const ADDRESS = '127.87.0.1';

interface Reply {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** What is seen of shop.test, and which paths it was asked for. */
const look = async (app: (request: IncomingMessage) => Reply): Promise<{ seen: HostTrust; asked: string[] }> => {
  const { cert, key } = await (await makeAuthority()).issue({ names: ['shop.test'], days: 90, age: 1, chain: true });
  const asked: string[] = [];
  const server = createServer({ cert, key }, (request, response) => {
    asked.push(request.url ?? '');
    const { status = 404, headers = {}, body = '' } = app(request);
    response.writeHead(status, headers).end(body);
  });
  await once(server.listen(0, ADDRESS), 'listening');
  try {
    const { hosts } = await lookInto(
      {
        zone: { 'shop.test': [a(ADDRESS)] },
        detours: [{ host: '', port: 443, address: '', toPort: (server.address() as AddressInfo).port }],
        config: { private: ['/api/me'] },
      },
      trustCollector,
    );
    expect(hosts.map(({ host }) => host)).toEqual(['shop.test']);
    return { seen: hosts[0]!, asked };
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
};

const allows = (is: (origin: string) => boolean, more: Readonly<Record<string, string>> = {}) =>
  look(({ headers: { origin = '' } }) => ({
    headers: is(origin)
      ? { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', ...more }
      : {},
  }));

const kinds = ({ seen }: { seen: HostTrust }): string[] => [...new Set(seen.origins.map(({ kind }) => kind))];

test('who lets any origin in is asked for no other', async () => {
  const { seen } = await allows((origin) => origin !== '');
  expect(kinds({ seen })).toEqual(['any']);
  expect(seen.answered.origins).toBe(3);
  expect(new URL(seen.origins[0]?.url ?? '').pathname).toBe('/api/me');
  expect(seen.origins[0]?.origin).toMatch(/^https:\/\/lr[0-9a-f]{12}\.example$/);
});

test.each<[string, (origin: string) => boolean, string[]]>([
  ['the origin null', (origin) => origin === 'null', ['null']],
  ['an ending', (origin) => origin.endsWith('shop.test'), ['alike']],
  ['a beginning', (origin) => origin.startsWith('https://shop.test'), ['alike']],
  ['a list', (origin) => ['https://shop.test', 'https://admin.shop.test'].includes(origin), []],
  ['hosts below', (origin) => /^https:\/\/(?:[a-z-]+\.)*shop\.test$/.test(origin), []],
  ['nobody', () => false, []],
])('%s', async (_, is, expected) => {
  expect(kinds(await allows(is))).toEqual(expected);
});

test('what browsers refuse is no leave', async () => {
  for (const headers of [
    { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' },
    { 'access-control-allow-credentials': 'false' },
    { 'access-control-allow-credentials': 'True' },
  ])
    expect(kinds(await allows(() => true, headers))).toEqual([]);
});

test('no path that others ask for could be kept by a cache', async () => {
  const { asked } = await allows(() => false);
  // The first is what every collector sees of the front page: it is asked for as anybody does.
  expect(asked.filter((path) => path === '/')).toHaveLength(1);
  expect(asked.filter((path) => path !== '/' && !/lr[0-9a-f]{12}/.test(path))).toEqual([]);
});

const forwarded = (request: IncomingMessage): string => String(request.headers['x-forwarded-host'] ?? 'shop.test');

test('a host of a header that comes back in a redirect, a tag, or mere text', async () => {
  const redirect = await look((request) => ({
    status: 302,
    headers: { location: `https://${forwarded(request)}/login` },
  }));
  expect(redirect.seen.forwarded[0]?.header).toMatch(/^X-Forwarded-Host: lr[0-9a-f]{12}\.example$/);
  expect(redirect.seen.forwarded[0]?.where).toMatch(/^location: https:\/\/lr/);
  const tag = await look((request) => ({
    body: `<h1>Gone</h1><link rel="canonical" href="https://${forwarded(request)}/x">`,
  }));
  expect(tag.seen.forwarded[0]?.where).toMatch(/^<link rel="canonical" href="https:\/\/lr/);
  const standard = await look(({ headers: { forwarded: value = '' } }) => ({
    body: `<a href=//${value.replace('host=', '')}>`,
  }));
  expect(standard.seen.forwarded.map(({ header }) => header.split(':')[0])).toContain('Forwarded');
  const text = await look((request) => ({ body: `<p>Nothing at https://${forwarded(request)}/ today</p>` }));
  expect(text.seen.forwarded).toEqual([]);
  expect(text.seen.answered.forwarded).toBe(2);
});

test('a path that begins with a host', async () => {
  const cut = await look(({ url = '' }) =>
    url.length > 1 && url.endsWith('/') ? { status: 308, headers: { location: url.slice(0, -1) } } : {},
  );
  expect(cut.seen.away.map(({ location }) => location.replace(/lr\w+/, 'x'))).toEqual(['//x.example']);
  const slashes = await look(({ url = '' }) => ({
    status: 301,
    headers: { location: decodeURIComponent(url).replace(/^\/+/, '/') },
  }));
  expect(slashes.seen.away.map(({ location }) => location.replace(/lr\w+/, 'x'))).toEqual([String.raw`/\x.example/`]);
  const whole = await look(({ url = '' }) => ({ status: 308, headers: { location: `https://shop.test${url}` } }));
  expect(whole.seen.away).toEqual([]);
});
