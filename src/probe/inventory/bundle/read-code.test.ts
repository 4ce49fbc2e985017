import { describe, expect, test } from 'vitest';
import { callsByText } from './calls-by-text.ts';
import { readCode } from './read-code.ts';
import { urlOfText } from './url-text.ts';

const origin = 'https://app.example';

/** `METHOD template?query {body keys}` of each call. */
const calls = async (code: string, name = 'main.js'): Promise<string[]> => {
  const found = await readCode(code, name);
  return found.calls.map(({ method, url, base, body }) => {
    const place = urlOfText(url, `${origin}/assets/main.js`, [origin], base);
    if (place === undefined) return `${method} (no address)`;
    if ('offList' in place) return `${method} off ${place.offList}`;
    const query = place.query.map(([key, value]) => `${key}=${value}`).join('&');
    const keys = Object.keys(body?.schema.properties ?? {});
    return `${method} ${place.templated.template}${query === '' ? '' : `?${query}`}${keys.length > 0 ? ` {${keys.join()}}` : ''}`;
  });
};

describe('calls in client code', () => {
  test.each<[string, string[]]>([
    [
      'fetch(`/api/orders/${order.id}/cancel?x=${y}&z=1`, { method: "POST" })',
      ['POST /api/orders/{orderId}/cancel?x=&z=1'],
    ],
    ['fetch("/api/me")', ['GET /api/me']],
    ['fetch("/api/a",{method:"PUT",body:JSON.stringify({name:n,tags:[1]})})', ['PUT /api/a {name,tags}']],
    ['axios.post("/api/carts/"+e+"/items",{sku:t,quantity:1})', ['POST /api/carts/{cartId}/items {sku,quantity}']],
    ['axios({ url: "/x", method: "delete" })', ['DELETE /x']],
    [
      'const api = axios.create({ baseURL: "/api/v1" }); api.get("users/" + userId); api.patch("/users/me", { name })',
      ['GET /api/v1/users/{userId}', 'PATCH /api/v1/users/me {name}'],
    ],
    ['const k = ky.create({ prefixUrl: "/rest" }); k.post("orders", { json: { a: 1 } })', ['POST /rest/orders {a}']],
    ['$fetch("/api/p", { method: "POST", body: { q } })', ['POST /api/p {q}']],
    ['const x = new XMLHttpRequest(); x.open("PUT", "/api/x/" + id)', ['PUT /api/x/{id}']],
    ['new EventSource("/events"); new WebSocket("wss://app.example/live?t=" + t)', ['GET /events', 'GET /live?t=']],
    ['navigator.sendBeacon("/collect", data)', ['POST /collect']],
    ['$.ajax({ url: "/j", type: "POST", data: { a: 1 } }); $.getJSON("/k")', ['POST /j {a}', 'GET /k']],
    [
      'class S{constructor(e){this.http=e;this.host=this.base+"/rest/user"}base=Z.host;save(e){return this.http.put(this.host+"/"+e,{role:1})}}',
      ['PUT /rest/user/{id} {role}'],
    ],
    [
      'const post=async(u,b)=>fetch(u,{method:"POST",body:JSON.stringify(b)}); post("/api/ask",{question:q})',
      ['POST /api/ask {question}'],
    ],
    [
      'function r(m,p,b){return fetch(`${BASE}${p}`,{method:m,body:b})} const c={del:i=>r("DELETE","/v1/files/"+i)};',
      ['DELETE /v1/files/{fileId}'],
    ],
    ['const URLS={orders:{all:"/api/orders"}}; fetch(URLS.orders.all)', ['GET /api/orders']],
    ['fetch("https://api.stripe.com/v1/charges")', ['GET off https://api.stripe.com']],
    [
      'params.get("q"); map.delete("/a b"); cache.get(key); fetch(dynamic); x.open("file")',
      ['DELETE (no address)', 'GET (no address)'],
    ],
    [
      '$.ajax({ url: "flows/" + id, type: "DELETE" }); $.get("flows"); fetch(`/${x}`)',
      ['DELETE /flows/{flowId}', 'GET (no address)'],
    ],
    ['fetch("/logo.svg"); fetch("//evil.example/x")', ['GET (no address)', 'GET off https://evil.example']],
  ])('%s', async (code, expected) => expect((await calls(code)).toSorted()).toEqual(expected.toSorted()));

  test('TypeScript of a source map', async () =>
    expect(
      await calls(
        'export const f = async (id: string) => (await api.get<Order>(`/orders/${id}` as const))!;',
        'src/a.ts',
      ),
    ).toEqual(['GET /orders/{orderId}']));

  test('paths outside of calls are kept apart', async () =>
    expect([
      ...(await readCode('const routes = ["/admin/audit", "/x y", "hello", "text/html"];', 'a.js')).paths,
    ]).toEqual(['/admin/audit']));
});

test('code that does not parse is looked through', async () => {
  expect(await calls('fetch("/api/me"); ))) {{{')).toEqual(['GET /api/me']);
  expect(callsByText('fetch(`/api/o/${a.id}`,{credentials:"include",method:"DELETE"})').calls).toEqual([
    { method: 'DELETE', url: '/api/o/\u0001id\u0002' },
  ]);
});

test('deep and circular code ends', async () => {
  const deep = `const a = b + "/x"; const b = a + "/y"; fetch(a); fetch(${'('.repeat(500)}"/z"${')'.repeat(500)}); fetch(${'"/a"+'.repeat(3000)}"")`;
  expect(await calls(deep)).toContain('GET /z');
});
