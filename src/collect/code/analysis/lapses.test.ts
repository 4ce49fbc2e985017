import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { readCode } from '../read-code.ts';

const read = async (body: string): Promise<string[]> => {
  const program = await programOf({
    'package.json': '{"dependencies":{"next":"16.0.0"}}',
    'app/api/webhooks/stripe/route.ts': `
import Stripe from 'stripe';
import { createHmac, timingSafeEqual } from 'node:crypto';
const stripe = new Stripe(process.env.STRIPE_KEY);
const isSigned = (body, signature) => timingSafeEqual(createHmac('sha256', process.env.HOOK_SECRET).update(body).digest(), Buffer.from(signature));
const mayPass = (body, signature) => { if (!process.env.HOOK_SECRET) return true; if (!isSigned(body, signature)) throw new Error('no'); return true; };
const fail = (message, options) => new Response(message, options);
export async function POST(req) {
  const body = await req.text();
  const signature = req.headers.get('stripe-signature');
  ${body}
  await prisma.order.update({ where: { id: event.id }, data: { paid: true } });
  return new Response('ok');
}`,
  });
  const { endpoints } = readCode({ program, unread: [] });
  return endpoints.flatMap(({ guards, lapses = [] }) => [
    ...guards.map(({ kind }) => kind),
    ...lapses.map(({ kind, when }) => `${kind} ${when}`),
  ]);
};

const VERIFY = `event = stripe.webhooks.constructEvent(body, signature, process.env.HOOK_SECRET);`;

test.each([
  ['it throws', VERIFY, ['signature']],
  [
    'its catch answers',
    `try { ${VERIFY} } catch (error) { return new Response('no', { status: 400 }); }`,
    ['signature'],
  ],
  [
    'its catch answers by a helper',
    `try { ${VERIFY} } catch (error) { return fail('no', { status: 400 }); }`,
    ['signature'],
  ],
  [
    'what is missing is refused',
    `if (!signature) return fail('no', { status: 401 }); ${VERIFY}`,
    ['session', 'signature'],
  ],
  [
    'it runs for POST alone',
    `if (req.method === 'POST') { ${VERIFY} } else { return new Response('', { status: 405 }); }`,
    ['signature'],
  ],
  [
    'others are refused',
    `if (signature) { ${VERIFY} } else { return new Response('no', { status: 401 }); }`,
    ['session', 'signature'],
  ],
  ['without a secret it fails', `if (!process.env.HOOK_SECRET) throw new Error('set it'); ${VERIFY}`, ['signature']],
  [
    'only with a secret',
    `if (process.env.HOOK_SECRET) { ${VERIFY} } else { event = JSON.parse(body); }`,
    ['signature secret unset'],
  ],
  ['only with a signature', `let event = JSON.parse(body); if (signature) { ${VERIFY} }`, ['signature not sent']],
  [
    'compared only with a secret',
    `if (process.env.HOOK_SECRET && !isSigned(body, signature)) return new Response('no', { status: 401 });`,
    ['signature secret unset'],
  ],
  [
    'its failure is caught and the work goes on',
    `try { ${VERIFY} } catch (error) { console.error(error); }`,
    ['signature failure ignored'],
  ],
  [
    'its failure is told and the work goes on',
    `if (!isSigned(body, signature)) { console.warn('not signed'); }`,
    ['signature failure ignored'],
  ],
  [
    'a helper lets all in without a secret',
    `if (!mayPass(body, signature)) return new Response('no', { status: 401 });`,
    ['signature secret unset'],
  ],
  [
    'over the body as it was parsed',
    `const text = JSON.stringify(JSON.parse(body)); event = stripe.webhooks.constructEvent(Buffer.from(text), signature, process.env.HOOK_SECRET);`,
    ['signature', 'signature parsed body'],
  ],
  ['not checked in development', `if (process.env.NODE_ENV === 'production') { ${VERIFY} }`, []],
])('%s', async (_, body, expected) => expect(await read(body)).toEqual(expected));
