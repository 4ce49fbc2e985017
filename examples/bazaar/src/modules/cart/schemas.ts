import { z } from 'zod';

const bookedFor = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .optional();

export const cartLine = z.strictObject({ quantity: z.number().int().min(1).max(99), bookedFor });

export const couponChoice = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^[\w-]{3,40}$/, 'must be a code')
    .transform((code) => code.toUpperCase()),
});

export const cartView = z.object({
  shop: z.object({ name: z.string(), slug: z.string() }).nullable(),
  items: z.array(
    z.object({
      listingId: z.uuid(),
      title: z.string(),
      kind: z.enum(['product', 'booking']),
      unitCents: z.number().int(),
      quantity: z.number().int(),
      bookedFor: z.date().nullable(),
      /** False when it was unpublished or sold out meanwhile; checkout is refused until it is taken out. */
      available: z.boolean(),
    }),
  ),
  coupon: z.object({ code: z.string(), percentOff: z.number().int() }).nullable(),
  subtotalCents: z.number().int(),
  discountCents: z.number().int(),
  totalCents: z.number().int(),
  currency: z.string(),
});

export type CartView = z.infer<typeof cartView>;
