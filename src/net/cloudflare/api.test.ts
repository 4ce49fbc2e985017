import { afterEach, describe, expect, test } from 'vitest';
import { CloudflareApi } from './api.ts';
import { openFakeApi, type FakeApi, type Fault } from './testing/fake-api.ts';
import { freshZone } from './testing/fake-zone.ts';

const TOKEN = 'right-token';
let open: FakeApi | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const api = async (
  fault: Fault = () => false,
  { token = TOKEN, mayWrite = true, zones = [freshZone()] } = {},
): Promise<CloudflareApi> => {
  open = await openFakeApi(zones, { fault, mayWrite });
  return new CloudflareApi({ token, base: open.base, signal: new AbortController().signal });
};
const ssl = `/zones/${freshZone().id}/settings/ssl`;

describe('reads', () => {
  test('a setting', async () => {
    const answer = await (await api()).get(ssl);
    expect(answer).toMatchObject({ ok: true, result: { id: 'ssl', value: 'full' } });
  });

  test('all pages of a list', async () => {
    const zones = Array.from({ length: 120 }, (_, nth) => freshZone({ id: `z${nth}`, name: `shop${nth}.test` }));
    const answer = await (await api(() => false, { zones })).list('/zones');
    expect(answer).toMatchObject({ ok: true, cut: false });
    expect(answer.ok && answer.result.length).toBe(120);
  });

  test('a list without an end as far as it may', async () => {
    const answer = await (
      await api((_call, _nth, response) => {
        response.end(JSON.stringify({ success: true, errors: [], result: [{}], result_info: { total_pages: 1e9 } }));
        return true;
      })
    ).list('/zones');
    expect(answer).toMatchObject({ ok: true, cut: true });
    expect(open?.calls.length).toBe(20);
  });
});

describe('waits and tries again', () => {
  test('when it is told to, for writes too', async () => {
    const client = await api((_call, nth, response) => {
      if (nth > 2) return false;
      response
        .writeHead(429, { 'retry-after': '0' })
        .end('{"success":false,"errors":[{"code":10429,"message":"slow"}]}');
      return true;
    });
    expect(await client.call('PATCH', ssl, { value: 'strict' })).toMatchObject({ ok: true });
    expect(open?.calls.length).toBe(3);
    expect(open?.zones[0]?.settings['ssl']).toBe('strict');
  });

  test('not for longer than a minute', async () => {
    const client = await api((_call, _nth, response) => {
      response.writeHead(429, { 'retry-after': '3600' }).end('{}');
      return true;
    });
    expect(await client.get(ssl)).toMatchObject({ ok: false, kind: 'limited' });
    expect(open?.calls.length).toBe(1);
  });

  test('after a failure, but never a write: it may have been done', async () => {
    const fails: Fault = (_call, nth, response) => {
      if (nth > 1) return false;
      response.writeHead(502).end('<html>Bad gateway</html>');
      return true;
    };
    const client = await api(fails);
    expect(await client.get(ssl)).toMatchObject({ ok: true });
    expect(await client.call('PATCH', ssl, { value: 'strict' })).toMatchObject({ ok: false, kind: 'unavailable' });
    expect(open?.writes().length).toBe(1);
  });
});

describe('says what is wrong', () => {
  test.each<[string, Parameters<typeof api>, string, RegExp]>([
    ['a wrong token', [() => false, { token: 'wrong-token' }], 'forbidden', /9109 Invalid access token/],
    [
      'HTML of a proxy',
      [(_call, _nth, response) => Boolean(response.end('<html>Sign in to the hotel’s network</html>'))],
      'garbled',
      /no JSON of Cloudflare’s API/,
    ],
    [
      'an answer of many megabytes',
      [(_call, _nth, response) => Boolean(response.end(`{"success":true,"result":"${'x'.repeat(5_000_000)}"}`))],
      'garbled',
      /more than 4 MB/,
    ],
    [
      'nesting without an end',
      [(_call, _nth, response) => Boolean(response.end('['.repeat(1_000_000)))],
      'garbled',
      /no JSON/,
    ],
  ])('%s', async (_name, [fault, options], kind, said) => {
    const answer = await (await api(fault, options)).get(ssl);
    expect(answer).toMatchObject({ ok: false, kind });
    expect(answer.ok ? '' : answer.said).toMatch(said);
  });

  test('a scope that is missing', async () => {
    const answer = await (await api(() => false, { mayWrite: false })).call('PATCH', ssl, { value: 'off' });
    expect(answer).toEqual({ ok: false, kind: 'forbidden', said: '10000 Authentication error' });
  });

  test('without the token, also where the API repeats it', async () => {
    const answer = await (
      await api((_call, _nth, response) => {
        response
          .writeHead(400)
          .end(`{"success":false,"errors":[{"code":6003,"message":"Invalid header Bearer ${TOKEN}"}]}`);
        return true;
      })
    ).get(ssl);
    expect(answer).toEqual({ ok: false, kind: 'refused', said: '6003 Invalid header Bearer ****' });
  });

  test('nobody there', async () => {
    const client = await api();
    await open?.close();
    expect(await client.get(ssl)).toMatchObject({ ok: false, kind: 'unavailable', said: 'not reachable' });
    open = undefined;
  });
});
