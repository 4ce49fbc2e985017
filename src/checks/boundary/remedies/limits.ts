import { remedy } from './remedy.ts';

/** Counted by account and by address, in a store that all processes share. */
export const RATE = remedy('RATE', {
  express: `import { rateLimit } from 'express-rate-limit';
app.set('trust proxy', 1); // exactly as many proxies as stand in front: X-Forwarded-For is not believed beyond
const byAccount = rateLimit({
  windowMs: 15 * 60_000, limit: 10, standardHeaders: true, skipSuccessfulRequests: true,
  keyGenerator: (req) => String(req.body.email).toLowerCase(), store: sharedStore,
});
app.post('/api/auth/login', byAddress, byAccount, login); // on the API's login as well as on the page's`,
  next: `const { success } = await ratelimit.limit(\`login:\${email.toLowerCase()}\`); // @upstash/ratelimit, 10 in 15 minutes
if (!success) return new Response('too many tries', { status: 429, headers: { 'retry-after': '900' } });`,
  fastify: `app.register(fastifyRateLimit, { global: false, redis });
app.post('/api/auth/login', { config: { rateLimit: { max: 10, timeWindow: '15 minutes' } } }, login);`,
  hono: `app.post('/api/auth/login', rateLimiter({
  windowMs: 15 * 60_000, limit: 10, keyGenerator: async (c) => (await c.req.json()).email, store,
}), login);`,
  nest: `@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 10, ttl: 15 * 60_000 } })
@Post('login')`,
  supabase: `-- Dashboard, Auth, Rate limits: lower them; and turn the captcha on (Auth, Attack protection)`,
});

export const PAGE = remedy('PAGE', {
  express: `const page = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), after: z.string().optional() });`,
  fastify: `const limit = { type: 'integer', minimum: 1, maximum: 100, default: 20 };
app.get('/api/listings', { schema: { querystring: { type: 'object', properties: { limit } } } }, listListings);`,
  supabase: `-- Dashboard, API settings, Max rows: 100
alter role authenticator set pgrst.db_max_rows = '100';`,
});

export const BODY = remedy('BODY', {
  express: `app.use(express.json({ limit: '100kb' })); // more only on the route that takes photos`,
  next: `// next.config.ts: server actions; a route handler counts content-length and the stream itself
experimental: { serverActions: { bodySizeLimit: '1mb' } }`,
  fastify: `const app = Fastify({ bodyLimit: 100 * 1024 });`,
  hono: `app.use(bodyLimit({ maxSize: 100 * 1024 }));`,
  nest: `app.useBodyParser('json', { limit: '100kb' });`,
});

/** The count is taken by the statement that checks it. */
export const ONCE = remedy('ONCE', {
  express: `await db.$transaction(async (tx) => {
  const used = await tx.$executeRaw\`
    update coupons set used = used + 1 where id = \${id} and used < max_uses\`; // check and count at once
  if (used === 0) throw new Conflict('this coupon is used up');
  await tx.order.create({ data });
});`,
  supabase: `-- check and count in one statement, inside the function that places the order
update coupons set used = used + 1 where id = $1 and used < max_uses returning id;`,
});

export const IDEMPOTENT = remedy('IDEMPOTENT', {
  express: `const key = req.get('idempotency-key'); // made once per page view of the checkout
const order = await db.order.upsert({
  where: { userId_key: { userId: req.user.id, key } }, // unique (user_id, key) in the database
  create: orderData, update: {},
});`,
  supabase: `-- the second click finds the first order
alter table orders add constraint one_order_per_click unique (user_id, idempotency_key);`,
});

export const GRAPHQL = remedy('GRAPHQL', {
  express: `const armor = new ApolloArmor({ maxDepth: { n: 6 }, costLimit: { maxCost: 2000 }, maxAliases: { n: 15 } });
new ApolloServer({ schema, introspection: process.env.NODE_ENV !== 'production', ...armor.protect(), allowBatchedHttpRequests: false });`,
  nest: `GraphQLModule.forRoot({
  driver: ApolloDriver, introspection: false,
  validationRules: [depthLimit(6), createComplexityRule({ maximumComplexity: 2000 })],
})`,
});
