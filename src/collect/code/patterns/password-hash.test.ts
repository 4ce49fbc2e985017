import { expect, test } from 'vitest';
import { findPatterns } from './registry.ts';
import { programOf } from '../testing/program-of.ts';

const found = async (text: string): Promise<string[]> =>
  findPatterns(await programOf({ 'src/a.ts': text })).map(({ kind, what, at }) => `${kind} ${what} ${at.line}`);

test.each([
  [
    'MD5',
    `import { createHash } from 'node:crypto';\nexport const hash = (password: string) => createHash('md5').update(password).digest('hex');`,
    ['password-hash md5 2'],
  ],
  [
    'SHA-256 with salt',
    `import crypto from 'crypto';\nexport const hash = (u, salt) => crypto.createHash('sha256').update(salt + u.password).digest('hex');`,
    ['password-hash sha256 2'],
  ],
  [
    'CommonJS',
    `const crypto = require('crypto');\nexports.hash = (pwd) => crypto.createHash('sha1').update(pwd).digest('hex');`,
    ['password-hash sha1 2'],
  ],
  [
    'a token',
    `import { createHash } from 'node:crypto';\nexport const hash = (token) => createHash('sha256').update(token).digest('hex');`,
    [],
  ],
  [
    'a look-up whose address stands in another function',
    `import crypto from 'node:crypto';\nexport const parts = (password) => crypto.createHash('sha1').update(password).digest('hex').slice(0, 5);\nexport const isCommon = async (password) => (await fetch(\`https://api.pwnedpasswords.com/range/\${parts(password)}\`)).text();`,
    [],
  ],
  [
    'a look-up of leaked ones',
    `import { createHash } from 'node:crypto';\nexport const isPwned = (password) => createHash('sha1').update(password).digest('hex');`,
    [],
  ],
  [
    'scrypt',
    `import { scryptSync } from 'node:crypto';\nexport const hash = (password, salt) => scryptSync(password, salt, 64);`,
    [],
  ],
])('%s', async (_, text, expected) => expect(await found(text)).toEqual(expected));
