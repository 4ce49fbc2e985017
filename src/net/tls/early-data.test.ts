import { once } from 'node:events';
import { createServer as createPlain, type AddressInfo, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { makeAuthority } from '../testing/authority.ts';
import { hasNginx, openNginx } from '../testing/nginx.ts';
import { askEarlyData, earlyDataOf } from './early-data.ts';

const HEAD = 'HEAD / HTTP/1.1\r\nhost: shop.test\r\nconnection: close\r\n\r\n';
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const issued = (await makeAuthority()).issue({ names: ['shop.test'], days: 90, age: 1, chain: true });

const opened = async (server: ReturnType<typeof createPlain>): Promise<number> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return (server.address() as AddressInfo).port;
};

describe.skipIf(!hasNginx)('nginx', () => {
  test.each([
    ['ssl_early_data on;', 16_384],
    ['', 0],
    ['ssl_session_tickets off; ssl_early_data off;', 0],
  ])('%s', async (line, expected) => {
    const { cert, key } = await issued;
    const server = await openNginx({
      files: { 'cert.pem': cert, 'key.pem': key },
      servers: `server { listen {https} ssl; ssl_certificate cert.pem; ssl_certificate_key key.pem; ssl_protocols TLSv1.3; ${line} return 204; }
server { listen {http}; return 204; }`,
    });
    closers.push(() => server.close());
    expect(await askEarlyData({ address: server.address, port: server.https }, 'shop.test', HEAD, 5_000)).toBe(
      expected,
    );
  });
});

test('a server without early data, and none of TLS 1.3', async () => {
  const { cert, key } = await issued;
  const answers = (maxVersion: 'TLSv1.2' | 'TLSv1.3') =>
    opened(
      createServer({ cert, key, maxVersion }, (socket) => {
        socket.on('error', () => {});
        socket.end('HTTP/1.1 204 No Content\r\n\r\n');
      }),
    );
  const place = async (version: 'TLSv1.2' | 'TLSv1.3') => ({ address: '127.0.0.1', port: await answers(version) });
  expect(await askEarlyData(await place('TLSv1.3'), 'shop.test', HEAD, 5_000)).toBe(0);
  expect(await askEarlyData(await place('TLSv1.2'), 'shop.test', HEAD, 5_000)).toBeUndefined();
});

test('silence and garbage end', async () => {
  const silent = await opened(createPlain());
  expect(await askEarlyData({ address: '127.0.0.1', port: silent }, 'shop.test', HEAD, 100)).toBeUndefined();
  const garbage = await opened(createPlain((socket) => socket.on('error', () => {}).end('SSH-2.0-x\r\n')));
  expect(await askEarlyData({ address: '127.0.0.1', port: garbage }, 'shop.test', HEAD, 5_000)).toBeUndefined();
});

test('what is no whole session allows nothing', () => {
  const field = Buffer.from('af0402024000', 'hex');
  const whole = Buffer.concat([Buffer.from([0x30, field.length + 3, 0x02, 0x01, 0x01]), field]);
  expect(earlyDataOf(whole)).toBe(0x4000);
  expect(earlyDataOf(Buffer.concat([Buffer.from('\0node:js:tls:session:1\0\0\x0900.0.0.10'), whole]))).toBe(0x4000);
  for (let length = 0; length < whole.length; length++) expect(earlyDataOf(whole.subarray(0, length))).toBe(0);
  // The same octets inside of a certificate, a number that is none, and lengths without an end.
  expect(earlyDataOf(Buffer.concat([Buffer.from([0x30, 11, 0x02, 1, 1, 0x04, 6]), field]))).toBe(0);
  expect(earlyDataOf(Buffer.from('3009020101af0404024000', 'hex'))).toBe(0);
  expect(earlyDataOf(Buffer.from('30ff0000', 'hex'))).toBe(0);
  expect(earlyDataOf(Buffer.from('3084ffffffffaf', 'hex'))).toBe(0);
});
