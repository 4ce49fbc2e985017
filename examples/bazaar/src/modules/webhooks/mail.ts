import { and, eq, inArray } from 'drizzle-orm';
import type { Request, RequestHandler } from 'express';
import { Webhook } from 'standardwebhooks';
import type { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { outbox, suppressions } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import { isFirstDelivery } from './once.ts';
import { bytesOf, notSigned, rawBody, signedJson } from './raw-body.ts';
import { mailEvent } from './schemas.ts';

type MailStatus = (typeof outbox.status.enumValues)[number];
/** What an event makes of a message, and from which states. Later news does not take back a bounce or a complaint. */
const EFFECTS: Readonly<Record<string, { to: MailStatus; from: readonly MailStatus[]; suppress: boolean }>> = {
  'email.delivered': { to: 'delivered', from: ['queued', 'sent'], suppress: false },
  'email.bounced': { to: 'bounced', from: ['queued', 'sent', 'delivered'], suppress: true },
  'email.complained': { to: 'complained', from: ['queued', 'sent', 'delivered'], suppress: true },
};

/** The mail provider says what became of a message. Standard Webhooks: id, time and body are signed together. */
export const mailWebhook = (context: Context): RequestHandler[] => {
  const webhook = new Webhook(context.config.MAIL_WEBHOOK_SECRET);
  return [
    ...rawBody,
    async (req, res) => {
      const bytes = bytesOf(req);
      const eventId = verifiedId(webhook, bytes, req);
      const event = signedJson(mailEvent, bytes);
      await context.db.transaction(async (tx) => {
        if (await isFirstDelivery(tx, { provider: 'mail', eventId, type: event.type })) await apply(tx, event);
      });
      res.json({ received: true });
    },
  ];
};

const verifiedId = (webhook: Webhook, bytes: Buffer, req: Request): string => {
  const id = req.get('webhook-id') ?? '';
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': req.get('webhook-timestamp') ?? '',
    'webhook-signature': req.get('webhook-signature') ?? '',
  };
  try {
    webhook.verify(bytes, headers, { jsonParse: false });
  } catch {
    throw notSigned();
  }
  return id;
};

/** The recipient must be the one that we wrote to, so that nobody else's address can be put out of reach. */
const apply = async (tx: Transaction, { type, data }: z.infer<typeof mailEvent>): Promise<void> => {
  const effect = Object.hasOwn(EFFECTS, type) ? EFFECTS[type] : undefined;
  if (effect === undefined) return;
  const [message] = await tx
    .update(outbox)
    .set({ status: effect.to })
    .where(and(eq(outbox.id, data.email_id), eq(outbox.recipient, data.to), inArray(outbox.status, [...effect.from])))
    .returning({ recipient: outbox.recipient });
  if (message === undefined || !effect.suppress) return;
  await tx.insert(suppressions).values({ email: message.recipient, reason: effect.to }).onConflictDoNothing();
};
