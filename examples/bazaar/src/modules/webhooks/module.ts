import { Router } from 'express';
import { notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { mailWebhook } from './mail.ts';
import { paymentWebhook } from './payments.ts';
import { shippingWebhook } from './shipping.ts';

/** What third parties send. Each handler checks a signature over the raw body; no session, no parser before it. */
export const webhooksModule = (context: Context): Router => {
  const router = Router();

  router.post('/payments', ...paymentWebhook(context));
  router.post('/shipping', ...shippingWebhook(context));
  router.post('/mail', ...mailWebhook(context));

  // Nothing below /webhooks may reach the session middleware.
  router.use(() => {
    throw notFound();
  });

  return router;
};
