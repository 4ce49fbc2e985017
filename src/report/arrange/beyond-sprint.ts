import type { Review } from '../../model/review.ts';
import { counted } from '../words/count.ts';

/** What does not fit into the 48 hours of a rescue, or null. */
export const beyondSprint = ({ plan, findings }: Review): string | null => {
  if (plan.sprint !== 'rescue') return null;
  const planned = new Set(plan.blocks.flatMap((block) => block.fingerprints));
  const left = findings.filter(
    ({ mustFix, state, fingerprint }) => mustFix && state !== 'waived' && !planned.has(fingerprint),
  );
  return `After the 48 hours: ${left.length > 0 ? `${counted(left.length, 'more finding')}, ` : ''}the checks and the deployment`;
};
