/** With @koa/router; `requireUser` puts the session's user into `ctx.state.user`, or answers 401. */
export const KOA = {
  OWNER: `router.get('/api/orders/:id', requireUser, async (ctx) => {
  const where = { id: ctx.params.id, buyerId: ctx.state.user.id }; // the session says who, never the request
  const order = await db.order.findFirst({ where });
  if (!order) ctx.throw(404);
  ctx.body = order;
});`,
  OWNER_WRITE: `router.patch('/api/listings/:id', requireUser, async (ctx) => {
  const { count } = await db.listing.updateMany({
    where: { id: ctx.params.id, shopId: ctx.state.user.shopId }, // checked by the same statement that writes
    data: listingInput.parse(ctx.request.body),
  });
  ctx.status = count === 0 ? 404 : 204;
});`,
  LOGIN: `const PUBLIC = new Set(['/api/auth/login', '/api/auth/sign-up', '/api/webhooks/payments']);
app.use(async (ctx, next) => { // before all routers: closed by default
  if (ctx.path.startsWith('/api/') && !PUBLIC.has(ctx.path) && !ctx.state.user) ctx.throw(401);
  await next();
});`,
  ROLE: `const requireRole = (role: string) => async (ctx: Koa.Context, next: Koa.Next) => {
  const user = await db.user.findUnique({ where: { id: ctx.state.user?.id ?? '' } }); // today's role, not the token's
  if (!user || user.suspended) ctx.throw(401);
  if (user.role !== role) ctx.throw(403);
  await next();
};
const admin = new Router({ prefix: '/api/admin' });
admin.use(requireRole('admin')); // on the router: all methods, all paths`,
  FIELDS_IN: `const profileInput = z.strictObject({ name: z.string().max(100), bio: z.string().max(1000) }).partial();
router.patch('/api/me', requireUser, async (ctx) => {
  const data = profileInput.parse(ctx.request.body); // role, price, owner and the like are refused
  ctx.body = await db.user.update({ where: { id: ctx.state.user.id }, data, select: PROFILE });
});`,
  FIELDS_OUT: `const PUBLIC_USER = { id: true, name: true, avatarUrl: true }; // no e-mail, no phone, no hash
router.get('/api/users/:id', async (ctx) => {
  ctx.body = await db.user.findUnique({ where: { id: ctx.params.id }, select: PUBLIC_USER });
});`,
  SERVER_DECIDES: `router.post('/api/checkout', requireUser, async (ctx) => {
  const { items } = checkoutInput.parse(ctx.request.body); // ids and quantities only: z.int().min(1).max(100)
  const totalCents = await priceOf(items); // price and currency come from the database
  ctx.status = 201;
  ctx.body = await placeOrder(ctx.state.user.id, items, totalCents);
});`,
  FILES: `router.get('/files/:id', requireUser, async (ctx) => {
  const file = await db.file.findFirst({ where: { id: ctx.params.id, ownerId: ctx.state.user.id } });
  if (!file) ctx.throw(404);
  ctx.set('cache-control', 'private, no-store');
  ctx.type = file.contentType;
  ctx.body = createReadStream(join(UPLOADS, file.key)); // key: made by the server, never a name from the request
});`,
  CORS: `const OURS = new Set(['https://shop.example', 'https://app.shop.example']); // whole origins, compared whole
app.use(cors({ credentials: true, origin: (ctx) => (OURS.has(ctx.get('origin')) ? ctx.get('origin') : '') }));`,
  NO_STORE: `app.use(async (ctx, next) => {
  ctx.set('cache-control', 'private, no-store'); // public pages set their own
  await next();
});`,
  ERRORS: `app.use(async (ctx, next) => { // first
  try { await next(); } catch (error) {
    const status = (error as { status?: number }).status ?? 500;
    ctx.app.emit('error', error, ctx); // the details stay here
    ctx.status = status;
    ctx.body = { error: status < 500 ? 'bad request' : 'something went wrong' };
  }
});`,
  REDIRECT: `const url = new URL(String(ctx.query.next ?? '/'), 'https://shop.example');
ctx.redirect(url.origin === 'https://shop.example' ? url.pathname + url.search : '/');`,
  COOKIE: `ctx.cookies.set('__Host-sid', id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });`,
  SAME_SITE: `app.use(async (ctx, next) => { // before all routes; not for webhooks and bearer tokens
  const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(ctx.method);
  if (!isRead && ctx.get('origin') !== process.env.APP_ORIGIN) ctx.throw(403);
  await next();
});`,
  RATE: `const db = new Redis(process.env.REDIS_URL); // a store that all processes share
router.post('/api/auth/login', ratelimit({
  driver: 'redis', db, duration: 15 * 60_000, max: 10,
  id: (ctx) => loginInput.parse(ctx.request.body).email.toLowerCase(), // by account; a second one by ctx.ip
}), login);`,
  BODY: `app.use(bodyParser({ jsonLimit: '100kb', formLimit: '100kb' })); // more only on the route that takes photos`,
  WEBHOOK: `router.post('/webhooks/payments', async (ctx) => { // before the body parser, which would eat the raw bytes
  const chunks: Buffer[] = [];
  for await (const chunk of ctx.req) chunks.push(chunk);
  let event: Stripe.Event | undefined;
  try {
    event = stripe.webhooks.constructEvent(Buffer.concat(chunks), ctx.get('stripe-signature'), SECRET);
  } catch { /* refused below */ }
  if (!event) return ctx.throw(400);
  await handleOnce(event); // a unique key on event.id, in the transaction that has the effect
  ctx.status = 200;
});`,
} as const;
