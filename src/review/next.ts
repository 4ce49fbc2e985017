import { BAR, type BarId, type BarState } from '../model/bar.ts';
import type { Finding } from '../model/finding.ts';
import type { Decision, UnprovenItem } from '../model/review.ts';

const isCheckId = (id: string): boolean => /^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(id);

const explain = (check: string): string =>
  isCheckId(check) ? `npx launch-ready explain ${check}` : 'npx launch-ready list';

/** A command in backticks, as far as it is one of ours or git's and holds nothing that a shell would act on. */
const commandIn = (unlock: string): string | null =>
  /`((?:npx launch-ready(?: [\w@:./=-]+)*|git fetch --unshallow|npm run build))`/.exec(unlock)?.[1] ?? null;

const points = (ids: ReadonlySet<BarId>): number =>
  BAR.reduce((sum, one) => sum + (ids.has(one.id) ? one.points : 0), 0);

const isOfBoundary = (id: string): boolean => id.startsWith('boundary/');

const settle = (unproven: readonly UnprovenItem[], bar: Record<BarId, BarState>, again: string | null): string => {
  const settled = new Map<string, Set<BarId>>();
  for (const item of unproven) {
    const ids = item.bar.filter((id) => bar[id] === 'unproven');
    const repeat = isOfBoundary(item.check) ? again : null;
    const command = commandIn(item.unlock) ?? repeat ?? (isCheckId(item.check) ? explain(item.check) : null);
    if (command === null || ids.length === 0) continue;
    settled.set(command, new Set([...(settled.get(command) ?? []), ...ids]));
  }
  const best = [...settled].toSorted((a, b) => points(b[1]) - points(a[1]))[0];
  // Nothing to run settles an item without a check; `init` writes the config where it can be attested.
  return best?.[0] ?? 'npx launch-ready init';
};

/** The one command to run next, safe to paste. `findings` are ranked; `again` looks at the running app once more, where that settles it. */
export const nextCommand = (
  decision: Decision,
  findings: readonly Finding[],
  unproven: readonly UnprovenItem[],
  bar: Record<BarId, BarState>,
  again: string | null = null,
): string => {
  if (decision === 'GO') return 'npx launch-ready --save-baseline';
  const worst = findings[0];
  return decision === 'NO-GO' && worst !== undefined ? explain(worst.check) : settle(unproven, bar, again);
};
