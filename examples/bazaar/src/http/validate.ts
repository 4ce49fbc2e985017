import { z } from 'zod';
import { badRequest, notFound } from './errors.ts';

/** The parsed value, or a 400 that names each field that is wrong. */
export const parse = <T extends z.ZodType>(schema: T, value: unknown): z.output<T> => {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues.slice(0, 20)) fields[issue.path.join('.') || 'body'] ??= issue.message;
  throw badRequest('Some fields are not right.', fields);
};

const uuid = z.uuid();

/** An id from the path; what is no id at all is simply not found. */
export const idFrom = (value: unknown): string => {
  const result = uuid.safeParse(value);
  if (!result.success) throw notFound();
  return result.data.toLowerCase();
};

/** Text of one line, trimmed. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, 'must be one line of text');

/** Text of several lines, trimmed. */
export const text = (max: number, min = 0) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u, 'must be text');

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});
