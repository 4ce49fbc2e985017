import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Database, Transaction } from '../db/client.ts';
import { outbox, suppressions } from '../db/schema.ts';
import type { Config } from './config.ts';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  body: string;
}

/** Mail is queued in the transaction that causes it and sent when that has been committed. */
export interface MailQueue {
  queue(tx: Database | Transaction, mail: Mail): Promise<void>;
  /** Sends what is queued. Called after a commit; one run at a time. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

type Send = (id: string, mail: Mail) => Promise<void>;

const MOST_ATTEMPTS = 5;
const RETRY_EVERY = 30_000;

export const createMailQueue = (config: Config, db: Database, log: Logger): MailQueue => {
  const { send, close } = createSender(config);
  let running: Promise<void> | undefined;
  const flush = (): Promise<void> => {
    running = (running ?? Promise.resolve()).then(() => sendQueued(db, send, log));
    return running;
  };
  const timer = setInterval(() => void flush(), RETRY_EVERY);
  timer.unref();
  return {
    queue: async (tx, mail) => {
      await tx.insert(outbox).values({ recipient: mail.to, subject: mail.subject, body: mail.body });
    },
    flush,
    close: async () => {
      clearInterval(timer);
      await running;
      close();
    },
  };
};

const sendQueued = async (db: Database, send: Send, log: Logger): Promise<void> => {
  try {
    const waiting = await db
      .select()
      .from(outbox)
      .where(and(eq(outbox.status, 'queued'), lt(outbox.attempts, MOST_ATTEMPTS)))
      .orderBy(asc(outbox.createdAt))
      .limit(50);
    const refused = new Set(
      waiting.length === 0
        ? []
        : (
            await db
              .select({ email: suppressions.email })
              .from(suppressions)
              .where(
                inArray(
                  suppressions.email,
                  waiting.map((row) => row.recipient),
                ),
              )
          ).map((row) => row.email),
    );
    for (const row of waiting) {
      if (refused.has(row.recipient)) {
        await db.update(outbox).set({ status: 'failed' }).where(eq(outbox.id, row.id));
        continue;
      }
      try {
        await send(row.id, { to: row.recipient, subject: row.subject, body: row.body });
        await db
          .update(outbox)
          .set({ status: 'sent', sentAt: new Date() })
          .where(and(eq(outbox.id, row.id), eq(outbox.status, 'queued')));
      } catch (error) {
        log.warn({ err: error, mailId: row.id }, 'mail was not sent');
        await db
          .update(outbox)
          .set({ attempts: sql`${outbox.attempts} + 1` })
          .where(eq(outbox.id, row.id));
      }
    }
  } catch (error) {
    log.error({ err: error }, 'the mail queue could not be read');
  }
};

/** By SMTP, or by the provider's HTTP API (`POST /emails` with a bearer key, as Resend has it). */
const createSender = (config: Config): { send: Send; close: () => void } => {
  if (config.SMTP_URL !== undefined) {
    const transport = createTransport(config.SMTP_URL);
    return {
      send: async (id, mail) => {
        await transport.sendMail({
          from: config.MAIL_FROM,
          to: mail.to,
          subject: mail.subject,
          text: mail.body,
          messageId: `<${id}@${new URL(config.APP_ORIGIN).hostname}>`,
        });
      },
      close: () => transport.close(),
    };
  }
  const url = new URL('/emails', config.MAIL_API_URL);
  return {
    send: async (id, mail) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${config.MAIL_API_KEY}`,
          'content-type': 'application/json',
          'idempotency-key': id,
        },
        body: JSON.stringify({
          from: config.MAIL_FROM,
          to: [mail.to],
          subject: mail.subject,
          text: mail.body,
          headers: { 'X-Entity-Ref-ID': id },
        }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!answer.ok) throw new Error(`the mail API answered ${answer.status}`);
    },
    close: () => {},
  };
};
