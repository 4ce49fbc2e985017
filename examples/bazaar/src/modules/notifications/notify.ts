import { eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { notifications, users } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';

export interface Notice {
  userId: string;
  kind: string;
  title: string;
  /** Path of the page it leads to. */
  url: string;
}

/** Writes a notification and its mail in the caller's transaction. `announce` follows when that has been committed. */
export const notify = async (context: Context, tx: Transaction, notice: Notice): Promise<void> => {
  await tx.insert(notifications).values(notice);
  const [user] = await tx
    .select({ email: users.email, name: users.name })
    .from(users)
    .where(eq(users.id, notice.userId));
  if (user === undefined) return;
  await context.mail.queue(tx, {
    to: user.email,
    subject: notice.title,
    body: `Hello ${user.name},\n\n${notice.title}\n\n${context.config.APP_ORIGIN}${notice.url}\n`,
  });
};

/** Sends the mail and the live events of what has just been committed. */
export const announce = (context: Context, ...notices: readonly Notice[]): void => {
  for (const { userId, kind, title, url } of notices) context.events.publish(userId, { kind, title, url });
  void context.mail.flush();
};
