import type { Probe } from './contract/probe.ts';
import { sessionProbes } from './sessions/index.ts';
import { tokenProbes } from './tokens/index.ts';

/** All questions to a running app. */
export const PROBES: readonly Probe[] = [...tokenProbes, ...sessionProbes];
