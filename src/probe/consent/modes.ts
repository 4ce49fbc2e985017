import type { ProbeMode } from '../../model/evidence/boundary.ts';

/** From looking to flooding; a run's mode allows itself and everything before it. */
export const MODES: readonly ProbeMode[] = ['passive', 'read', 'write', 'destructive', 'burst'];

export const allows = (run: ProbeMode, request: ProbeMode): boolean => MODES.indexOf(request) <= MODES.indexOf(run);

/** On production nothing is written and nothing flooded, whatever was asked for. */
export const modeFor = (asked: ProbeMode, environment: 'development' | 'staging' | 'production'): ProbeMode =>
  environment === 'production' && !allows('read', asked) ? 'read' : asked;
