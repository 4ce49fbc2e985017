import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { signToken } from '../../../examples/direct/tokens.ts';
import { runDirect, type DirectRun } from './testing/direct-run.ts';

const KEY = signToken({ role: 'anon' }, 'x'.repeat(40));
const page = (code: string): string => `<!doctype html><script>${code}</script>`;

/** A page whose data origin is itself, answered by `handle` below /rest, /auth, /storage and /functions. */
const against = async (
  handle: (req: IncomingMessage, res: ServerResponse) => void,
  code = 'a.from("orders").select(),a.rpc("f"),a.storage.from("b").list(),a.functions.invoke("g")',
): Promise<DirectRun> => {
  const server = createServer((req, res) => {
    if (!/^\/(?:rest|auth|storage|functions)\//.test(req.url ?? '')) return void res.writeHead(404).end();
    handle(req, res);
  });
  const site = createServer((_, res) => {
    const { port } = server.address() as AddressInfo;
    res.writeHead(200, { 'content-type': 'text/html' }).end(page(`c("http://127.0.0.1:${port}","${KEY}");${code}`));
  });
  for (const one of [server, site]) await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  const originOf = (one: typeof server): string => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
  try {
    return await runDirect({ origins: [originOf(site), originOf(server)], signUp: true });
  } finally {
    for (const one of [server, site]) {
      one.closeAllConnections();
      one.close();
    }
  }
};

const json = (res: ServerResponse, value: unknown, status = 200): void =>
  void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

const isQuiet = (run: DirectRun): void => {
  expect(run.confirmed).toEqual([]);
  expect(run.observations.filter(({ said }) => said.startsWith('The probe failed'))).toEqual([]);
};

test.each<[string, (req: IncomingMessage, res: ServerResponse) => void]>([
  ['says yes to everything, with nothing', (_, res) => json(res, {})],
  ['says yes to everything, with a list of nonsense', (_, res) => json(res, [null, 3, 'x', [], true])],
  ['gives HTML for JSON', (_, res) => void res.writeHead(200).end('<html>')],
  ['fails always', (_, res) => json(res, { message: 'x'.repeat(100_000), code: {} }, 500)],
  ['limits always', (_, res) => json(res, { message: 'slow down' }, 429)],
  ['hangs up', (req) => void req.socket.destroy()],
  ['redirects in circles', (req, res) => void res.writeHead(302, { location: req.url ?? '/' }).end()],
])('a server that %s confirms nothing and breaks nothing', async (_, handle) => {
  const run = await against(handle);
  isQuiet(run);
  expect(run.observations.length).toBeGreaterThan(0);
});

test('descriptions made to be huge or strange are bounded', async () => {
  const huge = {
    definitions: Object.fromEntries([
      ...Array.from({ length: 3_000 }, (_, n) => [`t${n}`, { properties: { [`c${n}`]: { format: 'x'.repeat(500) } } }]),
      ['a\u001b[31m', { properties: null, required: 3 }],
      ['__proto__x', { properties: { constructor: {}, __proto__: { type: 'x' } } }],
    ]),
    paths: { '/rpc/../../x': {}, '/rpc/ok': { post: { parameters: [null, { schema: { properties: { a: null } } }] } } },
  };
  const run = await against((req, res) =>
    req.url === '/rest/v1/' ? json(res, huge) : json(res, { code: '42501' }, 403),
  );
  isQuiet(run);
  expect(run.requests).toBeLessThan(600);
  expect(run.recorded).not.toContain('\u001b');
});

test('an insert that always complains ends', async () => {
  let sent = 0;
  const run = await against((req, res) => {
    if (req.method !== 'POST' || !(req.url ?? '').startsWith('/rest/')) return json(res, []);
    sent++;
    json(res, { code: '23502', message: `null value in column "c${sent}" of relation "orders"` }, 400);
  });
  expect(run.confirmed).toEqual([]);
  expect(sent).toBeLessThan(15);
});
