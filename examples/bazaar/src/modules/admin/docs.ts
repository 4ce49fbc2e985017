import { z } from 'zod';
import type { Operation } from '../../http/openapi.ts';
import { page } from '../../http/validate.ts';
import {
  adminOrder,
  adminOrderDetail,
  adminPayout,
  adminUser,
  auditEntry,
  auditSearch,
  coupon,
  newCoupon,
  newRole,
  orderSearch,
  payoutSearch,
  reasonBody,
  userSearch,
} from './schemas.ts';

const read = (path: string, summary: string, body: z.ZodType, query?: z.ZodType): Operation => ({
  method: 'get',
  path: `/api/admin/${path}`,
  tag: 'Admin',
  summary,
  access: 'admin',
  ...(query && { query }),
  answer: { status: 200, body },
});

const act = (path: string, summary: string, answer: z.ZodType, body?: z.ZodType, status = 200): Operation => ({
  method: 'post',
  path: `/api/admin/${path}`,
  tag: 'Admin',
  summary,
  access: 'admin',
  ...(body && { body }),
  answer: { status, body: answer },
});

export const adminOperations: readonly Operation[] = [
  read('users', 'Find users by name or address', z.object({ users: z.array(adminUser) }), userSearch),
  read('users/{userId}', 'One user', adminUser),
  act('users/{userId}/role', 'Give a user another role', adminUser, newRole),
  act('users/{userId}/suspend', 'Suspend a user; ends all sessions and tokens', adminUser, reasonBody),
  act('users/{userId}/reinstate', 'Let a suspended user in again', adminUser),
  read('orders', 'All orders', z.object({ orders: z.array(adminOrder) }), orderSearch),
  read('orders/{orderId}', 'One order with its items and refunds', adminOrderDetail),
  read('payouts', 'All payouts', z.object({ payouts: z.array(adminPayout) }), payoutSearch),
  act('payouts/{payoutId}/approve', 'Approve a payout and pay it', adminPayout),
  act('payouts/{payoutId}/reject', 'Reject a payout; its orders can be asked for again', adminPayout, reasonBody),
  read('coupons', 'All coupons', z.object({ coupons: z.array(coupon) }), page),
  act('coupons', 'Make a coupon', coupon, newCoupon, 201),
  read('audit-log', 'Who did what', z.object({ entries: z.array(auditEntry) }), auditSearch),
];
