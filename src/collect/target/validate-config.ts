import * as z from 'zod';
import type { ConfigInput } from './config-input.ts';
import { configSchema } from './config-schema.ts';
import { type Complaint, describeIssue } from './describe-issue.ts';
import type { Literal } from './source/literal.ts';

/** Checks a config that was read from a file. Complaints are in the order of the text, at most twenty. */
export const validateConfig = (
  literal: Literal,
): { ok: true; input: ConfigInput } | { ok: false; complaints: Complaint[] } => {
  const parsed = configSchema.safeParse(literal.value);
  if (parsed.success) return { ok: true, input: parsed.data };
  const complaints = parsed.error.issues
    .flatMap((issue) => describeIssue(issue, literal, keysAt))
    .sort((a, b) => a.offset - b.offset)
    .slice(0, 20);
  return { ok: false, complaints };
};

const keysAt = (path: readonly PropertyKey[]): readonly string[] => {
  let here: unknown = configSchema;
  for (const key of path) {
    const bare = unwrap(here);
    here =
      bare instanceof z.ZodArray ? bare.element : bare instanceof z.ZodObject ? bare.shape[String(key)] : undefined;
  }
  const bare = unwrap(here);
  return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
};

const unwrap = (schema: unknown): unknown => (schema instanceof z.ZodOptional ? schema.unwrap() : schema);
