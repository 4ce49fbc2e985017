import { z } from 'zod';

const id = z.string().regex(/^[\w.:-]{1,100}$/, 'must be an id');

export const deliveryId = z.object({ 'x-delivery-id': id });

export const shippingEvent = z.strictObject({
  event: z.enum(['delivered', 'in_transit']),
  trackingCode: z.string().trim().min(1).max(100),
  /** Must be of the last five minutes. */
  occurredAt: z.iso.datetime({ offset: true }),
});

/** Providers add fields and types over time; what is not known is not looked at. */
export const mailEvent = z.object({
  type: z.string().max(100),
  data: z.object({
    /** The id that the message was sent with. */
    email_id: z.uuid(),
    to: z.union([z.email(), z.array(z.email()).length(1)]).transform((to) => String(to).toLowerCase()),
  }),
});

export const received = z.object({ received: z.literal(true) });
