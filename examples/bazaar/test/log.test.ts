import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../src/platform/log.ts';
import { users } from '../src/db/schema.ts';
import { bootBazaar, type TestBazaar } from './support/bazaar.ts';

let bazaar: TestBazaar;

beforeAll(async () => {
  bazaar = await bootBazaar();
});
afterAll(() => bazaar.stop());

test('a failed query is logged without the people in its parameters', async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const log = createLog({ ...bazaar.config, LOG_LEVEL: 'error' }, sink);
  const row = { email: 'anna@secret.test', name: 'Anna', passwordHash: 'x', phone: '+49 30 555000' };
  const insert = () => bazaar.app.context.db.insert(users).values(row);
  await insert();
  const error: unknown = await insert().catch((reason: unknown) => reason);
  log.error({ err: error }, 'request failed');
  expect(lines.join('')).toContain('duplicate key');
  expect(lines.join('')).not.toMatch(/anna@secret\.test|555000/);
});

test('a zero byte in a search is a 400', async () => {
  const visitor = bazaar.visitor();
  for (const path of ['/api/listings?q=%00', '/api/listings?shop=%00', '/search?q=%00']) {
    expect((await visitor.get(path)).status, path).toBe(400);
  }
  const { text } = await visitor.post('/graphql', { query: '{ listings(q: "\\u0000") { id } }' });
  expect(JSON.parse(text)).toMatchObject({ errors: [{ message: expect.stringMatching(/not right/) }] });
});
