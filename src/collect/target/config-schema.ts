import * as z from 'zod';
import { boundarySchema } from './boundary-schema.ts';
import { edgeSchema } from './edge-schema.ts';
import type { ConfigInput } from './config-input.ts';
import { DEFAULTS } from './defaults.ts';

const text = (max: number) => z.string().min(1).max(max);

const until = z.iso.date().describe('Last day on which it holds, as 2026-12-31. After it the finding fails again.');

const reason = text(1000).describe('Why this is acceptable for now.');

const allowance = z.strictObject({
  id: text(64).describe('The 16-digit id that the report shows with the secret.'),
  reason,
  until,
});

const waiver = z.strictObject({
  finding: text(200).describe('Fingerprint of one finding, or the id of a check or of a bar item.'),
  reason,
  owner: text(200).describe('Who answers for it.'),
  until,
});

const environment = z.enum(['development', 'test', 'preview', 'staging', 'production', 'local', 'example', 'unknown']);

const secrets = z.strictObject({
  history: z.boolean().optional().describe(`Read the whole git history. Default ${DEFAULTS.secrets.history}.`),
  exclude: z
    .array(text(500))
    .max(1000)
    .optional()
    .describe(
      'Globs, relative to the root, that are not read. The report says what they leave out, and M2 stays unproven.',
    ),
  maxFileMegabytes: z
    .number()
    .positive()
    .max(4096)
    .optional()
    .describe(`Files larger than this are read only up to it. Default ${DEFAULTS.secrets.maxFileMegabytes}.`),
  allow: z
    .array(allowance)
    .max(10_000)
    .optional()
    .describe('Secrets accepted until a date, by the id that the report shows.'),
});

const env = z.strictObject({
  files: z
    .record(text(500), environment)
    .optional()
    .describe('Which file holds which environment, where its name does not say it.'),
  undocumented: z.array(text(200)).max(10_000).optional().describe('Variables that need no line in .env.example.'),
});

const plan = z.strictObject({
  engineers: z
    .number()
    .positive()
    .max(1000)
    .optional()
    .describe(`Engineers who work on the fixes. Default ${DEFAULTS.plan.engineers}.`),
  hoursPerDay: z
    .number()
    .positive()
    .max(24)
    .optional()
    .describe(`Working hours a day. Default ${DEFAULTS.plan.hoursPerDay}.`),
  ratePerHour: z
    .number()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe(`Cost of one hour. Default ${DEFAULTS.plan.ratePerHour}.`),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe(`Three capital letters. Default ${DEFAULTS.plan.currency}.`),
});

/** The shape of `launch-ready.config.*`; `schema/config.schema.json` is generated from it. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('For editors; has no effect.'),
    name: text(200).optional().describe("Name of the app in reports. Default: the folder's name."),
    hosting: text(500)
      .optional()
      .describe('Where the app runs, in words, where no file of the repository says it: “Hetzner, docker compose”.'),
    secrets: secrets.optional(),
    env: env.optional(),
    boundary: boundarySchema.optional(),
    edge: edgeSchema.optional(),
    waivers: z
      .array(waiver)
      .max(10_000)
      .optional()
      .describe('Findings accepted until a date. They stay visible in every report.'),
    plan: plan.optional().describe('What the 48-hour plan counts with.'),
  })
  .describe('What Launch Ready cannot find out by itself.') satisfies z.ZodType<ConfigInput>;
