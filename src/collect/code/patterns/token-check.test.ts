import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { findPatterns } from './registry.ts';

const found = async (text: string): Promise<string[]> =>
  findPatterns(await programOf({ 'src/auth.ts': `import jwt from 'jsonwebtoken';\n${text}` })).flatMap(
    ({ kind, what }) => (kind === 'token-check' ? [what] : []),
  );

test.each([
  ['none', `export const me = (t) => jwt.verify(t, KEY, { algorithms: ['HS256', 'none'] });`, "algorithms: ['none']"],
  ['no key', `export const me = (t) => jwt.verify(t, null);`, 'no key'],
  ['no end', `export const me = (t) => jwt.verify(t, KEY, { ignoreExpiration: true });`, 'ignoreExpiration'],
  [
    'no end, in a strategy',
    `export class S extends PassportStrategy(Strategy) { constructor() { super({ jwtFromRequest, ignoreExpiration: true, secretOrKey: KEY }); } }`,
    'ignoreExpiration',
  ],
])('%s is told', async (_, text, expected) => expect(await found(text)).toEqual([expected]));

test.each([
  ['one algorithm', `export const me = (t) => jwt.verify(t, KEY, { algorithms: ['HS256'] });`],
  [
    'a refresh, which wants one that has ended',
    `export const refreshTokens = (t) => jwt.verify(t, KEY, { ignoreExpiration: true });`,
  ],
  ['an end that counts', `export const me = (t) => jwt.verify(t, KEY, { ignoreExpiration: false });`],
])('nothing is said of %s', async (_, text) => expect(await found(text)).toEqual([]));
