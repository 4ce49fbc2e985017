import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { readCode } from '../read-code.ts';

const read = async (body: string): Promise<string[]> => {
  const program = await programOf({
    'package.json': '{"dependencies":{"next":"16.0.0"}}',
    'lib/plans.ts': `export const PLANS = [{ id: 'basic', cents: 900 }];\nexport const PRICES = { basic: 900 };`,
    'app/api/checkout/route.ts': `
import Stripe from 'stripe';
import { z } from 'zod';
import { PLANS, PRICES } from '@/lib/plans';
import { priceOf } from 'prices';
const stripe = new Stripe(process.env.STRIPE_KEY);
const schema = z.object({ amount: z.number().positive() });
export async function POST(req) {
  const body = await req.json();
  ${body}
  return Response.json({});
}`,
    'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./*"]}}}',
  });
  return readCode({ program, unread: [] }).endpoints.flatMap(({ flows }) =>
    flows.flatMap(({ to, what }) => (to === 'price' ? [what] : [])),
  );
};

const INTENT = 'amount of stripe.paymentIntents.create';

test.each([
  ['the amount as it came', `await stripe.paymentIntents.create({ amount: body.amount, currency: 'eur' });`, [INTENT]],
  [
    'checked for its form only',
    `const { amount } = schema.parse(body); await stripe.paymentIntents.create({ amount: Math.round(amount * 100) });`,
    [INTENT],
  ],
  [
    'in the lines of a session',
    `await stripe.checkout.sessions.create({ line_items: body.items.map((item) => ({ quantity: item.quantity, price_data: { unit_amount: item.price * 100 } })) });`,
    ['unit_amount of stripe.checkout.sessions.create'],
  ],
  [
    'without a library',
    `await fetch('https://api-m.paypal.com/v2/checkout/orders', { method: 'POST', body: JSON.stringify({ purchase_units: [{ amount: { value: body.total } }] }) });`,
    ['value of fetch'],
  ],
  [
    'in the order',
    `await prisma.order.create({ data: { items: body.items, total: body.total } });`,
    ['total of order'],
  ],
  [
    'read from the data',
    `const product = await prisma.product.findUnique({ where: { id: body.id } }); await stripe.paymentIntents.create({ amount: product.cents * body.quantity });`,
    [],
  ],
  [
    'found among rows',
    `const rows = await prisma.product.findMany(); await stripe.checkout.sessions.create({ line_items: body.items.map((item) => ({ price_data: { unit_amount: rows.find((row) => row.id === item.id).cents } })) });`,
    [],
  ],
  [
    'found in a list of the code',
    `const plan = PLANS.find(({ id }) => id === body.plan); await stripe.paymentIntents.create({ amount: plan.cents });`,
    [],
  ],
  ['found in an object of the code', `await stripe.paymentIntents.create({ amount: PRICES[body.plan] });`, []],
  ['made by what cannot be followed', `await stripe.paymentIntents.create({ amount: priceOf(body.items) });`, []],
  [
    'compared with what is stored',
    `const order = await prisma.order.findFirst({ where: { id: body.id } }); if (order.total !== body.total) throw new Error('changed'); await stripe.paymentIntents.create({ amount: body.total });`,
    [],
  ],
  [
    'a price of the provider',
    `await stripe.checkout.sessions.create({ line_items: [{ price: body.priceId, quantity: 1 }] });`,
    [],
  ],
])('%s', async (_, body, expected) => expect(await read(body)).toEqual(expected));
