import { expect, test } from 'vitest';
import { settingsOf } from './settings.ts';

const flat = (path: string, text: string): string[] =>
  settingsOf(path, text).map(({ keys, value, line }) => `${line} ${keys.join('.')}=${value}`);

test('TOML: tables, inline tables, lists over lines, numbered tables, comments', () => {
  const text = `name = "shop" # the worker
routes = [
  { pattern = "shop.test", custom_domain = true },
  { pattern = "www.shop.test/*" },
]
[env.staging]
vars = { API_URL = "https://x.test", "MODE" = 'staging' }
[[services]]
port = 8080
[[services]]
hosts = ["a.test", "b.test"]`;
  expect(flat('wrangler.toml', text)).toEqual([
    '1 name=shop',
    '3 routes.0.pattern=shop.test',
    '3 routes.0.custom_domain=true',
    '4 routes.1.pattern=www.shop.test/*',
    '7 env.staging.vars.API_URL=https://x.test',
    '7 env.staging.vars.MODE=staging',
    '9 services.0.port=8080',
    '11 services.1.hosts.0=a.test',
    '11 services.1.hosts.1=b.test',
  ]);
});

test('JSON with comments and commas too many', () => {
  const text = '{\n  // mine\n  "env": { "A": "https://x.test", },\n  "list": ["b", { "c": 1 }],\n}';
  expect(flat('wrangler.jsonc', text)).toEqual(['3 env.A=https://x.test', '4 list.0=b', '4 list.1.c=1']);
});

test('YAML with lists', () => {
  const text = 'services:\n  - type: web\n    envVars:\n      - key: A\n        value: b\n';
  expect(flat('render.yaml', text)).toEqual([
    '2 services.0.type=web',
    '4 services.0.envVars.0.key=A',
    '5 services.0.envVars.0.value=b',
  ]);
});

test('a file that is none says nothing', () => {
  expect(flat('fly.toml', '\u0000]]]= =')).toEqual([]);
  expect(flat('vercel.json', '{{{{')).toEqual(expect.any(Array));
});
