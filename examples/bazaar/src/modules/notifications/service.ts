import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { notifications } from '../../db/schema.ts';
import { notFound } from '../../http/errors.ts';
import type { page } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import type { Inbox, NotificationView } from './schemas.ts';

const view = ({ id, kind, title, url, readAt, createdAt }: typeof notifications.$inferSelect): NotificationView => ({
  id,
  kind,
  title,
  url,
  read: readAt !== null,
  createdAt,
});

const unreadOf = (userId: string) => and(eq(notifications.userId, userId), isNull(notifications.readAt));

export const countUnread = async ({ db }: Context, userId: string): Promise<number> => {
  const [row] = await db.select({ unread: count() }).from(notifications).where(unreadOf(userId));
  return row?.unread ?? 0;
};

/** Newest first. */
export const readInbox = async (
  context: Context,
  userId: string,
  { limit, offset }: z.infer<typeof page>,
): Promise<Inbox> => {
  const rows = await context.db
    .select()
    .from(notifications)
    .where(eq(notifications.userId, userId))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit)
    .offset(offset);
  return { notifications: rows.map(view), unread: await countUnread(context, userId) };
};

/** Reading twice keeps the first time. */
export const markRead = async ({ db }: Context, userId: string, id: string): Promise<NotificationView> => {
  const [row] = await db
    .update(notifications)
    .set({ readAt: sql`coalesce(${notifications.readAt}, now())` })
    .where(and(eq(notifications.id, id), eq(notifications.userId, userId)))
    .returning();
  if (row === undefined) throw notFound();
  return view(row);
};

export const markAllRead = async ({ db }: Context, userId: string): Promise<void> => {
  await db.update(notifications).set({ readAt: new Date() }).where(unreadOf(userId));
};
