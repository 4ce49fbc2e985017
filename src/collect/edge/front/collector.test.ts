import { describe, expect, test } from 'vitest';
import { freshZone } from '../../../net/cloudflare/testing/fake-zone.ts';
import { EDGE, lookAt, site, type Handler, type World } from './testing/world.ts';

const ORIGIN = '127.0.20.1';
const edge = site('Bazaar', 0, { server: 'cloudflare', 'cf-ray': '8a1b2c3d4e5f-FRA' });
const shop: World['dns'] = { 'shop.test': [['A', EDGE]], 'www.shop.test': [['A', EDGE]] };
const refuses: Handler = (_request, response) => {
  response.writeHead(403).end('<title>403 Forbidden</title>');
};

const outcomes = async (world: World): Promise<string[]> => {
  const { fronts } = await lookAt(world);
  return [...new Set(fronts.origins.map(({ address, outcome }) => `${address} ${outcome}`))];
};

describe('who stands in front', () => {
  test('addresses in a published range, with what the headers add', async () => {
    const { fronts } = await lookAt({ dns: shop, servers: { [EDGE]: edge } });
    expect(fronts.hosts.map(({ host, front }) => [host, front?.id, front?.by])).toEqual([
      ['shop.test', 'cloudflare', 'address'],
      ['www.shop.test', 'cloudflare', 'address'],
    ]);
    expect(fronts.hosts[0]?.signs).toEqual([
      `${EDGE} is in 127.0.10.0/24`,
      'cf-ray: 8a1b2c3d4e5f-FRA',
      'server: cloudflare',
    ]);
    expect(fronts.hosts[0]?.page).toMatchObject({ status: 200, title: 'Bazaar', server: 'cloudflare' });
  });

  test('an unknown address is told by headers, and said so; without them nobody is there', async () => {
    const bunny = site('Bazaar', 0, { server: 'BunnyCDN-DE1-722' });
    const { fronts } = await lookAt({
      dns: { 'shop.test': [['A', '127.0.30.1']], 'api.shop.test': [['A', ORIGIN]] },
      servers: { '127.0.30.1': bunny, [ORIGIN]: site('API') },
    });
    expect(fronts.hosts.map(({ host, front }) => [host, front?.id, front?.by])).toEqual([
      ['shop.test', 'bunny', 'headers'],
      ['api.shop.test', undefined, undefined],
    ]);
  });

  test('Cloudflare’s headers from somebody else’s address are a platform’s edge', async () => {
    const { fronts } = await lookAt({ dns: { 'shop.test': [['A', '127.0.30.1']] }, servers: { '127.0.30.1': edge } });
    expect(fronts.hosts[0]?.front).toEqual({
      id: 'behind-cloudflare',
      name: 'a platform behind Cloudflare',
      kind: 'platform',
      by: 'headers',
    });
  });

  test('an address beside the edge’s own is told', async () => {
    const { fronts } = await lookAt({
      dns: {
        'shop.test': [
          ['A', EDGE],
          ['A', ORIGIN],
        ],
      },
      servers: { [EDGE]: edge, [ORIGIN]: refuses },
    });
    expect(fronts.hosts[0]).toMatchObject({ front: { id: 'cloudflare' }, beside: [ORIGIN] });
  });
});

describe('the server behind the edge', () => {
  test('answers by its address with the same page, tokens aside', async () => {
    const { fronts } = await lookAt({
      dns: shop,
      servers: { [EDGE]: edge, [ORIGIN]: site('Bazaar') },
      originAddresses: [ORIGIN],
    });
    const [first] = fronts.origins;
    expect(first).toMatchObject({ address: ORIGIN, from: [{ by: 'config' }], outcome: 'same-site' });
    expect(first?.edge).toContain('“Bazaar”');
    expect(first?.direct).toContain('“Bazaar”');
  });

  test.each<[string, Handler, string]>([
    ['refuses', refuses, 'refused'],
    ['shows another site', site('Webmail', 7), 'other-site'],
    ['only redirects', (_request, response) => void response.writeHead(301, { location: '/x' }).end(), 'refused'],
    [
      'says what terminals and reports must not believe',
      (_request, response) => void response.end(`<title>\u001b[2J\u202eBazaar\n${'x'.repeat(100_000)}</title>`),
      'other-site',
    ],
    ['shows another page under the same title', site('Bazaar', 7), 'unclear'],
  ])('%s', async (_name, handler, outcome) => {
    const world = { dns: shop, servers: { [EDGE]: edge, [ORIGIN]: handler }, originAddresses: [ORIGIN] };
    expect(await outcomes(world)).toEqual([`${ORIGIN} ${outcome}`]);
  });

  test('is closed', async () => {
    const world = { dns: shop, servers: { [EDGE]: edge }, originAddresses: [ORIGIN] };
    expect(await outcomes(world)).toEqual([`${ORIGIN} closed`]);
  });

  test('is found by what DNS shows: a grey host, a leaky name, the own mail server, SPF', async () => {
    const four = ['127.0.20.1', '127.0.20.2', '127.0.20.3', '127.0.20.4'];
    const { fronts } = await lookAt({
      dns: {
        ...shop,
        'shop.test': [
          ['A', EDGE],
          ['MX', { preference: 10, exchange: 'mx1.shop.test' }],
          ['MX', { preference: 20, exchange: 'mx.elsewhere.test' }],
          ['TXT', [Buffer.from('v=spf1 ip4:127.0.20.4 ip4:127.0.99.0/24 -all')]],
        ],
        'api.shop.test': [['A', '127.0.20.1']],
        'origin.shop.test': [['A', '127.0.20.2']],
        'mx1.shop.test': [['A', '127.0.20.3']],
        'mx.elsewhere.test': [['A', '127.0.20.9']],
      },
      servers: { [EDGE]: edge, ...Object.fromEntries(four.map((one) => [one, site('Bazaar')])) },
    });
    const seen = new Map(fronts.origins.map(({ address, from }) => [address, from]));
    expect([...seen]).toEqual([
      ['127.0.20.1', [{ by: 'name', name: 'api.shop.test' }]],
      ['127.0.20.2', [{ by: 'name', name: 'origin.shop.test' }]],
      ['127.0.20.3', [{ by: 'mx', name: 'mx1.shop.test' }]],
      ['127.0.20.4', [{ by: 'spf', name: 'shop.test' }]],
    ]);
    expect(fronts.origins.every(({ outcome }) => outcome === 'same-site')).toBe(true);
  });

  test('is found by the records that only the owner of the zone sees, and so is the platform’s name', async () => {
    const records = [
      { type: 'A', name: 'shop.test', content: ORIGIN, proxied: true },
      { type: 'A', name: 'grey.shop.test', content: '127.0.20.9', proxied: false },
      { type: 'CNAME', name: 'www.shop.test', content: 'bazaar.onrender.com', proxied: true },
    ];
    const { fronts } = await lookAt({
      dns: { ...shop, 'bazaar.onrender.com': [['A', '127.0.40.1']] },
      servers: { [EDGE]: edge, [ORIGIN]: site('Bazaar'), '127.0.40.1': site('Bazaar') },
      zone: freshZone({ records }),
    });
    expect(fronts.origins.map(({ from, outcome }) => [from, outcome])[0]).toEqual([
      [{ by: 'cloudflare', name: 'shop.test' }],
      'same-site',
    ]);
    expect(fronts.platforms).toMatchObject([
      { host: 'bazaar.onrender.com', from: { by: 'cloudflare', name: 'www.shop.test' }, outcome: 'same-site' },
    ]);
    expect(fronts.origins.some(({ address }) => address === '127.0.20.9')).toBe(false);
  });

  test('another vendor’s address is not taken for it', async () => {
    const bunny = site('Bazaar', 0, { server: 'BunnyCDN-DE1-722' });
    const { fronts } = await lookAt({
      dns: { ...shop, 'assets.shop.test': [['A', '127.0.30.1']] },
      servers: { [EDGE]: edge, '127.0.30.1': bunny },
    });
    expect(fronts.hosts.find(({ host }) => host === 'assets.shop.test')?.front?.id).toBe('bunny');
    expect(fronts.origins).toEqual([]);
  });

  test('names that lead to the edge as well are no leak', async () => {
    const dns: World['dns'] = { ...shop, 'direct.shop.test': [['A', EDGE]], 'cpanel.shop.test': [['A', EDGE]] };
    const { fronts } = await lookAt({ dns, servers: { [EDGE]: edge } });
    expect(fronts.origins).toEqual([]);
  });

  test('in a private network it is not asked', async () => {
    const { fronts } = await lookAt({
      dns: shop,
      servers: { [EDGE]: edge },
      originAddresses: ['10.0.0.7'],
      inside: false,
    });
    expect(fronts.origins).toEqual([]);
    expect(fronts.hosts[0]).toMatchObject({ page: null, silent: `${EDGE} is an address of a private network` });
  });

  test('that takes connections and never speaks is left after a while', async () => {
    const hangs: Handler = () => {};
    const { fronts } = await lookAt({
      dns: shop,
      servers: { [EDGE]: edge, [ORIGIN]: hangs },
      originAddresses: [ORIGIN],
    });
    expect(fronts.origins.map(({ outcome, direct }) => [outcome, direct])[0]).toEqual([
      'closed',
      'no complete answer in time',
    ]);
  });
});

describe('the platform’s own name', () => {
  const dns: World['dns'] = {
    ...shop,
    'www.shop.test': [['CNAME', 'bazaar.onrender.com']],
    'bazaar.onrender.com': [['A', EDGE]],
  };
  const at = { path: 'README.md', line: 3 };
  const evidence: World['evidence'] = {
    'hosting.domains': {
      ok: true,
      value: [{ domain: 'bazaar.vercel.app', as: 'site', environment: 'production', at }],
    },
  };

  test('shows the same site', async () => {
    const { fronts } = await lookAt({ dns, servers: { [EDGE]: edge } });
    expect(fronts.platforms).toMatchObject([
      {
        host: 'bazaar.onrender.com',
        platform: 'Render',
        from: { by: 'dns', name: 'www.shop.test' },
        outcome: 'same-site',
      },
    ]);
  });

  test('sends people to the domain', async () => {
    const only: Handler = (request, response) => {
      if (request.headers.host === 'bazaar.vercel.app')
        response.writeHead(308, { location: 'https://www.shop.test/' }).end();
      else edge(request, response);
    };
    const { fronts } = await lookAt({
      dns: { ...shop, 'bazaar.vercel.app': [['A', '127.0.40.1']] },
      servers: { [EDGE]: edge, '127.0.40.1': only },
      evidence,
    });
    expect(fronts.platforms).toMatchObject([
      { host: 'bazaar.vercel.app', from: { by: 'code', at }, outcome: 'redirects' },
    ]);
  });

  test('is gone', async () => {
    const { fronts } = await lookAt({ dns: shop, servers: { [EDGE]: edge }, evidence });
    expect(fronts.platforms).toMatchObject([{ host: 'bazaar.vercel.app', outcome: 'absent' }]);
  });
});
