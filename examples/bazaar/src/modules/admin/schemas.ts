import { z } from 'zod';
import { orderStatus, payoutStatus, refundStatus, role, userStatus } from '../../db/schema.ts';
import { line, page } from '../../http/validate.ts';

export const userSearch = page.extend({ q: line(100, 0).default('') });
export const orderSearch = page.extend({ status: z.enum(orderStatus.enumValues).optional() });
export const payoutSearch = page.extend({ status: z.enum(payoutStatus.enumValues).optional() });
export const auditSearch = page.extend({ action: line(80).optional() });

export const newRole = z.strictObject({ role: z.enum(role.enumValues) });
export const reasonBody = z.strictObject({ reason: line(200, 3) });
export const newCoupon = z.strictObject({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{4,24}$/, '4 to 24 letters, digits or hyphens'),
  percentOff: z.number().int().min(1).max(90),
  maxUses: z.number().int().min(1).max(100_000),
  expiresAt: z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
});

const shop = z.object({ name: z.string(), slug: z.string() });
const person = z.object({ id: z.uuid(), name: z.string() });

/** Phone and address are nobody's business here. */
export const adminUser = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(role.enumValues),
  status: z.enum(userStatus.enumValues),
  verified: z.boolean(),
  shop: shop.nullable(),
  createdAt: z.date(),
});

export const adminOrder = z.object({
  id: z.uuid(),
  status: z.enum(orderStatus.enumValues),
  subtotalCents: z.number().int(),
  discountCents: z.number().int(),
  totalCents: z.number().int(),
  currency: z.string(),
  couponCode: z.string().nullable(),
  buyer: person,
  shop,
  createdAt: z.date(),
  paidAt: z.date().nullable(),
});

export const adminOrderDetail = adminOrder.extend({
  items: z.array(
    z.object({ listingId: z.uuid(), title: z.string(), unitCents: z.number().int(), quantity: z.number().int() }),
  ),
  refunds: z.array(
    z.object({
      id: z.uuid(),
      amountCents: z.number().int(),
      status: z.enum(refundStatus.enumValues),
      createdAt: z.date(),
    }),
  ),
});

export const adminPayout = z.object({
  id: z.uuid(),
  shop,
  amountCents: z.number().int(),
  currency: z.string(),
  status: z.enum(payoutStatus.enumValues),
  requestedBy: person,
  account: z.object({ holder: z.string(), ibanLast4: z.string() }).nullable(),
  rejectionReason: z.string().nullable(),
  createdAt: z.date(),
  decidedAt: z.date().nullable(),
});

export const coupon = z.object({
  code: z.string(),
  percentOff: z.number().int(),
  maxUses: z.number().int(),
  usedCount: z.number().int(),
  expiresAt: z.date(),
  createdAt: z.date(),
});

export const auditEntry = z.object({
  id: z.uuid(),
  action: z.string(),
  actor: person.nullable(),
  subject: z.object({ type: z.string(), id: z.string() }),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  createdAt: z.date(),
});

export type AdminUser = z.infer<typeof adminUser>;
export type AdminOrder = z.infer<typeof adminOrder>;
export type AdminOrderDetail = z.infer<typeof adminOrderDetail>;
export type AdminPayout = z.infer<typeof adminPayout>;
export type Coupon = z.infer<typeof coupon>;
export type AuditEntryView = z.infer<typeof auditEntry>;
