import { z } from 'zod';
import { role } from '../../db/schema.ts';
import { line, text } from '../../http/validate.ts';
import { email, givenPassword, newPassword, token } from '../auth/schemas.ts';

/** Everything else of an account (role, address, status) is an unknown field here. */
export const profileChanges = z.strictObject({
  name: line(80).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ()/-]{5,30}$/, 'must be a phone number')
    .nullable()
    .optional(),
  address: text(500, 1).nullable().optional(),
  bio: text(1000).optional(),
});

export const passwordBody = z.strictObject({ currentPassword: givenPassword, newPassword });
export const newEmailBody = z.strictObject({ newEmail: email, password: givenPassword });
export const confirmEmailBody = z.strictObject({ token });

/** What users see of themselves. */
export const ownProfile = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: z.enum(role.enumValues),
  verified: z.boolean(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  bio: z.string(),
  shop: z.object({ name: z.string(), slug: z.string() }).nullable(),
  createdAt: z.date(),
});

/** What everybody sees. */
export const publicProfile = z.object({ name: z.string(), bio: z.string(), shopSlug: z.string().nullable() });

export type OwnProfile = z.infer<typeof ownProfile>;
export type PublicProfile = z.infer<typeof publicProfile>;
