import { afterEach, expect, test } from 'vitest';
import { findOwnAnswer } from './own-answer.ts';
import { contextFor, operation, serve } from './test-context.ts';

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

test('an own answer is found late in a long list, at once the next time, and never in a list of people', async () => {
  const asked: string[] = [];
  const app = await serve(({ path, headers }) => {
    asked.push(path);
    if (headers.authorization === undefined) return { status: 401, json: {} };
    if (path === '/api/people')
      return { json: ['anna', 'bert', 'cleo', 'dora'].map((name) => ({ email: `${name}@example.com` })) };
    return { json: path === '/api/z-last-seen' ? { id: 24, email: 'anna@example.com' } : [] };
  });
  const more = Array.from({ length: 20 }, (_, index) => operation(app.origin, `GET /api/list-${index}`));
  const { context, close } = await contextFor(app.origin, {
    operations: [operation(app.origin, 'GET /api/people'), ...more, operation(app.origin, 'GET /api/z-last-seen')],
  });
  stop = async () => {
    await close();
    await app.stop();
  };
  const find = () => findOwnAnswer(context, app.origin, 'anna@example.com', () => ({ authorization: 'Bearer x' }));
  expect((await find())?.path).toBe('/api/z-last-seen');
  asked.length = 0;
  expect((await find())?.path).toBe('/api/z-last-seen');
  expect(asked).toEqual(['/api/z-last-seen', '/api/z-last-seen']);
});
