import type { Evidence } from '../../../model/evidence/map.ts';
import type { Reliance } from '../../../model/evidence/edge/reliance.ts';

/** Hosts of others that the repository lets call, lets load, or has in its settings for production. */
export const relianceInCode = (evidence: Evidence): Reliance[] => {
  const domains = evidence['hosting.domains'];
  if (domains?.ok !== true) return [];
  return domains.value
    .filter(({ environment }) => environment === 'production' || environment === 'unknown')
    .map(({ domain, as, at }) => ({
      as: as === 'origin' ? ('origin' as const) : as === 'policy' ? ('policy' as const) : ('address' as const),
      name: domain,
      by: '',
      at,
    }));
};
