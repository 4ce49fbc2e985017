import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { STAGES, type StageId } from '../../src/model/stage.ts';

/** Who has still to write a check. */
export type OwedBy = StageId | 'assistant';

const stageId = z.enum(STAGES.map((stage) => stage.id) as [StageId, ...StageId[]]);

const owedBy = z.union([stageId, z.literal('assistant')]);

const checkId = z.string().regex(/^[a-z]+\/[a-z0-9-]+$/, 'must be <stage>/<check>');

/** How a patch gets into the copy: committed (the usual), left in the working tree, stashed, or committed and amended away. */
const step = z.strictObject({
  patch: z.string().regex(/^[\w.-]+\.patch$/),
  as: z.enum(['commit', 'worktree', 'stash', 'amended', 'merge']).default('commit'),
});

const schema = z.strictObject({
  /** What somebody shipped, as one sentence. */
  title: z.string().min(10).max(140),
  /** Ids of the roadmap, e.g. `M10`, `S3.2`, `F3a`. */
  roadmap: z.array(z.string().regex(/^(?:M|P|A|[SDF]\d\.?)\d*[a-z]?$/)).min(1),
  /** The stages that see it. */
  stages: z.array(stageId).min(1),
  /** The checks that must raise a finding, exactly these; a check named twice must raise two. */
  expect: z.array(checkId).default([]),
  /** The checks that it must leave unproven, for what can only hide the truth. */
  unproven: z.array(checkId).default([]),
  /** Who owes the check: a stage, or the red team of the assistant. Gone when the check exists. */
  pending: owedBy.optional(),
  /** Who sends what, and what they get: how the flaw is used. */
  exploit: z.string().min(10).max(300).optional(),
  /** Builds the client after the patch, so that what browsers receive is there. */
  build: z.boolean().default(false),
  steps: z.array(step).optional(),
  /** Files that lie in the folder without being committed, by path: env files, logs, build output. */
  leftovers: z.record(z.string().regex(/^[\w.-]+(?:\/[\w.-]+)*$/), z.string()).default({}),
});

export interface Flaw extends Omit<z.infer<typeof schema>, 'steps'> {
  steps: readonly z.infer<typeof step>[];
  id: string;
  folder: string;
}

export const FLAWS = join(import.meta.dirname, '../../examples/bazaar/flaws');

/** All seeded flaws, or those named. Throws with the file and the member that is wrong. */
export const loadFlaws = (ids: readonly string[] = [], root = FLAWS): Flaw[] => {
  const all = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const unknown = ids.find((id) => !all.includes(id));
  if (unknown !== undefined) throw new Error(`there is no flaw ${unknown} in ${root}`);
  return (ids.length === 0 ? all : ids).map((id) => loadFlaw(root, id));
};

const loadFlaw = (root: string, id: string): Flaw => {
  const folder = join(root, id);
  const path = join(folder, 'flaw.json');
  let result;
  try {
    result = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  if (result.data.expect.length + result.data.unproven.length === 0)
    throw new Error(`${path}: expect nothing is no flaw`);
  const hasLeftovers = Object.keys(result.data.leftovers).length > 0;
  const usual =
    hasLeftovers && !existsSync(join(folder, 'change.patch')) ? [] : [{ patch: 'change.patch', as: 'commit' as const }];
  const steps = result.data.steps ?? usual;
  const missing = steps.find(({ patch }) => !existsSync(join(folder, patch)));
  if (missing !== undefined) throw new Error(`${path}: the patch ${missing.patch} is missing`);
  return { ...result.data, id, folder, steps };
};
