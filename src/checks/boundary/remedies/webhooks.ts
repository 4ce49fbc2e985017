import { remedy } from './remedy.ts';

/** Verified over the raw body, before anything is read from it; worked off once. */
export const WEBHOOK = remedy('WEBHOOK', {
  express: `app.post('/webhooks/payments', express.raw({ type: 'application/json' }), async (req, res) => {
  let event: Stripe.Event;
  try { // raw bytes, before express.json(); no header and a wrong signature both throw
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature') ?? '', SECRET);
  } catch { return res.status(400).send('bad signature'); }
  if (event.livemode !== (process.env.NODE_ENV === 'production')) return res.status(400).end();
  await db.$transaction(async (tx) => { // fails as a whole, so that the sender tries again
    const fresh = await tx.webhookEvent.createMany({ data: [{ id: event.id }], skipDuplicates: true });
    if (fresh.count === 1) await handle(tx, event); // compares amount and currency with the order
  });
  res.sendStatus(200);
});`,
  next: `// app/api/webhooks/payments/route.ts
export async function POST(req: Request) {
  const body = await req.text(); // raw; not req.json()
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(body, req.headers.get('stripe-signature') ?? '', process.env.STRIPE_WEBHOOK_SECRET!);
  } catch { return new Response('bad signature', { status: 400 }); }
  await handleOnce(event); // a unique key on event.id, in the transaction that has the effect
  return new Response(null, { status: 200 });
}`,
  fastify: `app.register(async (hooks) => { // a scope of its own: only here bodies stay raw
  hooks.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  hooks.post<{ Body: Buffer }>('/webhooks/payments', async (req, reply) => {
    let event: Stripe.Event;
    try { event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'] ?? '', SECRET); }
    catch { return reply.code(400).send(); }
    await handleOnce(event); // a unique key on event.id, in the transaction that has the effect
    return reply.code(200).send();
  });
});`,
  hono: `app.post('/webhooks/payments', async (c) => {
  const body = await c.req.text();
  let event;
  try { event = await stripe.webhooks.constructEventAsync(body, c.req.header('stripe-signature') ?? '', SECRET); }
  catch { return c.text('bad signature', 400); }
  await handleOnce(event);
  return c.body(null, 200);
});`,
  nest: `// main.ts: NestFactory.create(AppModule, { rawBody: true })
@Post('payments')
async payments(@Req() req: RawBodyRequest<Request>, @Headers('stripe-signature') signature = '') {
  const event = this.verify(req.rawBody, signature); // throws BadRequestException
  await this.handleOnce(event);
}`,
  supabase: `-- the edge function verifies the raw body: await req.text(), then constructEventAsync
-- and each event is worked off once:
create table webhook_events (id text primary key, received_at timestamptz not null default now());`,
});

/** For senders with a plain HMAC over the body. */
export const HMAC = remedy('HMAC', {
  express: `app.post('/webhooks/shipping', express.raw({ type: '*/*' }), async (req, res) => {
  const at = Number(req.get('x-timestamp'));
  const want = createHmac('sha256', process.env.SHIPPING_SECRET!).update(\`\${at}.\`).update(req.body).digest();
  const got = Buffer.from(req.get('x-signature') ?? '', 'hex');
  const right = got.length === want.length && timingSafeEqual(got, want);
  if (!right || Math.abs(Date.now() / 1000 - at) > 300) return res.sendStatus(400); // says nothing more
  await handleOnce(JSON.parse(req.body)); // a unique key on the event's id
  res.sendStatus(200);
});`,
});
