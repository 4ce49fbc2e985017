import { BAR } from '../../../model/bar.ts';
import type { Review } from '../../../model/review.ts';
import { checkNames, countedChecks } from '../../arrange/check-names.ts';
import { byReason, groupUnlocks, type UnlockGroup } from '../../arrange/unlocks.ts';
import { markup, type Html } from '../../escape/html.ts';
import { BAR_NAMES } from '../../words/bar.ts';
import { prose } from './parts.ts';

/** Named by the bar item it stands for, or by the title of its check. */
const name = (review: Review, check: string): string => {
  const item = BAR.find(({ id }) => id === check);
  if (item !== undefined) return `${item.id} ${BAR_NAMES[item.id]}`;
  return review.checks.find(({ id }) => id === check)?.title ?? check;
};

const folded = (review: Review, checks: readonly string[]): Html | false =>
  checks.length > 0 &&
  markup`<details class="fold small"><summary>Which these are</summary><ul class="plainlist">${checks.map(
    (check) => markup`<li><span>${name(review, check)}</span><code class="soft">${check}</code></li>`,
  )}</ul></details>`;

const group = (review: Review, { unlock, items }: UnlockGroup): Html => markup`
<div class="panel unlock"><ul>${byReason(items).map(
  ([reason, checks]) =>
    markup`<li><div class="ids">${checkNames(checks).map((one) => markup`<span class="tag unproven">– ${name(review, one)}</span>`)}</div><p class="small soft">${prose(reason)}</p>${folded(review, countedChecks(checks))}</li>`,
)}</ul><div><p class="eyebrow">What settles it</p><p class="small">${unlock === '' ? 'Nothing that you can give: see the reason.' : prose(unlock)}</p></div></div>`;

/** What was not shown either way, with what settles it; said once where it is the same. */
export const unprovenSection = (review: Review): Html => markup`
<section id="unproven">
<h2>Unproven<span class="count num">${review.unproven.length}</span></h2>
${
  review.unproven.length === 0
    ? markup`<p class="panel zero"><b>0</b>Every check came to an answer.</p>`
    : markup`<p class="lede">Not shown either way. Silence is not a pass, so each of these says what would settle it.</p><div class="unlocks">${groupUnlocks(review.unproven).map((one) => group(review, one))}</div>`
}
</section>`;
