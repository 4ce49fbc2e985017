import { expect, test } from 'vitest';
import { signToken } from '../../../examples/direct/tokens.ts';
import { keysIn } from './keys-in-code.ts';
import { projectsIn, type Text } from './projects-in-code.ts';

const REF = 'abcdefghijklmnopqrst';
const keyOf = (claims: { role: string; ref?: string; iss?: string }): string => signToken(claims, 'x'.repeat(40));
const newKey = (kind: string): string => ['sb', kind, 'A1b2C3d4E5f6G7h8I9j0'].join('_');
const text = (code: string): Text => ({ url: 'https://app.example.com/a.js', text: code, exchange: 'e1' });
const origin = `https://${REF}.supabase.co`;

test('keys are told from tokens of people', () => {
  const code = [{ role: 'anon' }, { role: 'service_role', iss: 'supabase-demo' }, { role: 'authenticated' }]
    .map((claims) => `"${keyOf(claims)}"`)
    .concat(newKey('publishable'), newKey('secret'), 'eyJhbGciOi.eyJub25zZW5z.ZQ')
    .join(';');
  expect(keysIn(code).map(({ name, kind, demo }) => [name, kind, demo])).toEqual([
    ['anon key', 'public', false],
    ['service_role key', 'secret', true],
    ['sb_publishable_ key', 'public', false],
    ['sb_secret_ key', 'secret', false],
  ]);
});

test('a key goes with its own project, wherever the address stands', () => {
  const anon = keyOf({ role: 'anon', ref: REF });
  const { projects } = projectsIn([text(`const u="${origin}/"`), text(`const k="${anon}"`)], []);
  expect([...projects]).toEqual([[origin, anon]]);
  const foreign = keyOf({ role: 'anon', ref: 'zzzzzzzzzzzzzzzzzzzz' });
  expect(projectsIn([text(`"${origin}","${foreign}"`)], []).projects.size).toBe(0);
});

test('a key that names no project goes with the address beside it', () => {
  const key = newKey('publishable');
  expect([
    ...projectsIn([text(`x("https://docs.example.org");c("https://data.example.com","${key}")`)], []).projects,
  ]).toEqual([['https://data.example.com', key]]);
  expect(projectsIn([text(`"https://far.example.org";${' '.repeat(2_000)}"${key}"`)], []).projects.size).toBe(0);
  expect([...projectsIn([text(`"${origin}";${'a'.repeat(9_000)}"${key}"`)], []).projects.keys()]).toEqual([origin]);
});

test('secret keys are told once for each script, without their value', () => {
  const key = newKey('secret');
  const { secrets } = projectsIn([text(`"${origin}","${key}"`)], []);
  expect(secrets).toEqual([
    { name: 'sb_secret_ key', demo: false, origin, url: 'https://app.example.com/a.js', exchange: 'e1' },
  ]);
  expect(JSON.stringify(secrets)).not.toContain(key);
});
