import { expect, test } from 'vitest';
import { domainsOf } from '../env/domains.ts';
import { namedInCode } from './in-code.ts';
import { isServerFile, servedIn } from './in-servers.ts';

const inCode = (text: string): string[] =>
  namedInCode('src/app.ts', text, 'javascript').map(({ as, domain, url }) => [as, url ?? domain].join(' '));

test.each<[string, string[]]>([
  [`app.use(session({ cookie: { secure: true, domain: '.shop.com' } }))`, ['cookie shop.com']],
  [`res.cookie('sid', id, { domain: live ? '.shop.com' : undefined, httpOnly: true })`, ['cookie shop.com']],
  [`advanced: { crossSubDomainCookies: { enabled: true, domain: 'shop.com' } }`, ['cookie shop.com']],
  [`export const COOKIE_DOMAIN = "shop.com"`, ['cookie shop.com']],
  [`{ domain: 'mail.shop.com', from: 'noreply' }`, []],
  [`redirectUri: "https://www.shop.com/auth/callback?x=1"`, ['callback https://www.shop.com/auth/callback']],
  ['const webhookUrl = `https://api.shop.com/webhooks/stripe`', ['callback https://api.shop.com/webhooks/stripe']],
  [`webhook_url = 'https://hooks.shop.com/T0A1B2/xYz9'`, ['callback hooks.shop.com']],
  [`redirect_uri: 'http://localhost:3000/callback'`, []],
  [`redirect_uri: 'https://yourdomain.com/callback'`, []],
  [`// redirect_uri: 'https://old.shop.com/callback'\n/* scriptSrc: ['https://old.com'] */`, []],
  [
    `directives: { scriptSrc: ["'self'", 'https://js.stripe.com', '*.one.com', dev ? 'localhost:3000' : ''] }`,
    ['policy js.stripe.com', 'policy one.com'],
  ],
  [
    `value: "default-src 'self'; connect-src https://api.shop.com wss://live.two.com:443 data:; img-src i.com"`,
    ['policy api.shop.com', 'policy live.two.com'],
  ],
  [`{ 'script-src': ["'self'", 'cdn.example.com', 'a.test.io'] }`, ['policy a.test.io']],
  [`import defaultSrc from './file.src'; const url = x`, []],
])('%s', (text, named) => {
  expect(inCode(text)).toEqual(named);
});

test('code that is made to take long takes no time', () => {
  const begun = performance.now();
  inCode(`secure${' '.repeat(50_000)}domain: ${'{ httpOnly '.repeat(20_000)}${'script-src '.repeat(20_000)}`);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test.each([
  ['NEXTAUTH_URL', 'https://www.shop.com', ['variable www.shop.com']],
  ['CORS_ORIGINS', 'https://a.com, https://b.com http://localhost:3000', ['origin a.com', 'origin b.com']],
  ['SESSION_COOKIE_DOMAIN', '.shop.com', ['cookie shop.com']],
  ['STRIPE_WEBHOOK_URL', 'https://shop.com/api/hook?key=1', ['callback https://shop.com/api/hook']],
  ['SLACK_WEBHOOK_URL', 'https://hooks.slack.com/services/T0A1/B2/x9Y', ['callback hooks.slack.com']],
  ['APP_URL', 'https://example.com', []],
  ['DATABASE_URL', 'postgres://u:p@db.shop.com/x', []],
])('%s=%s', (name, value, named) => {
  expect(
    domainsOf('.env', 'production', { name, value, line: 1 }).map(({ as, domain, url }) => `${as} ${url ?? domain}`),
  ).toEqual(named);
});

test.each([
  ['deploy/nginx.conf', 'server {\n  server_name shop.com *.shop.com localhost _ $host;\n}', ['shop.com', 'shop.com']],
  [
    'Caddyfile',
    '{\n  email ops@shop.com\n}\nshop.com, https://www.shop.com {\n  reverse_proxy app:3000\n}\n:80 {\n}',
    ['shop.com', 'www.shop.com'],
  ],
  ['Caddyfile', '{$DOMAIN} {\n}\nexample.com {\n}', []],
])('%s serves', (path, text, hosts) => {
  expect(isServerFile(path)).toBe(true);
  expect(servedIn(path, text).map(({ domain }) => domain)).toEqual(hosts);
});

test.each(['docs/nginx.conf', 'examples/Caddyfile', 'src/nginx.ts'])('%s tells nothing', (path) => {
  expect(isServerFile(path)).toBe(false);
});
