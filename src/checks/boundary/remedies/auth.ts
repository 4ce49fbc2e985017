import { remedy } from './remedy.ts';

/** A token is verified in full, in one place. */
export const TOKEN = remedy('TOKEN', {
  express: `import { jwtVerify } from 'jose';
const KEY = new TextEncoder().encode(process.env.JWT_SECRET); // 32 random bytes or more
export const readToken = async (token: string) => {
  const { payload } = await jwtVerify(token, KEY, {
    algorithms: ['HS256'],          // one, named here: never the one that the token names
    issuer: 'https://shop.example', audience: 'api', typ: 'at+jwt',
    requiredClaims: ['exp', 'sub'], maxTokenAge: '15m',
  });
  return payload.sub; // the role is looked up, not believed
};`,
  fastify: `app.register(fastifyJwt, {
  secret: process.env.JWT_SECRET!, // 32 random bytes or more
  sign: { algorithm: 'HS256', expiresIn: '15m', iss: 'https://shop.example', aud: 'api' },
  verify: { algorithms: ['HS256'], allowedIss: 'https://shop.example', allowedAud: 'api', requiredClaims: ['exp'] },
});`,
  hono: `app.use('/api/*', async (c, next) => {
  const token = c.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
  const { payload } = await jwtVerify(token, KEY, { algorithms: ['HS256'], issuer: ISSUER, audience: 'api', requiredClaims: ['exp'] });
  c.set('userId', payload.sub);
  await next();
});`,
  nest: `JwtModule.register({
  secret: process.env.JWT_SECRET,
  signOptions: { algorithm: 'HS256', expiresIn: '15m', issuer: ISSUER, audience: 'api' },
  verifyOptions: { algorithms: ['HS256'], issuer: ISSUER, audience: 'api' },
})`,
  next: `const { payload } = await jwtVerify(token, KEY, {
  algorithms: ['HS256'], issuer: ISSUER, audience: 'web', requiredClaims: ['exp', 'sub'],
}); // decodeJwt() reads a token without verifying it: never use it to let somebody in`,
});

/** Sessions live on the server, so that they can be ended there. */
export const SESSIONS = remedy('SESSIONS', {
  express: `app.post('/logout', requireUser, async (req, res, next) => {
  req.session.destroy((error) => (error ? next(error) : res.clearCookie('sid').sendStatus(204)));
});
// log-in: a new id, so that nobody knows it from before
req.session.regenerate(() => { req.session.userId = user.id; res.sendStatus(204); });
// new password: every other session and refresh token of the account ends
await db.session.deleteMany({ where: { userId: user.id, NOT: { id: req.sessionID } } });`,
  next: `await db.session.delete({ where: { id: session.id } }); // log-out ends it on the server too
(await cookies()).delete('session');
// new password: all others end
await db.session.deleteMany({ where: { userId: user.id, NOT: { id: session.id } } });`,
  supabase: `-- in the app: await supabase.auth.signOut({ scope: 'others' }) after a password change
-- and a short life for access tokens (Auth settings, JWT expiry), because they cannot be taken back
delete from auth.sessions where user_id = $1;`,
});

/** Refresh and reset tokens work once. */
export const ONE_USE = remedy('ONE_USE', {
  express: `const { count } = await db.refreshToken.updateMany({
  where: { hash: sha256(token), usedAt: null, expiresAt: { gt: new Date() } },
  data: { usedAt: new Date() }, // taken and marked by one statement
});
if (count === 0) {
  await db.refreshToken.deleteMany({ where: { familyId: familyOf(token) } }); // used twice: stolen, all end
  return res.status(401).end();
}`,
});

export const COOKIE = remedy('COOKIE', {
  express: `app.use(session({
  name: '__Host-sid', // no other host can set it
  cookie: { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 7 * 24 * 3600 * 1000 },
  secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false,
}));`,
  next: `(await cookies()).set('__Host-session', id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });`,
  fastify: `reply.setCookie('__Host-sid', id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });`,
  hono: `setCookie(c, 'sid', id, { prefix: 'host', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });`,
  nest: `res.cookie('__Host-sid', id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });`,
});

/** A change must come from our own pages. */
export const SAME_SITE = remedy('SAME_SITE', {
  express: `const OURS = new Set(['https://shop.example']);
app.use((req, res, next) => { // before all routes; not for webhooks and bearer tokens
  if (['GET', 'HEAD', 'OPTIONS'].includes(req.method)) return next();
  if (OURS.has(req.get('origin') ?? '') || req.get('sec-fetch-site') === 'same-origin') return next();
  res.status(403).json({ error: 'this request came from another site' });
});`,
  next: `// server actions compare Origin themselves; route handlers do not:
if (req.headers.get('origin') !== process.env.APP_ORIGIN) return new Response(null, { status: 403 });`,
  fastify: `app.addHook('onRequest', async (req, reply) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(req.method)) return;
  if (req.headers.origin !== process.env.APP_ORIGIN) return reply.code(403).send();
});`,
  hono: `import { csrf } from 'hono/csrf';
app.use(csrf({ origin: 'https://shop.example' }));`,
});

/** What changes the account asks for the password. */
export const CONFIRM = remedy('CONFIRM', {
  express: `app.post('/api/me/password', requireUser, limit, async (req, res) => {
  const { current, next } = passwordInput.parse(req.body); // both required
  if (!(await verify(req.user.passwordHash, current))) return res.status(403).json({ error: 'wrong password' });
  await setPassword(req.user.id, next);
  await endOtherSessions(req.user.id, req.sessionID);
  await mail(req.user.email, 'Your password was changed');
  res.sendStatus(204);
});`,
  supabase: `-- Dashboard, Auth, Email: "Secure email change" and "Secure password change" on
-- (confirms at both addresses, and asks for a fresh login)`,
});

/** One answer for every address, in the same time. */
export const SAME_ANSWER = remedy('SAME_ANSWER', {
  express: `const user = await db.user.findUnique({ where: { email } });
const right = await verify(user?.passwordHash ?? DUMMY_HASH, password); // hashed either way: same time
if (!user || !right) return res.status(401).json({ error: 'wrong e-mail address or password' });
// reset and sign-up: always "if there is an account, we sent a mail"`,
});

export const PASSWORD = remedy('PASSWORD', {
  express: `const password = z.string().min(12).max(128).refine((value) => !COMMON.has(value.toLowerCase()), 'too common');
// COMMON: the 10,000 most used ones; length counts, rules about signs do not`,
  supabase: `-- Dashboard, Auth, Password: minimum length 12 and "Prevent use of leaked passwords" on`,
});
