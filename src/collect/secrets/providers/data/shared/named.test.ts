import { describe, expect, test } from 'vitest';
import { named } from './named.ts';

const pattern = named('acme', 'secret|token', '[0-9a-f]{12}');
const value = '0f1e2d3c4b5a';
const match = (text: string): string | null => pattern.exec(text)?.[1] ?? null;

describe('a key named by its provider', () => {
  test.each([
    `ACME_SECRET=${value}`,
    `export ACME_API_TOKEN="${value}"`,
    `const acmeSecret: string = '${value}';`,
    `acme.setToken('${value}')`,
    `new AcmeClient({ id: 'shop', secret: '${value}' })`,
    `new Acme({ nodes: [{ host: 'a', port: 1 }], token: '${value}' })`,
    `acme:\n  id: shop\n  secret: ${value}\n`,
    `{"acme":{"id":"shop","secret":"${value}"}}`,
    `{\\"acmeSecret\\":\\"${value}\\"}`,
    `- name: ACME_SECRET\n  value: ${value}`,
    `--acme-secret ${value}`,
    `https://api.acme.io/v1?token=${value}&page=2`,
    `process.env.ACME_SECRET || '${value}'`,
    `'X-Acme-Token': '${value}'`,
    `$_ENV['ACME_SECRET'] = '${value}';`,
  ])('is found in %j', (text) => {
    expect(match(text)).toBe(value);
  });

  test.each([
    `SECRET=${value}`,
    `ACME_ID=${value}`,
    `ACME_SECRET=${value}00`,
    `ACME_ID=shop\nSECRET=${value}`,
    `acme: { id: 'shop' }, other: { secret: '${value}' }`,
    `acme();\nconst secret = '${value}';`,
  ])('is not found in %j', (text) => {
    expect(match(text)).toBeNull();
  });

  test('a text made to backtrack ends quickly', () => {
    const bait = `acme${'_token'.repeat(400)}${' '.repeat(4000)}${'"acme",'.repeat(800)}`;
    const started = process.cpuUsage();
    expect(match(bait)).toBeNull();
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});
