import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { DnsName } from '../../../model/evidence/edge/dns.ts';
import { a, alias, lookInto, soa, txt, type Zone } from '../testing/world.ts';
import { dnsCollector } from './collector.ts';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A provider at every web address: what it answers for a host, as `Header: value` lines and a body behind an empty one. */
const provider = async (answer: (host: string) => string): Promise<number> => {
  const server = createServer((request, response) => {
    const [head = '', body = ''] = answer(request.headers.host ?? '').split('\n\n');
    for (const line of head.split('\n').filter(Boolean)) response.setHeader(...(line.split(': ') as [string, string]));
    response.writeHead(404).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
};

const unclaimedAt = async (
  target: string,
  answer: (host: string) => string,
  more: Zone = { [target]: [a('127.0.0.1')] },
): Promise<DnsName['unclaimed']> => {
  const port = await provider(answer);
  const { names } = await lookInto(
    {
      zone: { 'shop.test': [a('127.0.0.1'), soa()], 'help.shop.test': [alias(target)], ...more },
      config: { hosts: ['help.shop.test'] },
      detours: [
        { host: '', port: 80, address: '', toPort: port },
        { host: '', port: 443, address: '', toPort: port },
      ],
    },
    dnsCollector,
  );
  return names.find(({ host }) => host === 'help.shop.test')?.unclaimed;
};

const GITHUB = "\n\n<p>There isn't a GitHub Pages site here.</p>";

describe('a name that nobody holds at its provider', () => {
  test.each<[string, string, string, string]>([
    ['GitHub Pages', 'bazaar.github.io', GITHUB, 'open'],
    [
      'Heroku',
      'flat-sea-1.herokudns.com',
      '\n\n<iframe src="//www.herokucdn.com/error-pages/no-such-app.html">',
      'open',
    ],
    ['Amazon S3', 'help.shop.test.s3-website.eu-west-1.amazonaws.com', '\n\n<li>Code: NoSuchBucket</li>', 'open'],
    ['Netlify', 'bazaar.netlify.app', '\n\nNot Found - Request ID: 01J', 'unsure'],
    ['Render', 'bazaar.onrender.com', 'x-render-routing: no-server\n\nNot Found', 'unsure'],
    ['Vercel', 'cname.vercel-dns.com', 'X-Vercel-Error: DEPLOYMENT_NOT_FOUND\n\ngone', 'guarded'],
    ['Railway', 'bazaar.up.railway.app', 'x-railway-fallback: true\n\n{"message":"Application not found"}', 'guarded'],
    ['Fastly', 'prod.global.fastly.net', '\n\nFastly error: unknown domain: help.shop.test.', 'guarded'],
  ])('%s', async (name, target, answer, claim) => {
    expect(await unclaimedAt(target, () => answer)).toMatchObject({ provider: name, target, claim });
  });

  test.each<[string, string, string]>([
    ['bazaar.azurewebsites.net', 'open', 'an app of old'],
    ['bazaar-a1b2c3d4e5f6.westeurope-01.azurewebsites.net', 'guarded', 'a name with a hash that is not given twice'],
    ['bazaar.cloudapp.net', 'guarded', 'a service that is switched off'],
    ['bazaar.eu-west-1.elasticbeanstalk.com', 'open', 'an environment'],
  ])('%s does not exist: %s, %s', async (target, claim) => {
    expect(await unclaimedAt(target, () => '', {})).toMatchObject({ claim });
  });

  test.each<[string, string, string]>([
    ['bazaar.github.io', '_github-pages-challenge-bazaar.shop.test', GITHUB],
    ['bazaar.azurewebsites.net', 'asuid.help.shop.test', ''],
  ])('%s is kept from others by the record at %s', async (target, guard, answer) => {
    const zone: Zone = { [guard]: [txt('a-long-code')], ...(answer === '' ? {} : { [target]: [a('127.0.0.1')] }) };
    expect(await unclaimedAt(target, () => answer, zone)).toMatchObject({ claim: 'guarded' });
  });
});

describe('somebody holds it', () => {
  test('the page says such words of itself, and another name gets another answer', async () => {
    expect(
      await unclaimedAt('bazaar.github.io', (host) => (host === 'help.shop.test' ? GITHUB : '\n\nSite not found')),
    ).toBeUndefined();
  });

  test.each<[string, string, string]>([
    ['another provider says it', 'bazaar.example-host.test', GITHUB],
    ['a shop that is open', 'shops.myshopify.com', '\n\n<title>Bazaar</title>'],
    ['a page that is merely missing', 'bazaar.netlify.app', '\n\n<h1>Page not found</h1>'],
    ['a name that only ends like a provider', 'evil-github.io', GITHUB],
  ])('%s', async (_, target, answer) => {
    expect(await unclaimedAt(target, () => answer)).toBeUndefined();
  });
});
