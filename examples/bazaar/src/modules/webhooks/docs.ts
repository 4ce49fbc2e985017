import { z } from 'zod';
import type { Operation } from '../../http/openapi.ts';
import { mailEvent, received, shippingEvent } from './schemas.ts';

const tag = 'Webhooks';
const answer = { status: 200, body: received };

export const webhookOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/webhooks/payments',
    tag,
    summary: 'Events of the payments provider, signed by the Stripe-Signature header',
    access: 'signature',
    headers: ['Stripe-Signature'],
    body: z.looseObject({ id: z.string(), type: z.string(), data: z.looseObject({}) }),
    answer,
  },
  {
    method: 'post',
    path: '/webhooks/shipping',
    tag,
    summary: 'Where a parcel is; HMAC-SHA-256 over the body',
    access: 'signature',
    headers: ['X-Hub-Signature-256', 'X-Delivery-Id'],
    body: shippingEvent,
    answer,
  },
  {
    method: 'post',
    path: '/webhooks/mail',
    tag,
    summary: 'What became of a message; signed as Standard Webhooks has it',
    access: 'signature',
    headers: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    body: mailEvent,
    answer,
  },
];
