import { createHmac, timingSafeEqual } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { RequestHandler } from 'express';
import type { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { orders, shops } from '../../db/schema.ts';
import { badRequest } from '../../http/errors.ts';
import { parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { announce, notify, type Notice } from '../notifications/notify.ts';
import { isFirstDelivery } from './once.ts';
import { bytesOf, notSigned, rawBody, signedJson } from './raw-body.ts';
import { deliveryId, shippingEvent } from './schemas.ts';

const TOLERANCE = 5 * 60_000;

const isSigned = (secret: string, bytes: Buffer, header: string | undefined): boolean => {
  const given = Buffer.from(header ?? '');
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
};

/** The carrier says where a parcel is. Signed as GitHub signs; its scheme knows no time, so the event must carry one. */
export const shippingWebhook = (context: Context): RequestHandler[] => [
  ...rawBody,
  async (req, res) => {
    const bytes = bytesOf(req);
    const signature = req.get('x-hub-signature-256');
    if (!isSigned(context.config.SHIPPING_WEBHOOK_SECRET, bytes, signature)) throw notSigned();
    const { 'x-delivery-id': eventId } = parse(deliveryId, { 'x-delivery-id': req.headers['x-delivery-id'] });
    const event = signedJson(shippingEvent, bytes);
    if (Math.abs(Date.now() - Date.parse(event.occurredAt)) > TOLERANCE) throw badRequest('The event is too old.');
    const notices = await context.db.transaction(async (tx) => {
      if (!(await isFirstDelivery(tx, { provider: 'shipping', eventId, type: event.event }))) return [];
      return event.event === 'delivered' ? setDelivered(context, tx, event) : [];
    });
    if (notices.length > 0) announce(context, ...notices);
    res.json({ received: true });
  },
];

/** Only what has been shipped can arrive. A parcel may hold several orders. */
const setDelivered = async (
  context: Context,
  tx: Transaction,
  { trackingCode, occurredAt }: z.infer<typeof shippingEvent>,
): Promise<Notice[]> => {
  const delivered = await tx
    .update(orders)
    .set({ status: 'delivered', deliveredAt: new Date(occurredAt) })
    .where(and(eq(orders.trackingCode, trackingCode), eq(orders.status, 'shipped')))
    .returning({ id: orders.id, buyerId: orders.buyerId, shopId: orders.shopId });
  if (delivered.length === 0) return [];
  const owners = await tx
    .select({ shopId: shops.id, ownerId: shops.ownerId })
    .from(shops)
    .where(
      inArray(
        shops.id,
        delivered.map(({ shopId }) => shopId),
      ),
    );
  const notices: Notice[] = [];
  for (const { id, buyerId, shopId } of delivered) {
    await audit(tx, {
      actorId: null,
      action: 'order.delivered',
      subject: { type: 'order', id },
      detail: { by: 'carrier' },
    });
    const people = [buyerId, ...owners.filter((owner) => owner.shopId === shopId).map(({ ownerId }) => ownerId)];
    for (const userId of people) {
      notices.push({ userId, kind: 'order.delivered', title: 'An order was delivered', url: `/orders/${id}` });
    }
  }
  for (const notice of notices) await notify(context, tx, notice);
  return notices;
};
