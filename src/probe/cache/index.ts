import type { Probe } from '../contract/probe.ts';
import { cacheDeception } from './cache-deception.ts';
import { cachedPrivateAnswer } from './cached-private-answer.ts';
import { cookieOnCacheable } from './cookie-on-cacheable.ts';
import { privateCacheable } from './private-cacheable.ts';

/** Probes of what caches may keep, and what they gave to others. */
export const cacheProbes: readonly Probe[] = [privateCacheable, cookieOnCacheable, cachedPrivateAnswer, cacheDeception];
