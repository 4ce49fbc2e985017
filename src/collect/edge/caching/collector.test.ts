import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import check from '../../../checks/edge/private-cached/check.ts';
import type { EdgeCaching } from '../../../model/evidence/edge/caching.ts';
import { makeAuthority } from '../../../net/testing/authority.ts';
import { a, lookInto } from '../testing/world.ts';
import { cachingCollector } from './collector.ts';

const authority = await makeAuthority();
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** What is seen at `/account` of a shop that answers so. */
const look = async (answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<EdgeCaching> => {
  const issued = await authority.issue({ names: ['shop.test'], days: 90, age: 1, chain: true });
  const server = createServer(issued, answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return lookInto(
    {
      zone: { 'shop.test': [a('127.0.0.1')] },
      config: { private: ['/account'] },
      detours: [{ host: '', port: 443, address: '', toPort: (server.address() as AddressInfo).port }],
    },
    cachingCollector,
  );
};
const found = (caching: EdgeCaching): string[] => {
  const said = check.evaluate({ 'edge.caching': caching });
  return Array.isArray(said) ? said.map(({ title }) => title ?? '') : [JSON.stringify(said)];
};
const CACHED = { 'content-type': 'text/html', 'cache-control': 'public, max-age=600', 'cf-cache-status': 'HIT' };

test('an account page that caches may keep is named', async () => {
  const caching = await look(({ url }, response) => {
    response.writeHead(url === '/account' ? 200 : 404, url === '/account' ? CACHED : {});
    response.end(`the page at ${url}`);
  });
  expect(caching.answers.map(({ kind }) => kind)).toEqual(['private', 'suffix', 'nowhere']);
  expect(found(caching)).toEqual(['/account: a shared cache hands it out']);
});

test('the shell of an app of one page, the same at every path, is for nobody in particular', async () => {
  const caching = await look((_, response) => {
    response.writeHead(200, CACHED);
    response.end('<!doctype html><div id="root"></div><script src="/app.js"></script>');
  });
  expect(found(caching)).toEqual([]);
});
