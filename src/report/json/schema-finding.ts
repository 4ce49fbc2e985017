import { z } from 'zod';
import { BAR } from '../../model/bar.ts';
import { EFFORT_HOURS, type Effort } from '../../model/effort.ts';
import { SEVERITIES } from '../../model/severity.ts';
import { STAGES } from '../../model/stage.ts';

const position = z.int().min(1);

export const barId = z.enum(BAR.map((item) => item.id));

export const stageId = z.enum(STAGES.map((stage) => stage.id));

const effort = z.enum(Object.keys(EFFORT_HOURS) as [Effort, ...Effort[]]);

const where = z
  .object({
    path: z.string().exactOptional(),
    line: position.exactOptional(),
    column: position.exactOptional(),
    commit: z.string().exactOptional().describe('Full object id of the commit that introduced it'),
    url: z.string().exactOptional(),
    method: z.string().exactOptional(),
    host: z.string().exactOptional(),
    record: z.string().exactOptional(),
  })
  .describe('Only the members that apply are present; lines and columns count from 1');

const frame = z.object({
  startLine: z.int(),
  lines: z.array(z.string()),
  mark: z.int().describe('The line, counted from 1 in the file, that shows the defect'),
});

const proof = z.object({
  kind: z.enum(['code', 'git', 'file', 'exchange', 'record', 'absence']),
  text: z.string(),
  frame: frame.exactOptional(),
  more: z.array(z.string()).exactOptional(),
});

const fix = z.object({
  steps: z.array(z.string()),
  snippet: z.object({ path: z.string(), language: z.string(), content: z.string() }).exactOptional(),
  verify: z.string().exactOptional().describe('A command that shows whether the fix worked'),
});

/** model/finding's Finding. */
export const findingSchema = z.object({
  check: z.string(),
  title: z.string(),
  severity: z.enum(SEVERITIES),
  mustFix: z.boolean().describe('True when the launch must wait for it'),
  stage: stageId,
  bar: z.array(barId),
  where,
  proof,
  why: z.string(),
  fix,
  effort,
  fingerprint: z.string().describe('Stable across runs and machines'),
  state: z.enum(['new', 'open', 'waived']),
  references: z.array(z.string()),
  waiver: z
    .object({ reason: z.string(), owner: z.string(), until: z.string().describe('ISO date, inclusive') })
    .exactOptional(),
});
