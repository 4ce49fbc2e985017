import type { role } from './schema/users.ts';
import type { orderStatus } from './schema/trade.ts';

export type Role = (typeof role.enumValues)[number];
export type OrderStatus = (typeof orderStatus.enumValues)[number];
