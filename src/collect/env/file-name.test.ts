import { expect, test } from 'vitest';
import { environmentOf, isEnvFile } from './file-name.ts';

test.each([
  '.env',
  'apps/web/.env.local',
  '.env.production.local',
  'env/prod.env',
  '.env_staging',
  'config/env.example',
  '.env-dev',
])('%s is an env file', (path) => expect(isEnvFile(path)).toBe(true));

test.each([
  '.env.d.ts',
  'env.ts',
  '.envrc',
  '.env.vault',
  '.env.schema',
  'environment.md',
  '.environment',
  'env',
  '.env.prod.enc',
])('%s is none', (path) => expect(isEnvFile(path)).toBe(false));

test.each([
  ['.env', 'unknown'],
  ['.env.local', 'local'],
  ['.env.production', 'production'],
  ['.env.production.local', 'production'],
  ['.env.production.example', 'example'],
  ['.env.sample', 'example'],
  ['.env.example.local', 'example'],
  ['env/prod.env', 'production'],
  ['deploy/staging/.env', 'staging'],
  ['.env.test', 'test'],
  ['.env.preview', 'preview'],
  ['apps/web/.env.development', 'development'],
  ['.env.backup', 'unknown'],
])('%s is %s', (path, environment) => expect(environmentOf(path)).toBe(environment));

test('config has the last word', () => expect(environmentOf('.env', { '.env': 'production' })).toBe('production'));
