import { shellWord } from '../../checks/secrets/leak/text.ts';
import type { EdgeChange } from '../../model/edge-plan.ts';
import { CloudflareApi } from '../../net/cloudflare/api.ts';
import { type ChangeResult, makeChange, undoChange } from '../../net/cloudflare/change-zone.ts';
import { nameOf, renderPlan, renderRollback } from '../../report/edge/render-plan.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { agreed } from '../output/agreed.ts';
import { printable } from '../output/printable.ts';
import { complain, print } from '../output/streams.ts';
import { cloudflareAccess, TOKEN } from '../run/cloudflare-access.ts';
import { newPhasesOf } from './new-phases.ts';
import { apiWords, planned, type PlanFlags } from './planned.ts';
import { readRollback, rollbackFor, unfinished, writeRollback } from './rollback-file.ts';

export interface ApplyFlags extends PlanFlags {
  yes?: boolean;
}

const openApi = (): CloudflareApi => {
  const access = cloudflareAccess(process.env);
  if (access === undefined) throw new CliError(`${TOKEN} is not set.`);
  return new CloudflareApi({ ...access, signal: new AbortController().signal });
};

/** `launch-ready edge apply`: shows the plan, asks, keeps what is there, changes it. May be ended at any time and run again. */
export const runApply = async (domain: string | undefined, flags: ApplyFlags): Promise<void> => {
  const { plan, root } = await planned(domain, flags, true);
  if (plan === null) throw new CliError('There is nothing to apply.');
  await print(renderPlan(plan));
  const before = await unfinished(root, plan.zone.name);
  if (before !== null) complain(`An earlier run was ended half-way; this one goes on with ${printable(before.path)}.`);
  if (plan.changes.length === 0) {
    if (before !== null) await writeRollback({ ...before, rollback: { ...before.rollback, state: 'done' } }, root);
    return;
  }
  const { length } = plan.changes;
  if (!(await agreed(flags.yes === true, `Make ${length === 1 ? 'this change' : `these ${length} changes`}?`))) {
    process.exitCode = EXIT.failure;
    return;
  }
  const api = openApi();
  const newPhases = await newPhasesOf(api, plan);
  const kept = rollbackFor(plan, newPhases, before, root, new Date());
  await writeRollback(kept, root);
  complain(`What is there now is kept in ${printable(kept.path)}.`);
  const { failed, ended } = await each(plan.changes, (change) => makeChange(api, plan.zone.id, change), 'made');
  // What the API said no to stays so; only a run that could not go to its end is gone on with.
  if (ended) await writeRollback({ ...kept, rollback: { ...kept.rollback, state: 'done' } }, root);
  complain(
    failed
      ? 'Not everything could be changed. Run the command again to go on, or put everything back:'
      : 'Done. To put everything back:',
  );
  await print(`npx launch-ready edge rollback ${shellWord(kept.path)}`);
  process.exitCode = failed ? EXIT.failure : EXIT.go;
};

/** `launch-ready edge rollback <file>`: puts back what was there before; what was changed since by others stays. */
export const runRollback = async (path: string, { yes }: { yes?: boolean }): Promise<void> => {
  const rollback = await readRollback(path);
  const api = openApi();
  await print(renderRollback(rollback));
  if (!(await agreed(yes === true, 'Put this back?'))) {
    process.exitCode = EXIT.failure;
    return;
  }
  const undo = (change: EdgeChange): Promise<ChangeResult> =>
    undoChange(api, rollback.zone.id, change, rollback.newPhases);
  const { failed } = await each(rollback.changes.toReversed(), undo, 'put back');
  process.exitCode = failed ? EXIT.failure : EXIT.go;
};

/** One after the other; stops where going on has no sense. `ended`: each was answered. */
const each = async (
  changes: readonly EdgeChange[],
  work: (change: EdgeChange) => Promise<ChangeResult>,
  done: string,
): Promise<{ failed: boolean; ended: boolean }> => {
  let failed = false;
  let ended = true;
  for (const change of changes) {
    const result = await work(change);
    if (result.ok) {
      const words = { made: done, there: 'is so already', changed: 'was changed by somebody else since, and stays' };
      complain(`  ${nameOf(change)}: ${words[result.was]}`);
      continue;
    }
    failed = true;
    complain(`  ${nameOf(change)}: ${apiWords(result)}`);
    ended &&= result.kind === 'refused' || result.kind === 'not-found';
    // What is refused alone (a plan without that feature, a right that is missing) does not hold up the others.
    if (!ended && result.kind !== 'forbidden') break;
  }
  return { failed, ended };
};
