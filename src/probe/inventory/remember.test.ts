import { afterEach, expect, test } from 'vitest';
import type { Actor } from '../contract/actor.ts';
import type { SendOptions } from '../contract/send.ts';
import { rememberNobody, Shown } from './remember.ts';
import { openSite, type TestSite } from './test-site.ts';

let site: TestSite | undefined;
afterEach(() => site?.close());

const anna: Actor = { name: 'anna', role: 'customer', tenant: 'a', rank: 0, ids: new Set(), carries: 'bearer' };
const nobody: SendOptions = { as: null, mode: 'read' };

/** Answers with the number of the request. */
const counting = async (statuses: readonly number[] = []) => {
  let asked = 0;
  site = await openSite(
    (_, res) => {
      res.statusCode = statuses[asked] ?? 200;
      res.end(String(++asked));
    },
    () => ({ authorization: 'Bearer x' }),
  );
  return { url: `${site.origin}/a`, send: site.send };
};

const textOf = async (asked: ReturnType<TestSite['send']>): Promise<string> => {
  const answer = await asked;
  return answer.ok ? answer.text : answer.said;
};

test('what nobody was shown is asked once, also by another gate', async () => {
  const { url, send } = await counting();
  const shown = new Shown();
  const [first, second] = [rememberNobody(send, shown), rememberNobody(send, shown)];
  expect(await textOf(first({ method: 'GET', url }, nobody))).toBe('1');
  expect(await textOf(first({ method: 'GET', url }, nobody))).toBe('1');
  expect(await textOf(second({ method: 'GET', url }, nobody))).toBe('1');
});

test('another method, address, header or person is another question; what has a body is always sent', async () => {
  const { url, send } = await counting();
  const asked = rememberNobody(send, new Shown());
  const seen = [
    await textOf(asked({ method: 'GET', url }, nobody)),
    await textOf(asked({ method: 'OPTIONS', url }, nobody)),
    await textOf(asked({ method: 'GET', url: `${url}b` }, nobody)),
    await textOf(asked({ method: 'GET', url, headers: { accept: 'text/html' } }, nobody)),
    await textOf(asked({ method: 'GET', url }, { ...nobody, as: anna })),
    await textOf(asked({ method: 'GET', url }, { ...nobody, as: anna })),
    await textOf(asked({ method: 'POST', url, body: { json: {} } }, nobody)),
    await textOf(asked({ method: 'POST', url, body: { json: {} } }, nobody)),
  ];
  expect(seen).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
});

test.each([429, 503])('%i is a trouble that may pass: it is asked again', async (status) => {
  const { url, send } = await counting([status]);
  const asked = rememberNobody(send, new Shown());
  expect(await textOf(asked({ method: 'GET', url }, nobody))).toBe('1');
  expect(await textOf(asked({ method: 'GET', url }, nobody))).toBe('2');
  expect(await textOf(asked({ method: 'GET', url }, nobody))).toBe('2');
});
