import { z } from 'zod';
import { reportStatus } from '../../db/schema.ts';
import { page, text } from '../../http/validate.ts';

export const newReport = z.strictObject({ reason: text(1000, 10) });

const status = z.enum(reportStatus.enumValues);

export const reportQuery = page.extend({ status: status.default('open') });

export const featuring = z.strictObject({ featured: z.boolean() });

/** What who reported something is told. */
export const receipt = z.object({ id: z.uuid(), status });

/** What moderators work with. Reporters appear by name only. */
export const report = z.object({
  id: z.uuid(),
  reason: z.string(),
  status,
  createdAt: z.date(),
  decidedAt: z.date().nullable(),
  reporter: z.string(),
  listing: z.object({ id: z.uuid(), title: z.string(), status: z.string(), shop: z.string() }),
});

export const featured = z.object({ id: z.uuid(), featured: z.boolean() });

export type Report = z.infer<typeof report>;
export type Receipt = z.infer<typeof receipt>;
