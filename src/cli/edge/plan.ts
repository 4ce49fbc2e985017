import { renderPlan } from '../../report/edge/render-plan.ts';
import { EXIT } from '../cli-error.ts';
import { print } from '../output/streams.ts';
import { planned, type PlanFlags } from './planned.ts';

/** `launch-ready edge plan`: before → after, nothing changed. Exit code 0 where nothing has to change, 1 where something has. */
export const runPlan = async (domain: string | undefined, flags: PlanFlags): Promise<void> => {
  const { plan, intent } = await planned(domain, flags, true);
  if (plan === null) return;
  await print(flags.json === true ? JSON.stringify({ intent, plan }, null, 2) : renderPlan(plan));
  process.exitCode = plan.changes.length === 0 ? EXIT.go : EXIT.noGo;
};
