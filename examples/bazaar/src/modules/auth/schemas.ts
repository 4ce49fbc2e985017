import { z } from 'zod';
import { line } from '../../http/validate.ts';

/** In lower case, as the database keeps it. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email()).meta({ format: 'email' });
/** No rules of composition; what is too common is refused by `refuseWeakPassword`. */
export const newPassword = z.string().min(10).max(128);
export const givenPassword = z.string().min(1).max(128);
export const token = z.string().min(20).max(100);

export const signUpBody = z.strictObject({ email, password: newPassword, name: line(80) });
export const loginBody = z.strictObject({ email, password: givenPassword });
export const emailBody = z.strictObject({ email });
export const tokenBody = z.strictObject({ token });
export const codeBody = z.strictObject({ email, code: z.string().regex(/^\d{6}$/, 'six digits') });
export const resetBody = z.strictObject({ token, password: newPassword });
export const refreshBody = z.strictObject({ refreshToken: token });

/** An answer that tells nothing of whether the account exists. */
export const acknowledged = z.object({ message: z.string() });
export const verified = z.object({ verified: z.literal(true) });

export const tokens = z.object({ accessToken: z.string(), expiresIn: z.number().int(), refreshToken: z.string() });

export const sessionView = z.object({
  id: z.uuid(),
  userAgent: z.string(),
  admin: z.boolean(),
  current: z.boolean(),
  createdAt: z.date(),
  expiresAt: z.date(),
});

export type Tokens = z.infer<typeof tokens>;
export type SessionView = z.infer<typeof sessionView>;
