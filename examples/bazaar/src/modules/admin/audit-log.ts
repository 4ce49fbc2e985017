import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { auditLog, users } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import type { AuditEntryView, auditSearch } from './schemas.ts';

export const listAuditLog = async (
  { db }: Context,
  { action, limit, offset }: z.infer<typeof auditSearch>,
): Promise<AuditEntryView[]> => {
  const rows = await db
    .select({ entry: auditLog, actor: { id: users.id, name: users.name } })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .where(action === undefined ? undefined : eq(auditLog.action, action))
    .orderBy(desc(auditLog.createdAt), auditLog.id)
    .limit(limit)
    .offset(offset);
  return rows.map(({ entry, actor }) => ({
    id: entry.id,
    action: entry.action,
    actor,
    subject: { type: entry.subjectType, id: entry.subjectId },
    detail: entry.detail,
    createdAt: entry.createdAt,
  }));
};
