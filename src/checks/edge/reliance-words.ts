import type { EdgeReliance } from '../../model/evidence/edge/reliance.ts';

/** Whether a name stands below a domain that nobody holds. */
export const isFree = ({ domains }: EdgeReliance, name: string): boolean =>
  domains.some(({ domain, state }) => state === 'free' && (name === domain || name.endsWith(`.${domain}`)));
