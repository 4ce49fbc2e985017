import { expect, test } from 'vitest';
import { Breaker } from './breaker.ts';

const fail = async (breaker: Breaker, isWell: boolean, times = 60): Promise<number> => {
  let asked = 0;
  for (let n = 0; n < times; n++) {
    breaker.answered(500, false);
    await breaker.settle(() => {
      asked++;
      return Promise.resolve(isWell);
    });
  }
  return asked;
};
const data = { origin: 'http://a.test', path: '/api/things', isData: true };

test('server errors end a run', async () => {
  const breaker = new Breaker();
  await fail(breaker, true);
  expect(breaker.open).toMatch(/server errors/);
});

test('not where the app still answers as before, which is asked for once a window', async () => {
  const breaker = new Breaker();
  breaker.well(data);
  expect(await fail(breaker, true, 600)).toBe(10);
  expect(breaker.open).toBeNull();
  await fail(breaker, false);
  expect(breaker.open).toMatch(/server errors/);
});

test('and not for ever', async () => {
  const breaker = new Breaker();
  breaker.well(data);
  await fail(breaker, true, 60 * 40);
  expect(breaker.open).not.toBeNull();
});

test('errors that were meant say nothing', () => {
  const breaker = new Breaker();
  for (let n = 0; n < 200; n++) breaker.answered(500, true);
  expect(breaker.open).toBeNull();
});
