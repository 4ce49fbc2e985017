import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TlsOptions } from 'node:tls';
import { makeAuthority, type Authority, type CertificateSpec } from '../../../src/net/testing/authority.ts';

/** A real server with faults of its own. */
export interface Faulty {
  host: string;
  port: number;
  /** In words, for the table. */
  faults: string;
  by: string;
  /** Its suites are worth being asked for one by one. */
  suites: boolean;
  /** testssl.sh takes it too, which needs half a minute each, and minutes with all suites. */
  slow: boolean;
}

export interface Faults {
  servers: readonly Faulty[];
  /** What could not be started, and why. */
  missing: readonly string[];
  /** PEM of the authority that the sound ones are of. */
  root: string;
  close(): void;
}

const TWO_YEARS = 'max-age=63072000; includeSubDomains';
const SUITES_OF = new Set(['sound.test', 'modern.test', 'dated.test', 'nginx.test', 'weak.test', 'old.test']);
/** Their faults stand in others too. */
const FAST_ALONE = new Set(['dated.test', 'early.test', 'short.test']);
const OPENSSL_ALL = 'ALL:COMPLEMENTOFALL:eNULL:aNULL:@SECLEVEL=0';

/** Starts them all on loopback; files go into `folder`. */
export const openFaults = async (folder: string): Promise<Faults> => {
  mkdirSync(folder, { recursive: true });
  const authority = await makeAuthority();
  const opened: (() => void)[] = [];
  const servers: Faulty[] = [];
  const missing: string[] = [];
  const keep = async (host: string, faults: string, by: string, open: () => Promise<number>): Promise<void> => {
    try {
      const port = await open();
      servers.push({ host, faults, by, port, suites: SUITES_OF.has(host), slow: !FAST_ALONE.has(host) });
    } catch (error) {
      missing.push(
        `${host} (${by}): ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'did not start'}`,
      );
    }
  };
  const node = (
    name: string,
    faults: string,
    spec: Partial<CertificateSpec>,
    options: NodeOptions = {},
  ): Promise<void> =>
    keep(`${name}.test`, faults, 'Node', () => inNode(`${name}.test`, authority, spec, options, opened));
  const program = (name: string, faults: string, by: string, start: () => Promise<Started>): Promise<void> =>
    keep(`${name}.test`, faults, by, async () => {
      const { child, port } = await start();
      opened.push(() => child.kill());
      return port;
    });

  await node('sound', 'none: TLS 1.2 and 1.3, chain, HSTS, h2', {}, { hsts: TWO_YEARS });
  await node(
    'modern',
    'TLS 1.3 alone, one group',
    {},
    { hsts: TWO_YEARS, tls: { minVersion: 'TLSv1.3', ecdhCurve: 'P-384' } },
  );
  await node(
    'dated',
    'TLS 1.0 and 1.1, RSA key exchange, no HSTS',
    { rsa: 2048 },
    {
      alpn: [],
      tls: { minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0', honorCipherOrder: false },
    },
  );
  await node('ended', 'certificate has ended', { days: 90, age: 120 }, { hsts: 'max-age=300' });
  await node('early', 'certificate has not begun', { age: -5 });
  await node('other', 'certificate of another name', { names: ['elsewhere.test', '*.elsewhere.test'] });
  await node('alone', 'the certificate in between is not sent', { chain: false });
  await node('itself', 'signed by itself', { selfSigned: true });
  await node('short', 'RSA with 1024 bits', { rsa: 1024 });
  await keep('sha1.test', 'signed with SHA-1, must staple and does not', 'Node', async () =>
    listen(
      createSecureServer({
        ...selfMade(folder, 'sha1', ['-sha1', '-addext', 'tlsfeature=status_request']),
        allowHTTP1: true,
        ciphers: 'DEFAULT:@SECLEVEL=0',
      }),
      opened,
    ),
  );
  await keep('oldest.test', 'SSL 2.0 beside TLS 1.2 and 1.3', 'Node', () => withSsl2(authority, opened));
  await program('nginx', 'TLS 1.1 and 1.2, the server chooses', 'nginx', () => startNginx(folder, authority));
  await program('weak', 'all that OpenSSL still has: NULL, anonymous, DHE with 1024 bits', 'openssl s_server', () =>
    startOpenssl(folder),
  );
  await program('old', 'SSL 3.0, RC4, DES, 3DES, export, NULL, anonymous', 'Java', () => startJava(folder));
  return {
    servers,
    missing,
    root: authority.root,
    close: () => {
      for (const end of opened) end();
    },
  };
};

interface NodeOptions {
  hsts?: string;
  alpn?: readonly string[];
  tls?: TlsOptions;
}

const inNode = async (
  host: string,
  authority: Authority,
  spec: Partial<CertificateSpec>,
  { hsts, alpn = ['h2', 'http/1.1'], tls = {} }: NodeOptions,
  opened: (() => void)[],
): Promise<number> => {
  const issued = await authority.issue({ names: [host], days: 90, age: 10, chain: true, ...spec });
  const security = spec.rsa === 1024 ? { ciphers: 'DEFAULT:@SECLEVEL=0' } : {};
  const server = createSecureServer(
    { ...issued, allowHTTP1: true, ...security, ...tls, ALPNProtocols: [...alpn] },
    (_, response) => {
      if (hsts !== undefined) response.setHeader('strict-transport-security', hsts);
      response.setHeader('content-type', 'text/html');
      response.end('<title>shop</title>');
    },
  );
  return listen(server, opened);
};

/** Says yes to SSL 2.0, which no library speaks any more, and leaves everything else to Node. */
const withSsl2 = async (authority: Authority, opened: (() => void)[]): Promise<number> => {
  const issued = await authority.issue({ names: ['oldest.test'], days: 90, age: 10, chain: true });
  const secure = createSecureServer({ ...issued, allowHTTP1: true, ALPNProtocols: ['h2', 'http/1.1'] }, (_, response) =>
    response.end('oldest'),
  ).on('tlsClientError', () => {});
  const der = new X509Certificate(issued.cert).raw;
  const ciphers = Buffer.from('0100800200800700c0', 'hex');
  const lengths = [der.length, ciphers.length, 16].flatMap((length) => [length >> 8, length & 255]);
  const hello = Buffer.concat([Buffer.from([4, 0, 1, 0, 2, ...lengths]), der, ciphers, Buffer.alloc(16, 7)]);
  const inner = await listen(secure, opened);
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (first) => {
      if ((first[0] ?? 0) >= 0x80)
        return void socket.write(Buffer.concat([Buffer.from([0x80 | (hello.length >> 8), hello.length & 255]), hello]));
      const behind = connect({ host: '127.0.0.1', port: inner });
      behind.on('error', () => socket.destroy()).write(first);
      return void socket.pipe(behind).pipe(socket);
    });
  });
  return listen(server, opened);
};

const listen = async (server: Server, opened: (() => void)[]): Promise<number> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {}).on('sessionError', () => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  opened.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
};

const selfMade = (folder: string, name: string, more: readonly string[]): { key: Buffer; cert: Buffer } => {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const what = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '60', '-subj', `/CN=${name}.test`];
  const names = ['-addext', `subjectAltName=DNS:${name}.test`];
  execFileSync('openssl', ['req', ...what, '-keyout', key, '-out', cert, ...names, ...more], { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert) };
};

interface Started {
  child: ChildProcess;
  port: number;
}

const startNginx = async (folder: string, authority: Authority): Promise<Started> => {
  const { cert, key } = await authority.issue({ names: ['nginx.test'], days: 90, age: 10, chain: true, rsa: 2048 });
  writeFileSync(join(folder, 'nginx.pem'), cert);
  writeFileSync(join(folder, 'nginx.key'), key, { mode: 0o600 });
  const port = await freePort();
  const at = (name: string): string => join(folder, name);
  writeFileSync(
    at('nginx.conf'),
    `daemon off; pid ${at('nginx.pid')}; error_log ${at('nginx.log')}; events {}
http { access_log off; client_body_temp_path ${at('a')}; proxy_temp_path ${at('b')}; fastcgi_temp_path ${at('c')}; uwsgi_temp_path ${at('d')}; scgi_temp_path ${at('e')};
server { listen 127.0.0.1:${port} ssl http2; server_name nginx.test; ssl_certificate ${at('nginx.pem')}; ssl_certificate_key ${at('nginx.key')};
ssl_protocols TLSv1.1 TLSv1.2; ssl_ciphers HIGH:!aNULL:@SECLEVEL=0; ssl_prefer_server_ciphers on; add_header Strict-Transport-Security "max-age=31536000" always;
location / { default_type text/html; return 200 "nginx"; } } }`,
  );
  return started('nginx', ['-c', at('nginx.conf'), '-e', at('nginx.log')], port);
};

const startOpenssl = async (folder: string): Promise<Started> => {
  selfMade(folder, 'weak', []);
  const at = (name: string): string => join(folder, name);
  execFileSync('openssl', ['dhparam', '-dsaparam', '-out', at('dh.pem'), '1024'], { stdio: 'ignore' });
  const port = await freePort();
  const files = ['-key', at('weak.key'), '-cert', at('weak.pem'), '-dhparam', at('dh.pem')];
  const speaks = ['-cipher', OPENSSL_ALL, '-legacy_renegotiation', '-www', '-quiet'];
  return started('openssl', ['s_server', '-accept', `127.0.0.1:${port}`, ...files, ...speaks], port);
};

const startJava = async (folder: string): Promise<Started> => {
  selfMade(folder, 'old', []);
  const store = join(folder, 'old.p12');
  const files = ['-inkey', join(folder, 'old.key'), '-in', join(folder, 'old.pem')];
  execFileSync('openssl', ['pkcs12', '-export', ...files, '-out', store, '-passout', 'pass:bench'], {
    stdio: 'ignore',
  });
  const child = spawn('java', [join(import.meta.dirname, 'OldServer.java'), store], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child, 'spawn');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [''])])) as [string];
  if (line === '') throw new Error('it ended at once');
  return { child, port: Number(line) };
};

/** Waits until it takes connections. */
const started = async (file: string, args: readonly string[], port: number): Promise<Started> => {
  const child = spawn(file, args, { stdio: 'ignore' });
  await once(child, 'spawn');
  for (let left = 50; left > 0; left--) {
    if (await takesConnections(port)) return { child, port };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error('it takes no connections');
};

const takesConnections = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const freePort = async (): Promise<number> => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
