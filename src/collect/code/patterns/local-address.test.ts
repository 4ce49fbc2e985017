import { expect, test } from 'vitest';
import { findPatterns } from './registry.ts';
import { programOf } from '../testing/program-of.ts';

const found = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
  findPatterns(await programOf(files)).map(({ kind, what, at }) => `${kind} ${what} ${at.path}:${at.line}`);

test.each([
  [
    'fetch of a literal',
    `export const load = () => fetch('http://localhost:3000/api/orders');`,
    'http://localhost:3000/api/orders',
  ],
  [
    'a template',
    'export const load = (id) => fetch(`http://127.0.0.1:8080/orders/${id}`);',
    'http://127.0.0.1:8080/orders/',
  ],
  [
    'axios.create',
    `import axios from 'axios';\nexport const api = axios.create({ baseURL: 'http://localhost:5000' });`,
    'http://localhost:5000',
  ],
  [
    'axios.post',
    `import axios from 'axios';\nexport const pay = (x) => axios.post('http://localhost:5000/pay', x);`,
    'http://localhost:5000/pay',
  ],
  [
    'a socket',
    `import { io } from 'socket.io-client';\nexport const s = io('http://localhost:4000');`,
    'http://localhost:4000',
  ],
  [
    'back from a payment',
    `export const o = (stripe) => stripe.checkout.sessions.create({ success_url: 'http://localhost:3000/thanks' });`,
    'http://localhost:3000/thanks',
  ],
  [
    'a database',
    `import { Pool } from 'pg';\nexport const db = new Pool({ connectionString: 'postgres://localhost/shop' });`,
    'postgres://localhost/shop',
  ],
  [
    'a mail',
    'export const mail = (t) => `<a href="http://localhost:3000/reset?token=${t}">Reset</a>`;',
    'http://localhost:3000',
  ],
])('%s', async (_, text, what) => {
  expect((await found({ 'src/a.tsx': text })).map((one) => one.split(' ')[1])).toEqual([what]);
});

test.each([
  ['a default', `export const load = () => fetch(process.env.API ?? 'http://localhost:3000');`],
  [
    'a default of a constant',
    `const API = process.env.API || 'http://localhost:3000';\nexport const load = () => fetch(API + '/x');`,
  ],
  [
    'a choice',
    `const API = process.env.NODE_ENV === 'production' ? 'https://a.test' : 'http://localhost:3000';\nexport const load = () => fetch(API);`,
  ],
  [
    'in development only',
    `export const load = () => { if (process.env.NODE_ENV !== 'production') return fetch('http://localhost:3000'); };`,
  ],
  ['a base to parse with', `export const parse = (req) => new URL(req.url, 'http://localhost');`],
  ['a log', 'export const start = (port) => console.log(`http://localhost:${port}`);'],
  ['a neighbour that was started', 'export const ask = (port) => fetch(`http://127.0.0.1:${port}/health`);'],
  ['something else', `export const load = () => fetch('/api/orders');`],
])('no finding: %s', async (_, text) => expect(await found({ 'src/a.ts': text })).toEqual([]));

test('a constant of another file is told where it is written', async () => {
  const files = {
    'src/config.ts': `export const API = 'http://localhost:4000';`,
    'src/a.ts': `import { API } from './config';\nexport const a = () => fetch(API + '/a');\nexport const b = () => fetch(\`\${API}/b\`);`,
  };
  const one = 'local-address http://localhost:4000 src/config.ts:1';
  expect(await found(files)).toEqual([one, one]);
});

test('tests, scripts and command lines talk to this machine', async () => {
  const text = `export const load = () => fetch('http://localhost:3000');`;
  expect(await found({ 'scripts/a.ts': text, 'src/a.test.ts': text, 'packages/cli/src/a.ts': text })).toEqual([]);
});

test('a hosted database that is written into the code', async () => {
  const text = `import { createClient } from '@supabase/supabase-js';\nconst URL = 'https://abcdefghijklmnopqrst.supabase.co';\nexport const db = createClient(URL, 'key');`;
  expect(await found({ 'src/db.ts': text })).toEqual(['store-address Supabase src/db.ts:2']);
  expect(await found({ 'src/db.ts': text.replace("'https", "import.meta.env.VITE_URL ?? 'https") })).toEqual([]);
});

test('NODE_ENV set in the code', async () => {
  expect(await found({ 'src/a.ts': `process.env.NODE_ENV = 'development';` })).toEqual([
    'node-env development src/a.ts:1',
  ]);
  expect(await found({ 'src/a.ts': `process.env.NODE_ENV = 'production';` })).toEqual([]);
});
