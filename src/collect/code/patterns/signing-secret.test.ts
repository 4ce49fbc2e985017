import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { findPatterns } from './registry.ts';

const found = async (files: Record<string, string>): Promise<string[]> =>
  findPatterns(await programOf(files)).flatMap(({ kind, what, at }) =>
    kind === 'signing-secret' ? [`${what} ${at.path}:${at.line}`] : [],
  );

test.each([
  [
    'a word',
    `import jwt from 'jsonwebtoken';\nexport const t = (id) => jwt.sign({ id }, 'mysecret');`,
    ['m**** a.ts:2'],
  ],
  [
    'CommonJS',
    `const jwt = require('jsonwebtoken');\nexports.me = (t) => jwt.verify(t, 'mysecret', { algorithms: ['HS256'] });`,
    ['m**** a.ts:2'],
  ],
  [
    'express-session',
    `import session from 'express-session';\napp.use(session({ secret: 'keyboard cat', resave: false }));`,
    ['ke**** a.ts:2'],
  ],
  [
    'jose, through bytes and a function',
    `import { SignJWT } from 'jose';\nconst key = () => new TextEncoder().encode('tokens of our shop');\nexport const t = (id) => new SignJWT({ id }).setProtectedHeader({ alg: 'HS256' }).sign(key());`,
    ['tok**** a.ts:3'],
  ],
  [
    'a strategy of NestJS',
    `export class S extends PassportStrategy(Strategy) {\n  constructor() {\n    super({ jwtFromRequest: x, secretOrKey: 'secretKey' });\n  }\n}`,
    ['s**** a.ts:3'],
  ],
])('%s in the code', async (_, text, expected) => expect(await found({ 'a.ts': text })).toEqual(expected));

test('a constant of another file', async () =>
  expect(
    await found({
      'constants.ts': `export const jwtConstants = { secret: 'do not use in production' };`,
      'auth.ts': `import { JwtModule } from '@nestjs/jwt';\nimport { jwtConstants } from './constants';\nexport const m = JwtModule.register({ secret: jwtConstants.secret });`,
    }),
  ).toEqual(['do n****on auth.ts:3']));

test.each([
  ['the environment', `import jwt from 'jsonwebtoken';\nexport const t = jwt.sign({}, process.env.JWT_SECRET);`],
  [
    'a default, which another stage tells',
    `import jwt from 'jsonwebtoken';\nexport const t = jwt.sign({}, process.env.JWT_SECRET || 'dev');`,
  ],
  [
    'a public key',
    `import jwt from 'jsonwebtoken';\nexport const t = (x) => jwt.verify(x, '-----BEGIN PUBLIC KEY-----\\nabc');`,
  ],
  [
    'the machine of a developer',
    `import session from 'express-session';\nif (process.env.NODE_ENV === 'development') app.use(session({ secret: 'keyboard cat' }));`,
  ],
])('nothing is said of %s', async (_, text) => expect(await found({ 'a.ts': text })).toEqual([]));
