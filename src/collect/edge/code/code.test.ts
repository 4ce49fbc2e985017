import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { HostingDomain } from '../../../model/evidence/hosting.ts';
import type { EdgeCode } from '../../../model/evidence/edge/code.ts';
import { makeAuthority } from '../../../net/testing/authority.ts';
import { a, alias, lookInto, soa, type Zone } from '../testing/world.ts';
import { codeNamesCollector } from './collector.ts';
import { tenantOf } from './tenants.ts';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

const named = (as: HostingDomain['as'], domain: string, environment: HostingDomain['environment'] = 'production') => ({
  domain,
  as,
  environment,
  at: { path: '.env.production', line: 3 },
});

const look = (domains: readonly HostingDomain[], zone: Zone = {}, port = 1): Promise<EdgeCode> =>
  lookInto(
    {
      zone: { 'shop.test': [a('127.0.0.1'), soa()], 'www.shop.test': [a('127.0.0.1')], ...zone },
      evidence: { 'hosting.domains': { ok: true, value: domains } },
      detours: [80, 443].map((from) => ({ host: '', port: from, address: '', toPort: port })),
    },
    codeNamesCollector,
  );

/** One server for all hosts; without `always` it redirects www alone. */
const redirecting = async (to: string, always = false): Promise<number> => {
  const { createServer: secure } = await import('node:https');
  const { cert, key } = await (await makeAuthority()).issue({ names: ['shop.test'], days: 90, age: 1, chain: true });
  const server = secure({ cert, key }, ({ headers }, response) => {
    const isWww = headers.host?.startsWith('www.') === true;
    if (isWww) response.writeHead(308, { location: to }).end();
    else if (always) response.writeHead(308, { location: 'https://www.shop.test/' }).end();
    else response.end('shop');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
};

test.each<[string, string, number]>([
  ['https://shop.test/', 'www.shop.test', 1],
  ['/login', 'www.shop.test', 0],
  ['https://login.shop.test/', 'www.shop.test', 0],
  ['https://www.shop.test/home', 'www.shop.test', 0],
  ['https://shop.elsewhere.test/', 'www.shop.test', 0],
  ['https://[', 'www.shop.test', 0],
])('a redirect to %s', async (to, host, count) => {
  const { moved } = await look([named('variable', host)], {}, await redirecting(to));
  expect(moved).toHaveLength(count);
});

test('two that send people to each other are not told here', async () => {
  const port = await redirecting('https://shop.test/', true);
  expect((await look([named('variable', 'www.shop.test')], {}, port)).moved).toEqual([]);
});

test('what is set for developers is not looked at', async () => {
  const port = await redirecting('https://shop.test/');
  expect(await look([named('variable', 'www.shop.test', 'development')], {}, port)).toMatchObject({
    named: 0,
    moved: [],
  });
});

test('a cookie for the domain, and a service below it', async () => {
  const zone: Zone = { 'docs.shop.test': [alias('bazaar.zendesk.com')], 'bazaar.zendesk.com': [a('127.0.0.1')] };
  expect((await look([named('cookie', 'shop.test')], zone)).cookies).toEqual([
    {
      domain: 'shop.test',
      at: { path: '.env.production', line: 3 },
      tenants: [{ host: 'docs.shop.test', target: 'bazaar.zendesk.com', service: 'Zendesk' }],
    },
  ]);
});

test.each<[string, Zone, number]>([
  ['an origin that is gone', {}, 1],
  ['one that is there', { 'bazaar.azurewebsites.net': [a('127.0.0.1')] }, 0],
  ['one that the resolver fails at', { 'bazaar.azurewebsites.net': { records: [], rcode: 'SERVFAIL' } }, 0],
])('%s', async (_, zone, count) => {
  expect((await look([named('origin', 'bazaar.azurewebsites.net')], zone)).gone).toHaveLength(count);
});

test('a preview that its platform does not know any more', async () => {
  const server = createServer((request, response) =>
    response
      .writeHead(404, request.headers.host === 'held.vercel.app' ? {} : { 'x-vercel-error': 'DEPLOYMENT_NOT_FOUND' })
      .end(),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(() => server.close());
  const zone: Zone = { 'old.vercel.app': [a('127.0.0.1')], 'held.vercel.app': [a('127.0.0.1')] };
  const { gone } = await look(
    [named('origin', 'old.vercel.app'), named('origin', 'held.vercel.app')],
    zone,
    (server.address() as AddressInfo).port,
  );
  expect(gone.map(({ name, provider }) => `${name} ${provider}`)).toEqual(['old.vercel.app Vercel']);
});

test.each([
  ['bazaar.zendesk.com', 'Zendesk'],
  ['shop.onrender.com', undefined],
  ['notzendesk.com', undefined],
])('%s is of %s', (target, service) => {
  expect(tenantOf(target)).toBe(service);
});
