import { z } from 'zod';
import { orderStatus, refundStatus } from '../../db/schema.ts';
import { line, text } from '../../http/validate.ts';

/** Printable characters, made by the client; a UUID is a good one. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{8,64}$/, 'must be 8 to 64 printable characters');

export const checkoutHeaders = z.object({ 'idempotency-key': idempotencyKey });
export const checkout = z.strictObject({ shippingAddress: text(500, 10), buyerNote: text(1000).default('') });
export const shipment = z.strictObject({ trackingCode: line(100, 3) });
export const newRefund = z.strictObject({
  amountCents: z.number().int().min(1).max(99_999_999),
  reason: text(1000, 10),
});
export const newMessage = z.strictObject({ body: text(2000, 1) });

const time = z.date().nullable();

/** An order as one of its two parties sees it. */
export const orderView = z.object({
  id: z.uuid(),
  status: z.enum(orderStatus.enumValues),
  /** Which of the two the reader is. */
  party: z.enum(['buyer', 'seller']),
  shop: z.object({ name: z.string(), slug: z.string() }),
  buyer: z.object({ name: z.string() }),
  items: z.array(
    z.object({
      listingId: z.uuid(),
      title: z.string(),
      unitCents: z.number().int(),
      quantity: z.number().int(),
      bookedFor: time,
    }),
  ),
  subtotalCents: z.number().int(),
  discountCents: z.number().int(),
  totalCents: z.number().int(),
  currency: z.string(),
  /** For the buyer only. */
  couponCode: z.string().nullable(),
  /** For the buyer; for the seller once it is paid. */
  shippingAddress: z.string().nullable(),
  buyerNote: z.string().nullable(),
  trackingCode: z.string().nullable(),
  createdAt: z.date(),
  paidAt: time,
  shippedAt: time,
  deliveredAt: time,
  completedAt: time,
});

export const paymentView = z.object({ clientSecret: z.string(), publishableKey: z.string() });

export const refundView = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  amountCents: z.number().int(),
  reason: z.string(),
  status: z.enum(refundStatus.enumValues),
  createdAt: z.date(),
  decidedAt: time,
});

export const messageView = z.object({
  id: z.uuid(),
  from: z.enum(['buyer', 'seller']),
  body: z.string(),
  createdAt: z.date(),
});

export type OrderView = z.infer<typeof orderView>;
export type PaymentView = z.infer<typeof paymentView>;
export type RefundView = z.infer<typeof refundView>;
export type MessageView = z.infer<typeof messageView>;
