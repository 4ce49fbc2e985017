import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TlsOptions } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SUITES } from './suites.ts';
import { surveyTls, type TlsSurvey } from './survey-tls.ts';

let folder: string;
let rsa: { key: Buffer; cert: Buffer };
let server: Server | undefined;
const sockets = new Set<Socket>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'survey-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '30',
      '-subj',
      '/CN=shop.test',
    ],
    { stdio: 'ignore' },
  );
  rsa = { key: readFileSync(key), cert: readFileSync(cert) };
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server?.close();
  server = undefined;
});

const listen = async (made: Server): Promise<number> => {
  server = made;
  made.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await once(made.listen(0, '127.0.0.1'), 'listening');
  return (made.address() as AddressInfo).port;
};
const survey = async (made: Server, timeout = 2_000): Promise<TlsSurvey> =>
  surveyTls({ address: '127.0.0.1', port: await listen(made) }, { host: 'shop.test', timeout });
const node = (options: TlsOptions): Server => createServer({ ...rsa, ...options }).on('tlsClientError', () => {});
const spoken = ({ versions }: TlsSurvey): string[] =>
  versions.map(({ version, suites }) => `${version}: ${suites.map((id) => SUITES.get(id)?.name.slice(4)).join(' ')}`);

describe('a real server', () => {
  test('TLS 1.2 and 1.3, its suites, its order, its groups, its chain', async () => {
    const seen = await survey(
      node({
        minVersion: 'TLSv1.2',
        ciphers: 'ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256:TLS_AES_128_GCM_SHA256',
        honorCipherOrder: true,
        ecdhCurve: 'X25519:P-256',
        ALPNProtocols: ['h2'],
      }),
    );
    expect(spoken(seen)).toEqual([
      'TLS 1.2: ECDHE_RSA_WITH_AES_256_GCM_SHA384 ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      'TLS 1.3: AES_128_GCM_SHA256',
    ]);
    expect(seen.versions[0]?.order).toBe('server');
    expect(seen.versions[1]?.groups).toEqual(['X25519', 'P-256']);
    expect(seen.chain).toHaveLength(1);
    expect(seen).toMatchObject({ unsettled: [], alpn: ['h2'], compression: false, secureRenegotiation: true });
  });

  test('TLS 1.0 and 1.1 are seen though today’s libraries hide them', async () => {
    const seen = await survey(node({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'AES128-SHA:@SECLEVEL=0' }));
    expect(spoken(seen)).toEqual(['TLS 1.0: RSA_WITH_AES_128_CBC_SHA', 'TLS 1.1: RSA_WITH_AES_128_CBC_SHA']);
    expect(seen.refusesFallback).toBe(true);
  });

  test('TLS 1.3 alone hides its chain', async () => {
    const seen = await survey(node({ minVersion: 'TLSv1.3', ecdhCurve: 'P-384' }));
    expect(seen.versions.map(({ version }) => version)).toEqual(['TLS 1.3']);
    expect(seen.groups).toEqual(['P-384']);
    expect(seen.chain).toEqual([]);
  });
});

/** Answers a ClientHello of one version with a hello of a suite, as servers did that no library of today can play. */
const stub = (version: number, suite: number): Server =>
  createTcp((socket) =>
    socket.on('data', (hello) => {
      if (hello[0] !== 22) return socket.end();
      // What a client offers stands behind the random and the session.
      const session = 43 + (hello[43] ?? 0) + 1;
      const offered = hello.subarray(session + 2, session + 2 + hello.readUInt16BE(session));
      const wants = hello.readUInt16BE(9) === version && hello.indexOf(Buffer.from([0, 43, 0, 3])) < 0;
      const has = Array.from({ length: offered.length / 2 }, (_, at) => offered.readUInt16BE(at * 2)).includes(suite);
      const body = Buffer.concat([
        Buffer.from([version >> 8, version & 255]),
        Buffer.alloc(32, 7),
        Buffer.from([0, suite >> 8, suite & 255, 0]),
      ]);
      const message = Buffer.concat([Buffer.from([2, 0, 0, body.length]), body, Buffer.from([14, 0, 0, 0])]);
      return socket.end(
        wants && has
          ? Buffer.concat([
              Buffer.from([22, version >> 8, version & 255, message.length >> 8, message.length & 255]),
              message,
            ])
          : Buffer.from([21, 3, 0, 0, 2, 2, 40]),
      );
    }),
  );

test.each([
  [0x0300, 0x0005, 'SSL 3.0: RSA_WITH_RC4_128_SHA', ['broken', 'no-forward-secrecy']],
  [0x0301, 0x0003, 'TLS 1.0: RSA_EXPORT_WITH_RC4_40_MD5', ['export', 'broken', 'no-forward-secrecy']],
  [0x0303, 0x0018, 'TLS 1.2: DH_anon_WITH_RC4_128_MD5', ['anonymous', 'broken']],
  [0x0303, 0x0002, 'TLS 1.2: RSA_WITH_NULL_SHA', ['none', 'no-forward-secrecy']],
  [0x0303, 0x000a, 'TLS 1.2: RSA_WITH_3DES_EDE_CBC_SHA', ['short-block', 'cbc', 'no-forward-secrecy']],
] as const)('what no library speaks any more: version %i, suite %i', async (version, suite, expected, flaws) => {
  expect(spoken(await survey(stub(version, suite)))).toEqual([expected]);
  expect(SUITES.get(suite)?.flaws).toEqual(flaws);
});

test.each([
  ['with suites', 3, ['SSL 2.0']],
  ['with none that it would take', 0, []],
])('SSL 2.0 %s', async (_, suites, expected) => {
  const hello = Buffer.concat([
    Buffer.from([4, 0, 1, 0, 2, 0, 0, 0, suites * 3, 0, 16]),
    Buffer.alloc(suites * 3, 1),
    Buffer.alloc(16, 7),
  ]);
  const made = createTcp((socket) =>
    socket.once('data', (asked) => {
      const isOld = (asked[0] ?? 0) >= 0x80 && asked[2] === 1 && asked.readUInt16BE(3) === 2;
      if (!isOld) return socket.end(Buffer.from([21, 3, 0, 0, 2, 2, 40]));
      // In two parts, as a network may cut it.
      socket.write(Buffer.from([0x80, hello.length]));
      return setImmediate(() => socket.end(hello));
    }),
  );
  const seen = await survey(made);
  expect(seen.versions.map(({ version }) => version)).toEqual(expected);
});

describe('what is no server of TLS', () => {
  const bytes = (answer: Buffer, end = true): Server =>
    createTcp((socket) => {
      socket.once('data', () => (end ? socket.end(answer) : socket.write(answer)));
    });
  const many = Buffer.concat([Buffer.from([22, 3, 3, 0x40, 0]), Buffer.alloc(0x4000, 2)]);

  test.each<[string, () => Server]>([
    ['a web server', () => bytes(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'))],
    ['noise', () => bytes(Buffer.alloc(3_000, 0xa5))],
    ['an error of SSL 2.0', () => bytes(Buffer.from([0x80, 3, 0, 0, 1]))],
    ['half a hello of SSL 2.0', () => bytes(Buffer.from([0x80, 40, 4, 0, 1, 0]))],
    ['records of lies', () => bytes(Buffer.concat(Array.from({ length: 30 }, () => many)))],
    ['a hello that ends early', () => bytes(Buffer.from([22, 3, 3, 0, 6, 2, 0, 0, 2, 3, 3]))],
    [
      'a hello of lengths that lie',
      () =>
        bytes(
          Buffer.concat([
            Buffer.from([22, 3, 3, 0, 45, 2, 0, 0, 41, 3, 3]),
            Buffer.alloc(32),
            Buffer.from([255, 0, 5, 0, 0, 0, 0]),
          ]),
        ),
    ],
    ['one that hangs up', () => createTcp((socket) => socket.destroy())],
    ['one that says nothing', () => createTcp(() => {})],
    ['one that says half', () => bytes(Buffer.from([22, 3]), false)],
  ])('%s speaks nothing', async (_, make) => {
    const seen = await survey(make(), 100);
    expect(seen.versions).toEqual([]);
    expect(seen.chain).toEqual([]);
  });

  test('silence is not settled, a refusal is', async () => {
    expect(
      (
        await survey(
          createTcp(() => {}),
          100,
        )
      ).unsettled,
    ).toContain('TLS 1.2');
    server?.close();
    expect((await survey(bytes(Buffer.from([21, 3, 1, 0, 2, 2, 70])), 1_000)).unsettled).toEqual([]);
  });
});
