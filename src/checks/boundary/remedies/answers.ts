import { remedy } from './remedy.ts';

export const CORS = remedy('CORS', {
  express: `const OURS = new Set(['https://shop.example', 'https://app.shop.example']); // whole origins, compared whole
app.use(cors({ origin: (origin, done) => done(null, origin !== undefined && OURS.has(origin)), credentials: true }));`,
  next: `const origin = req.headers.get('origin') ?? '';
const headers = OURS.has(origin) ? { 'access-control-allow-origin': origin, vary: 'Origin' } : {};`,
  fastify: `app.register(fastifyCors, { origin: ['https://shop.example', 'https://app.shop.example'], credentials: true });`,
  hono: `app.use('/api/*', cors({ origin: ['https://shop.example', 'https://app.shop.example'], credentials: true }));`,
  nest: `app.enableCors({ origin: ['https://shop.example', 'https://app.shop.example'], credentials: true });`,
});

/** Closed by default; what may be kept says so. */
export const NO_STORE = remedy('NO_STORE', {
  express: `app.use((req, res, next) => {
  res.set('cache-control', 'private, no-store'); // public pages set their own
  next();
});`,
  next: `// a page that shows who is logged in:
export const dynamic = 'force-dynamic';
// a route handler:
export const GET = async () => Response.json(data, { headers: { 'cache-control': 'private, no-store' } });`,
  fastify: `app.addHook('onRequest', async (_, reply) => { reply.header('cache-control', 'private, no-store'); });`,
  hono: `app.use('/api/*', async (c, next) => { c.header('cache-control', 'private, no-store'); await next(); });`,
  nest: `@Header('cache-control', 'private, no-store') // on the controller`,
});

export const ERRORS = remedy('ERRORS', {
  express: `app.use((error, req, res, next) => { // last
  const id = crypto.randomUUID();
  logger.error({ id, error }); // the details stay here
  res.status(error.status ?? 500).json({ error: 'something went wrong', id });
});`,
  fastify: `app.setErrorHandler((error: FastifyError, req, reply) => {
  req.log.error(error);
  const status = error.statusCode ?? 500;
  return reply.code(status).send({ error: status < 500 ? 'bad request' : 'something went wrong', id: req.id });
});`,
  hono: `app.onError((error, c) => {
  console.error(error);
  return c.json({ error: 'something went wrong' }, error instanceof HTTPException ? error.status : 500);
});`,
  next: `try { return await handle(req); } catch (error) {
  console.error(error);
  return Response.json({ error: 'something went wrong' }, { status: 500 });
}`,
});

export const REDIRECT = remedy('REDIRECT', {
  express: `const safeNext = (next: unknown): string => {
  const url = new URL(String(next ?? '/'), 'https://shop.example');
  return url.origin === 'https://shop.example' ? url.pathname + url.search : '/'; // //evil.test and /\\\\evil.test end here
};
res.redirect(safeNext(req.query.next));`,
  next: `const url = new URL(next ?? '/', process.env.APP_ORIGIN);
redirect(url.origin === process.env.APP_ORIGIN ? url.pathname + url.search : '/');`,
});

/** Addresses in mails come from the configuration. */
export const APP_URL = remedy('APP_URL', {
  express: `const link = new URL('/reset', process.env.APP_URL); // never req.headers.host or x-forwarded-host
link.searchParams.set('token', token);`,
});

/** Static files come out of one folder that holds nothing else. */
export const STATIC = remedy('STATIC', {
  express: `app.use(express.static('public', { dotfiles: 'ignore', index: false })); // never express.static('.')
if (process.env.NODE_ENV !== 'production') app.use('/debug', debugRouter); // better: not in the build at all`,
  fastify: `app.register(fastifyStatic, { root: path.join(import.meta.dirname, 'public'), dotfiles: 'deny' });`,
  hono: `app.use('/assets/*', serveStatic({ root: './public' }));`,
  next: `// next.config.ts
productionBrowserSourceMaps: false`,
});
