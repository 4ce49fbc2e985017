import { expect, test } from 'vitest';
import { programOf } from '../../testing/program-of.ts';
import { findPatterns } from '../registry.ts';

const found = async (text: string, path = 'src/server/login.ts'): Promise<string[]> =>
  findPatterns(await programOf({ [path]: text })).flatMap(({ kind, what, tells = [] }) =>
    kind === 'session-cookie' ? [`${what}: ${tells.join(' ')}`] : [],
  );

test.each([
  [
    'nothing given',
    `export const login = (req, res) => { res.cookie('token', jwt.sign({ id }, KEY)); };`,
    'token: httpOnly secure',
  ],
  [
    'Next.js',
    `import { cookies } from 'next/headers';
export const login = async () => { (await cookies()).set('session', id, { secure: process.env.NODE_ENV === 'production' }); };`,
    'session: httpOnly',
  ],
  [
    'an object',
    `export const POST = () => { response.cookies.set({ name: 'access_token', value: token, httpOnly: true, path: '/' }); };`,
    'access_token: secure',
  ],
  [
    'Hono, with options from a function and a name from a constant',
    `import { setCookie } from 'hono/cookie';
const NAME = 'sid';
const options = () => ({ httpOnly: true, secure: true, sameSite: 'None' });
app.post('/login', (c) => { setCookie(c, NAME, id, { ...options(), maxAge: 60 }); });`,
    'sid: sameSite',
  ],
  [
    'express-session',
    `import session from 'express-session';
app.use(session({ secret: process.env.SECRET, cookie: { httpOnly: false, secure: true } }));`,
    'session: httpOnly',
  ],
  [
    'SvelteKit, switched off',
    `export const actions = { default: ({ cookies }) => { cookies.set('session', id, { path: '/', httpOnly: false }); } };`,
    'session: httpOnly',
    'src/routes/login/+page.server.ts',
  ],
])('%s', async (_, text, expected, path?: string) => expect(await found(text, path)).toEqual([expected]));

test.each([
  [
    'all set',
    `export const login = (req, res) => { res.cookie('token', t, { httpOnly: true, secure: isProd, sameSite: 'lax' }); };`,
  ],
  [
    'another cookie',
    `export const theme = (req, res) => { res.cookie('theme', 'dark'); res.cookie('csrf_token', t); };`,
  ],
  ['options from elsewhere', `export const login = (req, res) => { res.cookie('token', t, cookieOptions); };`],
  ['cleared', `export const logout = (req, res) => { res.cookie('token', '', { maxAge: 0 }); };`],
  ['Koa, which sets httpOnly', `app.use((ctx) => { ctx.cookies.set('session', id, { secure: true }); });`],
  [
    'SvelteKit, which sets both',
    `export const actions = { default: ({ cookies }) => { cookies.set('session', id, { path: '/' }); } };`,
    'src/routes/login/+page.server.ts',
  ],
  [
    'for developers',
    `export const login = (req, res) => { if (process.env.NODE_ENV !== 'production') res.cookie('token', t); };`,
  ],
])('nothing is said of %s', async (_, text, path?: string) => expect(await found(text, path)).toEqual([]));
