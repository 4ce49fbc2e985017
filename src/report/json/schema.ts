import { z } from 'zod';
import { REVIEW_SCHEMA, type Review } from '../../model/review.ts';
import { boundarySchema } from './schema-boundary.ts';
import { surfaceSchema } from './schema-surface.ts';
import { barId, findingSchema, stageId } from './schema-finding.ts';

const count = z.int().min(0);
const hours = z.number().min(0);

const gone = z.array(z.object({ fingerprint: z.string(), check: z.string(), title: z.string() }));

const stage = z.object({
  id: stageId,
  number: z.int(),
  title: z.string(),
  state: z.enum(['failed', 'unproven', 'passed', 'not-run']),
  passed: count,
  failed: count,
  unproven: count,
  notApplicable: count,
});

const unproven = z.object({
  check: z.string().describe('Check id, or a bar id where no check exists yet'),
  reason: z.string(),
  unlock: z.string().describe('What the user can give to settle it'),
  bar: z.array(barId),
});

const check = z.object({
  id: z.string(),
  stage: stageId,
  title: z.string(),
  outcome: z.enum(['pass', 'fail', 'not-applicable', 'unproven', 'crashed']),
  detail: z.string().exactOptional(),
});

const score = z.object({ value: z.number(), sum: z.string() });

const plan = z.object({
  sprint: z.enum(['deploy-only', 'launch-hardening', 'rescue']),
  answer: z.string(),
  mustFixHours: hours,
  canWaitHours: hours,
  capacityHours: hours,
  cost: z.object({ mustFix: z.number(), all: z.number(), currency: z.string(), ratePerHour: z.number() }),
  blocks: z.array(z.object({ from: hours, to: hours, title: z.string(), fingerprints: z.array(z.string()) })),
});

const diff = z.object({
  since: z.string().describe('ISO 8601 of the run it is compared with'),
  new: z.array(z.string()),
  fixed: gone,
  open: z.array(z.string()),
  unknown: gone.describe('In the other run, but without an answer this time'),
});

const counts = z.object({
  findings: count,
  mustFix: count,
  canWait: count,
  waived: count,
  unproven: count,
  passed: count,
  notApplicable: count,
  crashed: count,
  bySeverity: z.record(z.string(), count),
});

/** model/review's Review. Unknown members are let through. */
export const reviewSchema = z.object({
  schema: z.literal(REVIEW_SCHEMA),
  tool: z.object({ name: z.literal('launch-ready'), version: z.string(), policy: z.string() }),
  target: z.object({
    name: z.string(),
    path: z.string(),
    commit: z.string().nullable(),
    branch: z.string().nullable(),
  }),
  startedAt: z.iso.datetime(),
  verdict: z.object({ decision: z.enum(['GO', 'NO-GO', 'UNDECIDED']), reason: z.string() }),
  bar: z.record(barId, z.enum(['held', 'broken', 'unproven', 'waived'])),
  barReasons: z.record(barId, z.string()),
  stages: z.array(stage),
  findings: z.array(findingSchema).describe('Ranked: what must be fixed first stands first'),
  unproven: z.array(unproven),
  checks: z.array(check),
  score: z.object({ risk: score.describe('0 is best'), readiness: score.describe('0 to 100, 100 is best') }),
  plan,
  diff: diff.nullable().describe('Against the last run or the baseline; null on a first run'),
  coverage: z.array(z.string()),
  counts,
  timings: z.record(z.string(), z.number()).describe('Milliseconds by step'),
  boundary: boundarySchema
    .exactOptional()
    .describe('What was seen of the running app; absent when none was looked at. Since 1.1'),
  surface: surfaceSchema
    .exactOptional()
    .describe('The map of the public surface; absent when none was looked at. Since 1.3'),
  next: z.string().describe('The one command to run next'),
});

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;

// A compile error here means that the schema and the model no longer say the same.
const _agrees: Same<Frozen<z.infer<typeof reviewSchema>>, Frozen<Review>> = true;
void _agrees;
