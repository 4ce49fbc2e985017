import { describe, expect, test } from 'vitest';
import { expandSample } from './samples.ts';
import { veil } from './veil.ts';

const value = (template: string): string => expandSample(template, 'veil');

describe('a value beside a secret', () => {
  test.each([
    ['a number in an env file', 'PIN=', value('83{digit:6}')],
    ['a short password in an env file', 'export SMTP_PASS=', value('q7{lower:6}')],
    ['a value that goes on in the next line', 'MULTI="', value('{alnum:30}')],
    ['a password in a Dockerfile', 'ENV ADMIN_PASSWORD=', value('Hx{digit:5}qq')],
    ['a password in a log', 'login user=bob password=', value('Qw7{alnum:11}')],
    ['a default in code', "const x = process.env.JWT_SECRET || '", value('default7{alnum:11}')],
    ['a key without a telling name', "const near = '", value('aB3{alnum:9}')],
    ['an id in hex', '"private_key_id": "', value('7a{hex:38}')],
    ['a password in YAML', '  password: ', value('hunter2{lower:4}')],
  ])('is masked: %s', (_, before, secret) => {
    const shown = veil(`${before}${secret}"`);
    expect(shown).toContain(before.trim());
    expect(shown).not.toContain(secret.slice(-6));
    expect(shown).toContain('****');
  });

  test.each([
    'PORT=3000',
    'NODE_ENV=production',
    'const client = createClient(process.env.SUPABASE_URL, key);',
    "import { readFile } from 'node:fs/promises';",
    "  const response = await fetch('https://api.example.org/v1/charges');",
    "if (token === undefined) throw new Error('no token');",
    'const secret = getSecret(name);',
    'password: string;',
    '// see src/collect/secrets/finders/generic.ts',
  ])('stays where it is code: %s', (line) => {
    expect(veil(line)).toBe(line);
  });

  test('takes a time in proportion to the text', () => {
    const begun = performance.now();
    veil('key='.repeat(5000) + 'a'.repeat(20_000) + 'token'.repeat(4000));
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});
