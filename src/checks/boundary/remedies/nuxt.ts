/** Nuxt 3 and 4: Nitro's routes below server/. `requireUser` reads the session and throws a 401. */
export const NUXT = {
  OWNER: `// server/api/orders/[id].get.ts
export default defineEventHandler(async (event) => {
  const user = await requireUser(event);
  const where = { id: getRouterParam(event, 'id'), buyerId: user.id }; // the session says who, never the request
  const order = await db.order.findFirst({ where });
  if (!order) throw createError({ statusCode: 404 });
  return order;
});`,
  OWNER_WRITE: `// server/api/listings/[id].patch.ts
export default defineEventHandler(async (event) => {
  const user = await requireUser(event);
  const data = await readValidatedBody(event, listingInput.parse);
  const where = { id: getRouterParam(event, 'id'), shopId: user.shopId };
  const { count } = await db.listing.updateMany({ where, data });
  setResponseStatus(event, count === 0 ? 404 : 204);
  return null;
});`,
  LOGIN: `// server/middleware/auth.ts: closed by default; route middleware in pages guards nothing on the server
const PUBLIC = new Set(['/api/auth/login', '/api/auth/sign-up', '/api/webhooks/payments']);
export default defineEventHandler(async (event) => {
  const { pathname } = getRequestURL(event);
  event.context.user = await userOf(getCookie(event, 'session'));
  if (pathname.startsWith('/api/') && !PUBLIC.has(pathname) && !event.context.user)
    throw createError({ statusCode: 401 });
});`,
  ROLE: `// server/utils/require-role.ts; first line of every handler below server/api/admin/
export const requireRole = async (event: H3Event, role: Role) => {
  const user = await userOf(getCookie(event, 'session')); // asks the database: today's role
  if (!user || user.suspended) throw createError({ statusCode: 401 });
  if (user.role !== role) throw createError({ statusCode: 403 });
  return user;
};`,
  FIELDS_IN: `const profileInput = z.strictObject({ name: z.string().max(100), bio: z.string().max(1000) }).partial();
export default defineEventHandler(async (event) => {
  const user = await requireUser(event);
  const data = await readValidatedBody(event, profileInput.parse); // role, price, owner and the like are refused
  return db.user.update({ where: { id: user.id }, data, select: PROFILE });
});`,
  FIELDS_OUT: `const PUBLIC_USER = { id: true, name: true, avatarUrl: true };
// for useFetch and useState too: the whole answer stands in the page
export default defineEventHandler((event) =>
  db.user.findUnique({ where: { id: getRouterParam(event, 'id') }, select: PUBLIC_USER }),
);`,
  SERVER_DECIDES: `export default defineEventHandler(async (event) => {
  const user = await requireUser(event);
  const { items } = await readValidatedBody(event, checkoutInput.parse); // ids and quantities only
  const totalCents = await priceOf(items); // from the database
  setResponseStatus(event, 201);
  return placeOrder(user.id, items, totalCents);
});`,
  FILES: `// server/routes/files/[id].get.ts
export default defineEventHandler(async (event) => {
  const user = await requireUser(event);
  const file = await db.file.findFirst({ where: { id: getRouterParam(event, 'id'), ownerId: user.id } });
  if (!file) throw createError({ statusCode: 404 });
  setResponseHeader(event, 'cache-control', 'private, no-store');
  return sendStream(event, openUpload(file));
});`,
  CORS: `// server/middleware/cors.ts
export default defineEventHandler((event) => {
  const done = handleCors(event, { origin: ['https://app.shop.example'], credentials: true }); // whole origins
  if (done) return null;
});`,
  NO_STORE: `// nuxt.config.ts; never swr or isr on a page that shows who is logged in
export default defineNuxtConfig({
  routeRules: {
    '/api/**': { headers: { 'cache-control': 'private, no-store' } },
    '/account/**': { cache: false, headers: { 'cache-control': 'private, no-store' } },
  },
});`,
  ERRORS: `// server/error.ts, named as nitro.errorHandler in nuxt.config.ts
export default defineNitroErrorHandler((error, event) => {
  console.error(error); // the details stay here
  setResponseStatus(event, error.statusCode);
  return send(event, JSON.stringify({ error: error.statusCode < 500 ? 'bad request' : 'something went wrong' }));
});`,
  REDIRECT: `const origin = 'https://shop.example';
const to = new URL(String(getQuery(event).next ?? '/'), origin);
return sendRedirect(event, to.origin === origin ? to.pathname + to.search : '/');`,
  COOKIE: `setCookie(event, '__Host-session', id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });`,
  SAME_SITE: `// server/middleware/same-site.ts; not for webhooks and bearer tokens
export default defineEventHandler((event) => {
  const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(event.method);
  if (!isRead && getRequestHeader(event, 'origin') !== process.env.APP_ORIGIN) throw createError({ statusCode: 403 });
});`,
  RATE: `// in the login handler; @upstash/ratelimit, 10 in 15 minutes
const { success } = await ratelimit.limit(\`login:\${email.toLowerCase()}\`);
if (!success) throw createError({ statusCode: 429 });`,
  WEBHOOK: `// server/routes/webhooks/payments.post.ts
export default defineEventHandler(async (event) => {
  const body = (await readRawBody(event)) ?? ''; // raw; not readBody
  let sent: Stripe.Event;
  try {
    sent = stripe.webhooks.constructEvent(body, getRequestHeader(event, 'stripe-signature') ?? '', SECRET);
  } catch { throw createError({ statusCode: 400 }); }
  await handleOnce(sent); // a unique key on the event's id, in the transaction that has the effect
  return null;
});`,
} as const;
