/** SvelteKit 2; `event.locals.user` is set in hooks.server.ts from the session cookie. */
export const SVELTEKIT = {
  OWNER: `// src/routes/api/orders/[id]/+server.ts
export const GET: RequestHandler = async ({ params, locals }) => {
  if (!locals.user) error(401, 'log in first');
  const where = { id: params.id, buyerId: locals.user.id }; // the session says who, never the request
  const order = await db.order.findFirst({ where });
  if (!order) error(404, 'not found');
  return json(order);
};`,
  OWNER_WRITE: `// src/routes/api/listings/[id]/+server.ts
export const PATCH: RequestHandler = async ({ params, locals, request }) => {
  if (!locals.user) error(401, 'log in first');
  const data = listingInput.parse(await request.json());
  const { count } = await db.listing.updateMany({ where: { id: params.id, shopId: locals.user.shopId }, data });
  return new Response(null, { status: count === 0 ? 404 : 204 });
};`,
  LOGIN: `// src/hooks.server.ts: also what form actions and load functions go through
const PUBLIC = new Set(['/api/auth/login', '/api/auth/sign-up', '/api/webhooks/payments']);
export const handle: Handle = async ({ event, resolve }) => {
  event.locals.user = await userOf(event.cookies.get('session'));
  const { pathname } = event.url;
  if (pathname.startsWith('/api/') && !PUBLIC.has(pathname) && !event.locals.user) error(401, 'log in first');
  return resolve(event);
};`,
  ROLE: `// src/hooks.server.ts: by the route, so that a layout's load function is not the only guard
export const handle: Handle = async ({ event, resolve }) => {
  event.locals.user = await userOf(event.cookies.get('session')); // asks the database: today's role
  if (event.route.id?.includes('/admin') && event.locals.user?.role !== 'admin') error(403, 'not allowed');
  return resolve(event);
};`,
  FIELDS_IN: `const profileInput = z.strictObject({ name: z.string().max(100), bio: z.string().max(1000) }).partial();
export const PATCH: RequestHandler = async ({ request, locals }) => {
  if (!locals.user) error(401, 'log in first');
  const data = profileInput.parse(await request.json()); // role, price, owner and the like are refused
  return json(await db.user.update({ where: { id: locals.user.id }, data, select: PROFILE }));
};`,
  FIELDS_OUT: `const PUBLIC_USER = { id: true, name: true, avatarUrl: true };
// for pages too: whatever load returns is sent to the browser
export const load: PageServerLoad = async ({ params }) => ({
  user: await db.user.findUnique({ where: { id: params.id }, select: PUBLIC_USER }),
});`,
  SERVER_DECIDES: `export const POST: RequestHandler = async ({ request, locals }) => {
  if (!locals.user) error(401, 'log in first');
  const { items } = checkoutInput.parse(await request.json()); // ids and quantities only
  const totalCents = await priceOf(items); // from the database
  return json(await placeOrder(locals.user.id, items, totalCents), { status: 201 });
};`,
  FILES: `// src/routes/files/[id]/+server.ts
export const GET: RequestHandler = async ({ params, locals }) => {
  if (!locals.user) error(401, 'log in first');
  const file = await db.file.findFirst({ where: { id: params.id, ownerId: locals.user.id } });
  if (!file) error(404, 'not found');
  return new Response(await readUpload(file), { headers: { 'cache-control': 'private, no-store' } });
};`,
  CORS: `// src/hooks.server.ts
const OURS = new Set(['https://app.shop.example']); // whole origins, compared whole
const response = await resolve(event);
const origin = event.request.headers.get('origin') ?? '';
if (OURS.has(origin)) response.headers.set('access-control-allow-origin', origin);
response.headers.append('vary', 'Origin');`,
  NO_STORE: `// src/hooks.server.ts
const response = await resolve(event);
if (event.locals.user) response.headers.set('cache-control', 'private, no-store');
return response;`,
  ERRORS: `// src/hooks.server.ts
export const handleError: HandleServerError = ({ error, event }) => {
  console.error(event.route.id, error); // the details stay here
  return { message: 'something went wrong' };
};`,
  REDIRECT: `const to = new URL(url.searchParams.get('next') ?? '/', url.origin);
redirect(303, to.origin === url.origin ? to.pathname + to.search : '/');`,
  COOKIE: `cookies.set('__Host-session', id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });`,
  SAME_SITE: `// svelte.config.js: forms from other sites are refused unless this was turned off
export default { kit: { csrf: { trustedOrigins: [] } } };
// a +server.ts that takes JSON with a cookie compares the origin itself:
if (request.headers.get('origin') !== url.origin) error(403, 'this request came from another site');`,
  RATE: `// in the login action and in the API's login alike; @upstash/ratelimit, 10 in 15 minutes
const { success } = await ratelimit.limit(\`login:\${email.toLowerCase()}\`);
if (!success) error(429, 'too many tries');`,
  BODY: `# the server's environment (adapter-node)
BODY_SIZE_LIMIT=100K`,
  WEBHOOK: `// src/routes/webhooks/payments/+server.ts
export const POST: RequestHandler = async ({ request }) => {
  const body = await request.text(); // raw; not request.json()
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(body, request.headers.get('stripe-signature') ?? '', SECRET);
  } catch { error(400, 'bad signature'); }
  await handleOnce(event); // a unique key on event.id, in the transaction that has the effect
  return new Response(null, { status: 200 });
};`,
} as const;
