import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { createLog } from '../src/platform/log.ts';
import { users } from '../src/db/schema.ts';
import { bootBazaar, type TestBazaar } from './support/bazaar.ts';
import { Client } from './support/client.ts';

let bazaar: TestBazaar;

beforeAll(async () => {
  bazaar = await bootBazaar();
});
afterAll(() => bazaar.stop());

const memory = (): { lines: string[]; sink: Writable } => {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  return { lines, sink };
};

test('a failed query is logged without the people in its parameters', async () => {
  const { lines, sink } = memory();
  const log = createLog({ ...bazaar.config, LOG_LEVEL: 'error' }, sink);
  const row = { email: 'anna@secret.test', name: 'Anna', passwordHash: 'x', phone: '+49 30 555000' };
  const insert = () => bazaar.app.context.db.insert(users).values(row);
  await insert();
  const error: unknown = await insert().catch((reason: unknown) => reason);
  log.error({ err: error }, 'request failed');
  expect(lines.join('')).toContain('duplicate key');
  expect(lines.join('')).not.toMatch(/anna@secret\.test|555000/);
});

test('what a mail link carries is not logged', async () => {
  const { lines, sink } = memory();
  const log = createLog({ ...bazaar.config, LOG_LEVEL: 'info' }, sink);
  const server = createServer(createApp({ ...bazaar.app.context, log })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await client.get('/verify-email?token=very-secret-token');
  await client.get('/account/email?token=very-secret-token', {
    headers: { authorization: 'Bearer very-secret-token' },
  });
  await client.get('/account/email?token=very-secret-token', { headers: { accept: 'text/html' } });
  server.closeAllConnections();
  server.close();
  expect(lines.join('')).toContain('"path":"/verify-email"');
  expect(lines.join('')).not.toContain('very-secret-token');
});

test('a zero byte in a search is a 400', async () => {
  const visitor = bazaar.visitor();
  for (const path of ['/api/listings?q=%00', '/api/listings?shop=%00', '/search?q=%00']) {
    expect((await visitor.get(path)).status, path).toBe(400);
  }
  const { text } = await visitor.post('/graphql', { query: '{ listings(q: "\\u0000") { id } }' });
  expect(JSON.parse(text)).toMatchObject({ errors: [{ message: expect.stringMatching(/not right/) }] });
});
