import type { Database, Transaction } from '../../db/client.ts';
import { auditLog } from '../../db/schema.ts';

export interface AuditEntry {
  actorId: string | null;
  action: string;
  subject: { type: string; id: string };
  /** Facts, never secrets or personal data. */
  detail?: Record<string, string | number | boolean | null>;
}

/** Adds to the audit log, in the transaction of what it tells of. */
export const audit = async (
  tx: Database | Transaction,
  { actorId, action, subject, detail }: AuditEntry,
): Promise<void> => {
  await tx
    .insert(auditLog)
    .values({ actorId, action, subjectType: subject.type, subjectId: subject.id, detail: detail ?? {} });
};
