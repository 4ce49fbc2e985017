import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { EdgeIntent } from '../../../model/edge-plan.ts';
import { SNIPPETS } from './snippets.ts';

const intent: EdgeIntent = {
  domain: 'shop.test',
  canonical: 'shop.test',
  aliases: ['www.shop.test'],
  seen: true,
  headers: { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'strict-origin-when-cross-origin' },
  hsts: true,
  originTls: 'unknown',
  privatePaths: ['/api/', '/account', '/a.b(c)'],
  loginPaths: ['/login', '/api/auth/login'],
};
const trusted = ['173.245.48.0/20', '2400:cb00::/32'];

let folder: string | undefined;
afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

const has = (program: string): boolean => spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined;

test.skipIf(!has('nginx'))('nginx takes its files', () => {
  const root = mkdtempSync(join(tmpdir(), 'snippets-'));
  folder = root;
  for (const { path, content } of SNIPPETS.nginx({ intent, trusted })) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  writeFileSync(
    join(root, 'nginx.conf'),
    `pid ${root}/pid; error_log stderr; events {} http {
      client_body_temp_path ${root}/b; proxy_temp_path ${root}/p; fastcgi_temp_path ${root}/f; uwsgi_temp_path ${root}/u; scgi_temp_path ${root}/s;
      include ${root}/etc/nginx/conf.d/*.conf;
      server { listen 127.0.0.1:1; include ${root}/etc/nginx/snippets/launch-ready.conf; location / { proxy_pass http://127.0.0.1:2; } }
    }`,
  );
  const { stderr, status } = spawnSync('nginx', ['-t', '-p', root, '-c', join(root, 'nginx.conf')], {
    encoding: 'utf8',
  });
  expect(stderr).toContain('syntax is ok');
  expect(status).toBe(0);
});

test('nginx: what is private, who is counted, who is believed', () => {
  const text = SNIPPETS.nginx({ intent, trusted })
    .map(({ content }) => content)
    .join('');
  expect(text).toContain('"~^/account" "private, no-store";');
  expect(text).toContain(String.raw`"~^/a\.b\(c\)"`);
  expect(text).toContain('"/api/auth/login" $binary_remote_addr;');
  expect(text).toContain('if ($host = www.shop.test) { return 301 https://shop.test$request_uri; }');
  expect(text).toContain('set_real_ip_from 173.245.48.0/20;');
  expect(SNIPPETS.nginx({ intent, trusted: [] }).length).toBe(2);
});

test('Caddy leaves alone what the app sends', () => {
  const [file] = SNIPPETS.caddy({ intent, trusted });
  expect(file?.content).toContain('\theader ?X-Content-Type-Options "nosniff"');
  expect(file?.content).toContain('\t@private path /api/* /account* /a.b(c)*');
  expect(file?.content).toContain('www.shop.test {\n\tredir https://shop.test{uri} permanent\n}');
  expect(file?.content).toContain('trusted_proxies static 173.245.48.0/20 2400:cb00::/32');
});

test('Vercel’s file is JSON with one redirect and the headers', () => {
  const [file] = SNIPPETS.vercel({ intent, trusted });
  expect(JSON.parse(file?.content ?? '')).toMatchObject({
    headers: [
      {
        source: '/(.*)',
        headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }, {}, { key: 'Strict-Transport-Security' }],
      },
      { source: '/api/(.*)', headers: [{ key: 'Cache-Control', value: 'private, no-store' }] },
      { source: '/account(.*)' },
      { source: String.raw`/a\.b\(c\)(.*)` },
    ],
    redirects: [
      { has: [{ type: 'host', value: 'www.shop.test' }], destination: 'https://shop.test/:path*', permanent: true },
    ],
  });
});

test.skipIf(spawnSync('python3', ['-c', 'import tomllib'], { stdio: 'ignore' }).status !== 0)(
  'Netlify’s file is TOML',
  () => {
    const [file] = SNIPPETS.netlify({ intent, trusted });
    const read = execFileSync(
      'python3',
      ['-c', 'import sys,json,tomllib; print(json.dumps(tomllib.loads(sys.stdin.read())))'],
      {
        input: file?.content ?? '',
        encoding: 'utf8',
      },
    );
    expect(JSON.parse(read)).toMatchObject({
      redirects: [{ from: 'https://www.shop.test/*', to: 'https://shop.test/:splat', status: 301, force: true }],
      headers: [
        { for: '/*', values: { 'X-Content-Type-Options': 'nosniff' } },
        { for: '/api/*', values: { 'Cache-Control': 'private, no-store' } },
        { for: '/account/*' },
        { for: '/a.b(c)/*' },
      ],
    });
  },
);
