import type { Probe } from './contract/probe.ts';
import { cacheProbes } from './cache/index.ts';
import { corsProbes } from './cors/index.ts';
import { directProbes } from './direct/index.ts';
import { functionProbes } from './functions/index.ts';
import { limitProbes } from './limits/index.ts';
import { objectProbes } from './objects/index.ts';
import { propertyProbes } from './properties/index.ts';
import { sessionProbes } from './sessions/index.ts';
import { surfaceProbes } from './surface/index.ts';
import { tokenProbes } from './tokens/index.ts';
import { webhookProbes } from './webhooks/index.ts';

/** All questions to a running app; those of one mode run in this order: first those that need mails, of which apps send few in an hour. */
export const PROBES: readonly Probe[] = [
  ...sessionProbes,
  ...objectProbes,
  ...functionProbes,
  ...propertyProbes,
  ...corsProbes,
  ...cacheProbes,
  ...surfaceProbes,
  ...tokenProbes,
  ...webhookProbes,
  ...directProbes,
  ...limitProbes,
];
