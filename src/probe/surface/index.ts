import type { Probe } from '../contract/probe.ts';
import { debugSurface } from './debug-surface.ts';
import { errorDetails } from './error-details.ts';
import { introspection } from './introspection.ts';
import { servedFile } from './served-file.ts';
import { sourceMapServed } from './source-map-served.ts';
import { traceMethod } from './trace-method.ts';
import { undocumentedRoute } from './undocumented-route.ts';

/** Probes of what the app shows of itself to whoever asks. */
export const surfaceProbes: readonly Probe[] = [
  errorDetails,
  debugSurface,
  servedFile,
  sourceMapServed,
  introspection,
  traceMethod,
  undocumentedRoute,
];
