/** Remix and React Router 7; a thrown Response is the answer. */
export const REMIX = {
  OWNER: `// app/routes/api.orders.$id.ts
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request); // from the session cookie; throws a 401 Response
  const order = await db.order.findFirst({ where: { id: params.id, buyerId: user.id } });
  if (!order) throw new Response('not found', { status: 404 });
  return Response.json(order);
}`,
  OWNER_WRITE: `// app/routes/api.listings.$id.ts
export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const data = listingInput.parse(await request.json());
  const { count } = await db.listing.updateMany({ where: { id: params.id, shopId: user.shopId }, data });
  return new Response(null, { status: count === 0 ? 404 : 204 });
}`,
  LOGIN: `// first line of every loader and action: a parent's loader does not guard its children
export async function requireUser(request: Request) {
  const session = await getSession(request.headers.get('cookie'));
  const user = await db.user.findUnique({ where: { id: session.get('userId') ?? '' } });
  if (!user || user.suspended) throw new Response('log in first', { status: 401 });
  return user;
}`,
  ROLE: `// first line of every admin loader and action: they run side by side, so the parent's check is none
export async function requireRole(request: Request, role: Role) {
  const user = await requireUser(request); // asks the database: today's role
  if (user.role !== role) throw new Response('not allowed', { status: 403 });
  return user;
}`,
  FIELDS_IN: `const profileInput = z.strictObject({ name: z.string().max(100), bio: z.string().max(1000) }).partial();
export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const data = profileInput.parse(Object.fromEntries(await request.formData())); // role and the like are refused
  return Response.json(await db.user.update({ where: { id: user.id }, data, select: PROFILE }));
}`,
  FIELDS_OUT: `const PUBLIC_USER = { id: true, name: true, avatarUrl: true };
// whatever a loader returns is sent to the browser
export async function loader({ params }: LoaderFunctionArgs) {
  return { user: await db.user.findUnique({ where: { id: params.id }, select: PUBLIC_USER }) };
}`,
  SERVER_DECIDES: `export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const { items } = checkoutInput.parse(await request.json()); // ids and quantities only
  const totalCents = await priceOf(items); // from the database
  return Response.json(await placeOrder(user.id, items, totalCents), { status: 201 });
}`,
  FILES: `// app/routes/files.$id.ts
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const file = await db.file.findFirst({ where: { id: params.id, ownerId: user.id } });
  if (!file) throw new Response('not found', { status: 404 });
  return new Response(await readUpload(file), { headers: { 'cache-control': 'private, no-store' } });
}`,
  CORS: `const OURS = new Set(['https://app.shop.example']); // whole origins, compared whole
const origin = request.headers.get('origin') ?? '';
return Response.json(data, {
  headers: OURS.has(origin) ? { 'access-control-allow-origin': origin, vary: 'Origin' } : { vary: 'Origin' },
});`,
  NO_STORE: `// in every route that shows who is logged in; a parent's headers do not reach its children
export const headers = () => ({ 'cache-control': 'private, no-store' });`,
  ERRORS: `// app/entry.server.tsx; in production React Router sends no stack to the browser
export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted) console.error(error); // the details stay here
}`,
  REDIRECT: `const origin = new URL(request.url).origin;
const to = new URL(next ?? '/', origin);
return redirect(to.origin === origin ? to.pathname + to.search : '/');`,
  COOKIE: `const { getSession, commitSession, destroySession } = createSessionStorage({
  cookie: { name: '__Host-session', httpOnly: true, secure: true, sameSite: 'lax', path: '/', secrets: [SECRET] },
  createData, readData, updateData, deleteData, // in the database, so that a session can be ended there
});`,
  SAME_SITE: `// first line of every action
if (request.headers.get('origin') !== process.env.APP_ORIGIN) throw new Response(null, { status: 403 });`,
  RATE: `// in the login action; @upstash/ratelimit, 10 in 15 minutes
const { success } = await ratelimit.limit(\`login:\${email.toLowerCase()}\`);
if (!success) throw new Response('too many tries', { status: 429, headers: { 'retry-after': '900' } });`,
  WEBHOOK: `// app/routes/webhooks.payments.ts
export async function action({ request }: ActionFunctionArgs) {
  const body = await request.text(); // raw; not request.json()
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(body, request.headers.get('stripe-signature') ?? '', SECRET);
  } catch { return new Response('bad signature', { status: 400 }); }
  await handleOnce(event); // a unique key on event.id, in the transaction that has the effect
  return new Response(null, { status: 200 });
}`,
} as const;
