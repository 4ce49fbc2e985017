import { z } from 'zod';

export const photo = z.object({ id: z.uuid(), url: z.string() });

export const photoAddress = z.object({ expires: z.string(), signature: z.string() });

export type Photo = z.infer<typeof photo>;
