import { remedy } from './remedy.ts';

/** The owner is part of the question that the database is asked. */
export const OWNER = remedy('OWNER', {
  express: `app.get('/api/orders/:id', requireUser, async (req, res) => {
  const order = await db.order.findFirst({
    where: { id: req.params.id, buyerId: req.user.id }, // the session says who, never the request
  });
  if (!order) return res.status(404).json({ error: 'not found' });
  res.json(order);
});`,
  next: `// app/api/orders/[id]/route.ts
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await currentUser(); // from the session cookie, or null
  if (!user) return Response.json({ error: 'log in first' }, { status: 401 });
  const { id } = await params;
  const order = await db.order.findFirst({ where: { id, buyerId: user.id } });
  return order ? Response.json(order) : Response.json({ error: 'not found' }, { status: 404 });
}`,
  fastify: `app.get<{ Params: { id: string } }>('/api/orders/:id', { preHandler: [app.authenticate] }, async (req, reply) => {
  const order = await db.order.findFirst({ where: { id: req.params.id, buyerId: req.user.id } });
  return order ?? reply.code(404).send({ error: 'not found' });
});`,
  hono: `app.get('/api/orders/:id', requireUser, async (c) => {
  const order = await db.order.findFirst({ where: { id: c.req.param('id'), buyerId: c.get('user').id } });
  return order ? c.json(order) : c.json({ error: 'not found' }, 404);
});`,
  nest: `@UseGuards(AuthGuard)
@Get(':id')
async one(@Param('id') id: string, @CurrentUser() user: User) {
  const order = await this.orders.findOneBy({ id, buyerId: user.id });
  if (!order) throw new NotFoundException();
  return order;
}`,
  supabase: `-- the database itself refuses other people's rows
alter table orders enable row level security;
create policy "own orders" on orders for all
  using (buyer_id = (select auth.uid()))
  with check (buyer_id = (select auth.uid()));`,
});

/** A write that changes nothing when the row is not the caller's. */
export const OWNER_WRITE = remedy('OWNER_WRITE', {
  express: `app.patch('/api/listings/:id', requireUser, async (req, res) => {
  const { count } = await db.listing.updateMany({
    where: { id: req.params.id, shopId: req.user.shopId }, // checked by the same statement that writes
    data: listingInput.parse(req.body),
  });
  if (count === 0) return res.status(404).json({ error: 'not found' });
  res.sendStatus(204);
});`,
  next: `// app/api/listings/[id]/route.ts
export async function PATCH(req: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await currentUser();
  if (!user) return Response.json({ error: 'log in first' }, { status: 401 });
  const { id } = await params;
  const data = listingInput.parse(await req.json());
  const { count } = await db.listing.updateMany({ where: { id, shopId: user.shopId }, data });
  return new Response(null, { status: count === 0 ? 404 : 204 });
}`,
  fastify: `app.patch<{ Params: { id: string } }>('/api/listings/:id', { preHandler: [app.authenticate] }, async (req, reply) => {
  const data = listingInput.parse(req.body);
  const { count } = await db.listing.updateMany({ where: { id: req.params.id, shopId: req.user.shopId }, data });
  return reply.code(count === 0 ? 404 : 204).send();
});`,
  hono: `app.patch('/api/listings/:id', requireUser, async (c) => {
  const data = listingInput.parse(await c.req.json());
  const where = { id: c.req.param('id'), shopId: c.get('user').shopId };
  const { count } = await db.listing.updateMany({ where, data });
  return c.body(null, count === 0 ? 404 : 204);
});`,
  nest: `@UseGuards(AuthGuard)
@Patch(':id')
async change(@Param('id') id: string, @Body() input: ChangeListing, @CurrentUser() user: User) {
  const { affected } = await this.listings.update({ id, shopId: user.shopId }, input);
  if (affected === 0) throw new NotFoundException();
}`,
  supabase: `-- "using" says which rows may be touched, "with check" what they may become
alter table listings enable row level security;
create policy "own shop" on listings for update
  using (shop_id in (select id from shops where owner_id = (select auth.uid())))
  with check (shop_id in (select id from shops where owner_id = (select auth.uid())));`,
});

/** Closed by default; what is public is named. */
export const LOGIN = remedy('LOGIN', {
  express: `const PUBLIC = new Set(['/auth/login', '/auth/sign-up', '/webhooks/payments']); // whole paths, below /api
app.use('/api', (req, res, next) => { // before all routers: closed by default
  if (req.user || PUBLIC.has(req.path)) return next();
  res.status(401).json({ error: 'log in first' });
});`,
  next: `// around every route handler: middleware (proxy.ts) alone can be passed by. A server action asks currentUser() itself.
type Handler = (req: Request, user: User) => Promise<Response>;
export const withUser = (handler: Handler) => async (req: Request): Promise<Response> => {
  const user = await currentUser(); // from the session cookie, or null
  return user ? handler(req, user) : Response.json({ error: 'log in first' }, { status: 401 });
};
export const GET = withUser(listOrders);`,
  fastify: `app.register(async (api) => {
  api.addHook('onRequest', app.authenticate); // every route below is closed
  api.register(moderationRoutes);
}, { prefix: '/api' });`,
  hono: `const api = new Hono();
api.use('*', requireUser); // before the routes
api.route('/moderation', moderationRoutes);`,
  nest: `// main module: closed by default, @Public() opens
providers: [{ provide: APP_GUARD, useClass: AuthGuard }]`,
  supabase: `-- nobody without a login, whatever the client asks for
revoke all on table reports from anon;
alter table reports enable row level security;`,
});

/** The role is read on the server, on the router, for every method. */
export const ROLE = remedy('ROLE', {
  express: `const requireRole = (...roles) => async (req, res, next) => {
  const user = await db.user.findUnique({ where: { id: req.user?.id } }); // today's role, not the token's
  if (!user || user.suspended) return res.status(401).end();
  if (!roles.includes(user.role)) return res.status(403).end();
  next();
};
app.use('/api/admin', requireRole('admin'), adminRouter); // on the router: all methods, all paths`,
  next: `type Handler = (req: Request, user: User) => Promise<Response>;
export const withRole = (role: Role, handler: Handler) => async (req: Request): Promise<Response> => {
  const session = await getSession();
  const user = session && (await db.user.findUnique({ where: { id: session.userId } })); // today's role
  if (!user || user.suspended) return new Response(null, { status: 401 });
  return user.role === role ? handler(req, user) : new Response(null, { status: 403 });
};
export const GET = withRole('admin', listUsers); // and so for each exported method, and in each server action`,
  fastify: `app.register(async (admin) => {
  admin.addHook('onRequest', requireRole('admin')); // asks the database
  admin.register(adminRoutes);
}, { prefix: '/api/admin' });`,
  hono: `const admin = new Hono();
admin.use('*', requireRole('admin')); // asks the database, for every method
app.route('/api/admin', admin);`,
  nest: `@Controller('admin')
@UseGuards(AuthGuard, RolesGuard)
@Roles('admin') // on the class, so that no handler is forgotten
export class AdminController {}`,
  supabase: `-- the role stands in a table that users cannot write
create policy "admins only" on coupons for all
  using (exists (select 1 from roles where user_id = (select auth.uid()) and role = 'admin'));`,
});

/** Only the fields that a person may set are taken from a body. */
export const FIELDS_IN = remedy('FIELDS_IN', {
  express: `const profileInput = z.strictObject({ name: z.string().max(100), bio: z.string().max(1000) }).partial();
app.patch('/api/me', requireUser, async (req, res) => {
  const data = profileInput.parse(req.body); // role, price, owner and the like are refused
  res.json(await db.user.update({ where: { id: req.user.id }, data, select: PROFILE }));
});`,
  next: `const profileInput = z.strictObject({ name: z.string().max(100), bio: z.string().max(1000) }).partial();
export async function PATCH(req: Request) {
  const user = await currentUser();
  if (!user) return Response.json({ error: 'log in first' }, { status: 401 });
  const data = profileInput.parse(await req.json()); // never { ...body }
  return Response.json(await db.user.update({ where: { id: user.id }, data, select: PROFILE }));
}`,
  fastify: `const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } }); // refuse, do not just drop
app.patch('/api/me', {
  schema: { body: { type: 'object', additionalProperties: false, properties: { name: { type: 'string' } } } },
}, changeProfile);`,
  hono: `app.patch('/api/me', requireUser, zValidator('json', profileInput.strict()), async (c) => {
  const data = c.req.valid('json');
  return c.json(await db.user.update({ where: { id: c.get('user').id }, data, select: PROFILE }));
});`,
  nest: `app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true }));`,
  supabase: `-- users may write these columns and no others
revoke update on profiles from authenticated;
grant update (name, bio) on profiles to authenticated;`,
});

/** What leaves is chosen field by field. */
export const FIELDS_OUT = remedy('FIELDS_OUT', {
  express: `const PUBLIC_USER = { id: true, name: true, avatarUrl: true }; // no e-mail, no phone, no hash
app.get('/api/users/:id', async (req, res) => {
  res.json(await db.user.findUnique({ where: { id: req.params.id }, select: PUBLIC_USER }));
});`,
  next: `const PUBLIC_USER = { id: true, name: true, avatarUrl: true };
// for pages too: every prop of a client component is sent to the browser
const user = await db.user.findUnique({ where: { id }, select: PUBLIC_USER });`,
  fastify: `app.get('/api/users/:id', {
  schema: { response: { 200: publicUserSchema } }, // what the schema does not name is not sent
}, showUser);`,
  hono: `const publicUser = ({ id, name, avatarUrl }: User) => ({ id, name, avatarUrl });
app.get('/api/users/:id', async (c) => c.json(publicUser(await findUser(c.req.param('id')))));`,
  nest: `@SerializeOptions({ strategy: 'excludeAll' }) // with @Expose() on what may leave
@UseInterceptors(ClassSerializerInterceptor)
@Controller('users')
export class UsersController {}`,
  supabase: `-- a view with the public columns; the table itself stays closed
create view public_profiles with (security_invoker = off) as select id, name, avatar_url from profiles;
revoke select on profiles from anon;`,
});

/** Prices, totals and states are computed, and each step asks for the one before. */
export const SERVER_DECIDES = remedy('SERVER_DECIDES', {
  express: `app.post('/api/checkout', requireUser, async (req, res) => {
  const { items } = checkoutInput.parse(req.body); // ids and quantities only: z.int().min(1).max(100)
  const listings = await db.listing.findMany({ where: { id: { in: items.map((item) => item.listingId) } } });
  const totalCents = sum(items, listings); // price and currency come from the database
  res.status(201).json(await placeOrder(req.user.id, items, totalCents));
});`,
  next: `export async function POST(req: Request) {
  const user = await currentUser();
  if (!user) return Response.json({ error: 'log in first' }, { status: 401 });
  const { items } = checkoutInput.parse(await req.json()); // ids and quantities only
  const totalCents = await priceOf(items); // from the database
  return Response.json(await placeOrder(user.id, items, totalCents), { status: 201 });
}`,
  supabase: `-- the amount is computed in the database; the client cannot write it
revoke insert, update on orders from authenticated;
grant execute on function place_order(jsonb) to authenticated;`,
});

/** A step is one statement that names the state before it, and who may take it. */
export const STATE = remedy('STATE', {
  express: `const { count } = await db.order.updateMany({
  where: { id, shopId: req.user.shopId, status: 'paid' }, // the step before, and who may do it
  data: { status: 'shipped' },
});
if (count === 0) return res.status(409).json({ error: 'this order cannot be shipped now' });`,
  supabase: `-- the step before is part of the condition
update orders set status = 'shipped'
where id = $1 and status = 'paid' and shop_id in (select id from shops where owner_id = (select auth.uid()));`,
});

/** Files are asked for like any other object. */
export const FILES = remedy('FILES', {
  express: `app.get('/files/:id', requireUser, async (req, res) => {
  const file = await db.file.findFirst({ where: { id: req.params.id, ownerId: req.user.id } });
  if (!file) return res.sendStatus(404);
  res.set('cache-control', 'private, no-store').sendFile(file.path, { root: UPLOADS });
});
// a signed address covers path and expiry, and is compared with crypto.timingSafeEqual`,
  next: `export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await currentUser();
  if (!user) return new Response(null, { status: 401 });
  const file = await db.file.findFirst({ where: { id: (await params).id, ownerId: user.id } });
  if (!file) return new Response(null, { status: 404 });
  return new Response(await readUpload(file), { headers: { 'cache-control': 'private, no-store' } });
}`,
  supabase: `-- a private bucket, and a folder for each user
update storage.buckets set public = false where id = 'invoices';
create policy "own files" on storage.objects for select
  using (bucket_id = 'invoices' and (storage.foldername(name))[1] = (select auth.uid())::text);`,
});
