import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Endpoint } from '../../model/evidence/code.ts';
import type { Evidence } from '../../model/evidence/map.ts';
import type { Target } from '../../model/target.ts';
import type { Detour } from '../../net/net.ts';
import { codeRoutes } from '../../probe/inventory/code/code-routes.ts';
import { Shown } from '../../probe/inventory/remember.ts';
import { isCovered, type BoundaryPlan } from '../../probe/plan/plan.ts';
import type { BoundaryFlags } from '../options/boundary-options.ts';
import { agreed } from '../output/agreed.ts';
import { printable } from '../output/printable.ts';
import { complain } from '../output/streams.ts';
import { toolVersion } from '../version.ts';
import { planText } from './boundary-text.ts';
import { withProgress } from './gather.ts';

interface Look {
  target: Target;
  flags: BoundaryFlags & { yes?: boolean; quiet?: boolean; color?: boolean };
  /** What the app is built with. */
  frameworks: readonly string[];
  /** What the source says that can be asked for. */
  endpoints: readonly Endpoint[];
}

/** The detours that name one host and port and lead to an address; wider ones are for looking at a public surface. */
const pinsOf = (detours: readonly Detour[]): ReadonlyMap<string, { address: string; port: number }> =>
  new Map(
    detours.flatMap(({ host, port, address, toPort }) =>
      host === '' || port === undefined || address === ''
        ? []
        : [[`${host}:${port}`, { address, port: toPort ?? port }]],
    ),
  );

/** Looks at the running app, says what would be done, asks once, and probes. No evidence of an app that nobody named. */
export const gatherBoundary = async ({
  target,
  flags,
  frameworks,
  endpoints,
}: Look): Promise<{ evidence: Evidence; interrupted: boolean }> => {
  const { boundary } = target.config;
  if (boundary === undefined) return { evidence: {}, interrupted: false };
  const config = { ...target.config, boundary };
  const shown = new Shown();
  const pass = async (agree: (plan: BoundaryPlan) => Promise<boolean>, title: string) => {
    const { probeBoundary } = await import('../../program.ts');
    return withProgress(flags, title, ({ progress }, { signal }) =>
      probeBoundary({
        config,
        frameworks,
        routes: codeRoutes(endpoints),
        folder: join(target.root, '.launch-ready/boundary'),
        env: process.env,
        readFile: (path) => readFile(resolve(target.root, path), 'utf8'),
        signUp: flags.signUp === true,
        connectTo: pinsOf(flags.connectTo ?? []),
        agree,
        shown,
        runId: randomBytes(8).toString('hex'),
        version: toolVersion(),
        now: () => new Date(),
        progress,
        signal,
      }),
    );
  };
  let plan: BoundaryPlan | undefined;
  const looked = await pass(
    async (made) => {
      plan = made;
      return false;
    },
    `Looking at ${printable(boundary.origins[0] ?? '', 60)}`,
  );
  // Nothing answered, or the run was ended: there is nothing to agree to.
  if (plan === undefined || looked.interrupted) return { evidence: looked.value, interrupted: looked.interrupted };
  if (flags.quiet !== true || flags.dryRun === true) complain(planText(plan));
  if (flags.dryRun === true || !(await agreed(flags.yes === true, 'Go ahead?', 'sent'))) {
    return { evidence: looked.value, interrupted: false };
  }
  const agreedTo = plan;
  const probed = await pass(
    async (made) => isCovered(made, agreedTo),
    `Probing ${printable(boundary.origins[0] ?? '', 60)}`,
  );
  return { evidence: probed.value, interrupted: probed.interrupted };
};
