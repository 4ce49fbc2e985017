import type { Operation } from '../http/openapi.ts';
import { adminOperations } from './admin/docs.ts';
import { assistantOperations } from './assistant/docs.ts';
import { authOperations } from './auth/docs.ts';
import { cartOperations } from './cart/docs.ts';
import { graphqlOperations } from './graphql/docs.ts';
import { listingOperations } from './listings/docs.ts';
import { metaOperations } from './meta/docs.ts';
import { moderationOperations } from './moderation/docs.ts';
import { notificationOperations } from './notifications/docs.ts';
import { orderOperations } from './orders/docs.ts';
import { payoutOperations } from './payouts/docs.ts';
import { photoOperations } from './photos/docs.ts';
import { profileOperations } from './profile/docs.ts';
import { reviewOperations } from './reviews/docs.ts';
import { shopOperations } from './shops/docs.ts';
import { webhookOperations } from './webhooks/docs.ts';

/** Every operation of the API; /openapi.json is made of these. */
export const OPERATIONS: readonly Operation[] = [
  ...metaOperations,
  ...authOperations,
  ...profileOperations,
  ...listingOperations,
  ...photoOperations,
  ...reviewOperations,
  ...cartOperations,
  ...orderOperations,
  ...shopOperations,
  ...payoutOperations,
  ...moderationOperations,
  ...adminOperations,
  ...notificationOperations,
  ...assistantOperations,
  ...graphqlOperations,
  ...webhookOperations,
];
