import { z } from 'zod';
import { trialsSchema } from './schema-trials.ts';

const count = z.int().min(0);
const outcome = z.enum(['open', 'own', 'refused', 'leak', 'odd', 'unknown', 'not-tested']);

const run = z.object({
  origins: z.array(z.string()),
  environment: z.enum(['development', 'staging', 'production']),
  mode: z
    .enum(['passive', 'read', 'write', 'destructive', 'burst'])
    .describe('The most that the probes did to the app'),
  requests: count,
  stopped: z.string().exactOptional().describe('Why the run ended early, when it did'),
  actors: z.array(
    z.object({
      name: z.string(),
      role: z.string(),
      tenant: z.string(),
      via: z.string(),
      state: z.enum(['alive', 'lost', 'unproven', 'never']),
    }),
  ),
  made: count.describe('Objects that the run made in the app'),
  removed: count,
  earlier: z
    .object({ found: count, removed: count })
    .exactOptional()
    .describe('What an earlier run that was killed had left behind, and how much of it this run removed'),
  left: z.array(
    z.object({
      type: z.string(),
      id: z.string(),
      owner: z.string(),
      state: z.enum(['there', 'removed', 'cannot be removed']),
      remove: z.string().exactOptional().describe('How a person removes it'),
    }),
  ),
});

const cell = z.object({
  role: z.string(),
  outcome,
  status: z.int().exactOptional(),
  exchange: z.string().exactOptional().describe('Key in exchanges'),
});

/** model/review's ReviewBoundary. */
export const boundarySchema = z.object({
  run,
  operations: z.object({
    found: count,
    tested: count,
    untested: z.array(z.object({ id: z.string(), reason: z.string() })),
  }),
  matrix: z.object({
    roles: z.array(z.string()),
    rows: z.array(
      z.object({ operation: z.string(), cells: z.array(cell).describe('One for each role, in the order of roles') }),
    ),
    left: count.describe('Operations that are left out because there are too many'),
  }),
  sensitive: z
    .array(
      z.object({
        operation: z.string(),
        what: z.string(),
        protection: z.string(),
        state: z.enum(['broken', 'doubtful', 'protected', 'open', 'unproven']),
        guards: z
          .array(z.object({ name: z.string(), state: z.enum(['proven', 'broken', 'doubtful', 'not proven']) }))
          .describe('What keeps it, and whether that was seen to hold'),
      }),
    )
    .describe('What could do harm in the wrong hands, the least kept first'),
  exchanges: z.record(z.string(), z.object({ actor: z.string(), request: z.string(), answer: z.string() })),
  trials: trialsSchema
    .exactOptional()
    .describe('What was tried, as templates from which `launch-ready tests` writes tests. Since 1.2'),
});
