import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createHttpClient } from '../../net/http/client.ts';
import { collectNames, noNames } from './names-in-code.ts';
import { readClientCode } from './client-code.ts';
import { projectsIn } from './projects-in-code.ts';
import type { Send } from '../contract/send.ts';

const KEY = ['sb', 'publishable', 'A1b2C3d4E5f6G7h8I9j0'].join('_');

/** What a visitor's browser gets from a site of these files. */
const read = async (files: Readonly<Record<string, string>>) => {
  const server = createServer((req, res) => {
    const text = files[req.url ?? ''];
    const isPage = !(req.url ?? '').endsWith('.js');
    res.writeHead(text === undefined ? 404 : 200, { 'content-type': isPage ? 'text/html' : 'text/javascript' });
    res.end(text ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createHttpClient({ pins: new Map([[origin, { address: '127.0.0.1' }]]), connections: 2 });
  const signal = new AbortController().signal;
  const send: Send = async ({ method, url }) => {
    const { origin: at, pathname } = new URL(url);
    const wire = { origin: at, path: pathname, method, headers: {}, timeout: 5_000, maxBytes: 1_000_000, signal };
    const seen = await client.exchange(wire);
    if (!seen.ok) return { ok: false, exchange: 'e', kind: 'connection', said: seen.said };
    const text = Buffer.from(seen.body).toString('utf8');
    const headers = Object.fromEntries(seen.headers);
    const { status, body, cut, ms } = seen;
    return { ok: true, exchange: 'e', status, headers, cookies: [], body, text, json: undefined, cut, ms };
  };
  try {
    const texts = await readClientCode([origin], send, signal);
    const names = noNames();
    for (const { text } of texts) collectNames(text, names);
    return { projects: [...projectsIn(texts, [origin]).projects], tables: [...names.tables.keys()].sort() };
  } finally {
    await client.close();
    server.close();
  }
};

const page = (inside: string): string => `<!doctype html><html><head>${inside}</head><body></body></html>`;
const found = { projects: [['https://data.shop.example', KEY]], tables: ['orders'] };
const ENV = `{SUPABASE_URL:"https://data.shop.example",SUPABASE_ANON_KEY:"${KEY}"}`;
const ENTRY = '<script type="module" src="/assets/index-a1.js"></script>';
const APP = 'e.from("orders").select("*")';

test.each<[string, Readonly<Record<string, string>>]>([
  ['an inline script', { '/': page(`<script>window.__ENV=${ENV}</script>${ENTRY}`), '/assets/index-a1.js': APP }],
  [
    'env.js',
    {
      '/': page(`<script src="/env.js"></script>${ENTRY}`),
      '/env.js': `window.env=${ENV}`,
      '/assets/index-a1.js': APP,
    },
  ],
  [
    'a chunk that is loaded late',
    {
      '/': page(ENTRY),
      '/assets/index-a1.js': `const m=["assets/Orders-b2.js"];x(()=>import("./client-c3.js"))`,
      '/assets/Orders-b2.js': APP,
      '/assets/client-c3.js': `c("https://data.shop.example","${KEY}")`,
    },
  ],
  [
    'a page that links to it',
    { '/': page('<a href="/shop">in</a>'), '/shop': page(ENTRY), '/assets/index-a1.js': `${APP};c(${ENV})` },
  ],
  [
    'the text of a page of Next.js',
    {
      '/': page(`<script>self.__next_f.push([1,${JSON.stringify(ENV)}])</script>${ENTRY}`),
      '/assets/index-a1.js': APP,
    },
  ],
])('the project and its tables are found in %s', async (_, files) => {
  expect(await read(files)).toEqual(found);
});
