import type { Probe } from '../contract/probe.ts';
import { corsNull } from './cors-null.ts';
import { corsReflected } from './cors-reflected.ts';
import { corsSuffix } from './cors-suffix.ts';
import { corsWildcard } from './cors-wildcard.ts';

/** Probes of what other sites' scripts may read. Whoever lets any origin in lets in all of them: the first says it, the others keep silent. */
export const corsProbes: readonly Probe[] = [corsReflected, corsSuffix, corsNull, corsWildcard];
