import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evidence } from '../../../model/evidence/map.ts';
import type { BoundaryTrials } from '../../../model/evidence/trials.ts';
import { silent } from '../../../model/progress.ts';
import type { Config } from '../../../model/target.ts';
import type { Probe } from '../../contract/probe.ts';
import { runBoundary } from '../../run-boundary.ts';
import { emailOf, HOOK_SECRET, PASSWORD, PEOPLE, type SmallShop } from './small-shop.ts';

/** Runs some probes on the shop as a review does. */
export const probeShop = async ({ origin }: SmallShop, probes: readonly Probe[]): Promise<Evidence> => {
  const folder = mkdtempSync(join(tmpdir(), 'launch-ready-trials-'));
  const config: Config = {
    secrets: { history: false, exclude: [], maxFileMegabytes: 1, allow: [] },
    env: { files: {}, undocumented: [] },
    waivers: [],
    plan: { engineers: 1, hoursPerDay: 8, ratePerHour: 1, currency: 'EUR' },
  };
  try {
    return await runBoundary({
      config: {
        ...config,
        boundary: {
          origins: [origin],
          environment: 'development',
          mode: 'destructive',
          actors: PEOPLE.map((name) => ({
            name,
            role: name === 'root' ? 'admin' : 'customer',
            login: emailOf(name),
            passwordEnv: 'SHOP_PASSWORD',
          })),
          roles: ['customer', 'admin'],
          openapi: [],
          har: [],
          postman: [],
          webhooks: [{ path: '/webhooks/payments', scheme: 'hmac', secretEnv: 'SHOP_HOOK_SECRET' }],
          policy: {},
          budget: {},
        },
      },
      probes,
      folder,
      env: { SHOP_PASSWORD: PASSWORD, SHOP_HOOK_SECRET: HOOK_SECRET },
      readFile: async () => '',
      signUp: false,
      agree: async () => true,
      runId: 'run-1',
      version: '0',
      now: () => new Date(),
      progress: silent,
      signal: new AbortController().signal,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const trialsIn = (evidence: Evidence): BoundaryTrials => {
  const fact = evidence['boundary.trials'];
  if (fact?.ok !== true) throw new Error(fact?.reason ?? 'no trials');
  return fact.value;
};
