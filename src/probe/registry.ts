import type { Probe } from './contract/probe.ts';
import { cacheProbes } from './cache/index.ts';
import { corsProbes } from './cors/index.ts';
import { sessionProbes } from './sessions/index.ts';
import { tokenProbes } from './tokens/index.ts';
import { webhookProbes } from './webhooks/index.ts';

/** All questions to a running app. */
export const PROBES: readonly Probe[] = [
  ...tokenProbes,
  ...sessionProbes,
  ...webhookProbes,
  ...corsProbes,
  ...cacheProbes,
];
