import { describe, expect, test } from 'vitest';
import { assigned, KEY } from './assigned.ts';

const pattern = assigned('acme', KEY, '[0-9a-f]{12}');
const value = '0f1e2d3c4b5a';
const match = (text: string): string | null => pattern.exec(text)?.[1] ?? null;

describe('a key named by its provider', () => {
  test.each([
    `ACME_SECRET=${value}`,
    `export ACME_API_TOKEN="${value}"`,
    `ACME_SECRET         =  ${value}`,
    `"acmeSecret":            "${value}"`,
    `const acmeSecret: string = '${value}';`,
    `acmeSecret?: string = '${value}';`,
    `acme.setToken('${value}')`,
    `Acme.configure(api_key="${value}")`,
    `new Acme({ apiKey: '${value}' })`,
    `new AcmeClient({ id: 'shop', secret: '${value}' })`,
    `new Acme({ nodes: [{ host: 'a', port: 1 }], token: '${value}' })`,
    `new Acme({\n  id: 'shop',\n  apiKey: '${value}',\n})`,
    `acme:\n  id: shop\n  secret: ${value}\n`,
    `acme:\n  credentials:\n    api-key: '${value}'\n`,
    `{"acme":{"id":"shop","secret":"${value}"}}`,
    `{\n  "acme": {\n    "id": "shop",\n    "secret": "${value}"\n  }\n}`,
    `export const acme = {\n  id: 'shop',\n  secret: '${value}',\n};`,
    `{\\"acmeSecret\\":\\"${value}\\"}`,
    `"{\\"acme\\":{\\"id\\":\\"shop\\",\\"key\\": \\"${value}\\"}}"`,
    `- name: ACME_SECRET\n  value: ${value}`,
    `- name: ACME_SECRET\n              value: "${value}"`,
    `{ "name": "ACME_SECRET", "value": "${value}" }`,
    `<add key="ACME_SECRET" value="${value}" />`,
    `<acme-secret>${value}</acme-secret>`,
    `environment:\n  ACME_SECRET: ${value}`,
    `--acme-secret ${value}`,
    `--acme-key=${value}`,
    `https://api.acme.io/v1?token=${value}&page=2`,
    `https://api.acme.io/v1?page=2&size=20&token=${value}`,
    `process.env.ACME_SECRET || '${value}'`,
    `os.environ.get("ACME_SECRET", "${value}")`,
    `os.getenv("ACME_SECRET") or acme_key = b"${value}"`,
    `'X-Acme-Token': '${value}'`,
    `'X-Acme-Key': 'Bearer ${value}'`,
    `$_ENV['ACME_SECRET'] = '${value}';`,
    `$acme->setApiKey("${value}");`,
    `Acme::setApiKey('${value}');`,
    `new Redis({ url: 'https://x.acme.io', token: '${value}' })`,
    `Acme API key: ${value}`,
  ])('is found in %j', (text) => {
    expect(match(text)).toBe(value);
  });

  test.each([
    `SECRET=${value}`,
    `ACME_ID=${value}`,
    `ACME_SECRET=${value}00`,
    `ACME_SECRET=${value}=`,
    `ACME_ID=shop\nSECRET=${value}`,
    `acme: { id: 'shop' }, other: { secret: '${value}' }`,
    `acme();\nconst secret = '${value}';`,
    `import acme from 'acme'\nconst secret = '${value}'`,
    `Unlike acme, the other one wants a secret: ${value}`,
    `We left acme last year, and the other one wants a secret: ${value}`,
    `ACME_SECRET=             ${' '.repeat(4)}${value}`,
  ])('is not found in %j', (text) => {
    expect(match(text)).toBeNull();
  });

  test('the provider is inside the match, so that an anchor on it lies in the match', () => {
    const text = `other stuff, ACME_SECRET=${value}`;
    expect(pattern.exec(text)?.index).toBe(text.indexOf('ACME'));
  });

  test.each([
    ['names', `acme${'_token'.repeat(400)}${' '.repeat(4000)}${'"acme",'.repeat(800)}`],
    ['objects', 'acme({token:'.repeat(3000)],
    ['queries', `acme?${'token=a&'.repeat(3000)}`],
    ['escapes', `acme{${'\\'.repeat(9000)}`],
    ['lines', `acme:\n${'key \n'.repeat(3000)}`],
    ['brackets', 'acme}]'.repeat(3000)],
  ])('%s made to backtrack end quickly', (_, bait) => {
    const started = process.cpuUsage();
    expect(match(bait)).toBeNull();
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});
