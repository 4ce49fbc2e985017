import { z } from 'zod';

export const notificationView = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  /** Path of the page it leads to. */
  url: z.string(),
  read: z.boolean(),
  createdAt: z.date(),
});

export const inbox = z.object({ notifications: z.array(notificationView), unread: z.number().int() });

export type NotificationView = z.infer<typeof notificationView>;
export type Inbox = z.infer<typeof inbox>;
