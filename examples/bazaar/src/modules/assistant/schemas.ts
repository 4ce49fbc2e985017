import { z } from 'zod';
import { text } from '../../http/validate.ts';

export const summarise = z.strictObject({ listingId: z.uuid() });
export const summary = z.object({ summary: z.string() });

export const question = z.strictObject({ question: text(1000, 3) });

/** The password again: a stolen session alone must not move money. */
export const confirmation = z.strictObject({ password: z.string().min(1).max(200) });

export const proposalView = z.object({
  id: z.uuid(),
  amountCents: z.number().int(),
  status: z.enum(['open', 'confirmed', 'dropped', 'expired']),
  createdAt: z.date(),
  expiresAt: z.date(),
});

export const answer = z.object({
  answer: z.string(),
  /** A payout that the answer prepared. Nothing is paid out until its owner confirms it. */
  proposal: proposalView.nullable(),
});

export type ProposalView = z.infer<typeof proposalView>;
export type Answer = z.infer<typeof answer>;
