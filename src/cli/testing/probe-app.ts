import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoundaryInput } from '../../collect/target/boundary-schema.ts';
import { withDefaults } from '../../collect/target/defaults.ts';
import type { Evidence } from '../../model/evidence/map.ts';
import { CHECKS } from '../../program.ts';
import { runChecks } from '../../review/run-checks.ts';
import { gatherBoundary } from '../run/boundary.ts';
import { configFor, TOKENS } from './target-app.ts';

export interface Probed {
  evidence: Evidence;
  /** Outcome of each check of the boundary. */
  outcomes: Readonly<Record<string, string>>;
  /** Why a check could not tell, by check. */
  reasons: Readonly<Record<string, string>>;
  milliseconds: number;
}

/** Probes an app as `launch-ready review --target … --yes` does, and judges what was seen. */
export const probeApp = async (
  origin: string,
  boundary: Partial<BoundaryInput> = {},
  root = mkdtempSync(join(tmpdir(), 'launch-ready-probe-')),
): Promise<Probed> => {
  Object.assign(process.env, TOKENS);
  const config = withDefaults(configFor(origin, boundary));
  const begun = performance.now();
  const { evidence } = await gatherBoundary({
    target: { root, name: 'orders', config },
    flags: { yes: true, quiet: true },
    frameworks: [],
    endpoints: [],
  });
  const milliseconds = performance.now() - begun;
  const runs = runChecks(CHECKS, evidence, { only: [], stages: ['boundary'] }).filter(
    ({ outcome }) => outcome !== 'not-run',
  );
  return {
    evidence,
    outcomes: Object.fromEntries(runs.map(({ check, outcome }) => [check.id.replace('boundary/', ''), outcome])),
    reasons: Object.fromEntries(
      runs.flatMap(({ check, unproven }) =>
        unproven === null ? [] : [[check.id.replace('boundary/', ''), unproven.reason]],
      ),
    ),
    milliseconds,
  };
};
