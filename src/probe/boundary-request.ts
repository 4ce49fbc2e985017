import type { Progress } from '../model/progress.ts';
import type { BoundaryConfig, Config } from '../model/target.ts';
import type { ConnectTo } from './consent/scope.ts';
import type { Probe } from './contract/probe.ts';
import type { CodeRoute } from './inventory/code/code-routes.ts';
import type { Shown } from './inventory/remember.ts';
import type { BoundaryPlan } from './plan/plan.ts';

export interface BoundaryRequest {
  config: Config & { boundary: BoundaryConfig };
  probes: readonly Probe[];
  /** What the app is built with, as its manifests tell. */
  frameworks?: readonly string[];
  /** Routes that its source has. */
  routes?: readonly CodeRoute[];
  /** Where ledgers of runs are kept. */
  folder: string;
  env: Readonly<Record<string, string | undefined>>;
  readFile: (path: string) => Promise<string>;
  /** Accounts may be made where the app has an open sign-up. */
  signUp: boolean;
  connectTo?: ConnectTo;
  /** What nobody was shown when the app was looked at before, to make the plan. */
  shown?: Shown;
  /** Told what will be done; nothing but looking happens before it answers true. */
  agree: (plan: BoundaryPlan) => Promise<boolean>;
  runId: string;
  version: string;
  now: () => Date;
  progress: Progress;
  signal: AbortSignal;
}
