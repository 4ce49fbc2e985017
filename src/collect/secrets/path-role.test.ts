import { expect, test } from 'vitest';
import { pathRole, takesBareValues } from './path-role.ts';

test.each([
  ['src/server/payments.ts', 'app'],
  ['app/api/test-connection/route.ts', 'app'],
  ['src/test/java/PaymentTest.java', 'test'],
  ['src/components/Contest.tsx', 'app'],
  ['src/latest/index.ts', 'app'],
  ['.env', 'env'],
  ['apps/web/.env.production', 'env'],
  ['.env.example', 'env'],
  ['src/auth.test.ts', 'test'],
  ['e2e/login.ts', 'test'],
  ['tests/fixtures/.env', 'test'],
  ['docs/setup.md', 'doc'],
  ['README.md', 'doc'],
  ['examples/basic/index.ts', 'example'],
  ['config.sample.json', 'example'],
  ['package-lock.json', 'generated'],
  ['vendor/lib/a.js', 'vendored'],
  ['tools/node_modules/debug/.coveralls.yml', 'vendored'],
  ['node_modules/.pnpm/a@1/node_modules/a/index.js', 'vendored'],
  ['node_modules/.cache/app.js', 'app'],
  ['.github/workflows/ci.yml', 'ci'],
  ['outer.zip!docs/a.md', 'doc'],
])('%s is %s', (path, role) => expect(pathRole(path)).toBe(role));

test.each([
  ['.env', true],
  ['a/.env.local', true],
  ['docker-compose.yml', true],
  ['src/a.ts', false],
  ['a.json', false],
])('%s takes bare values: %s', (path, takes) => expect(takesBareValues(path)).toBe(takes));
