import type { FrontKind } from '../../model/evidence/edge/front.ts';

/** What each kind does for the hosts behind it. */
export const FRONT_WORDS: Readonly<Record<FrontKind, string>> = {
  cdn: 'CDN, filters',
  platform: 'platform with an edge',
  proxy: 'load balancer only',
};
