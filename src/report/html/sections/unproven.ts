import { BAR } from '../../../model/bar.ts';
import type { Review, UnprovenItem } from '../../../model/review.ts';
import { groupUnlocks, type UnlockGroup } from '../../arrange/unlocks.ts';
import { markup, type Html } from '../../escape/html.ts';
import { BAR_NAMES } from '../../words/bar.ts';
import { prose } from './parts.ts';

/** Named by the bar item it stands for, or by the title of its check. */
const name = (review: Review, { check }: UnprovenItem): string => {
  const item = BAR.find(({ id }) => id === check);
  if (item !== undefined) return `${item.id} ${BAR_NAMES[item.id]}`;
  return review.checks.find(({ id }) => id === check)?.title ?? check;
};

const group = (review: Review, { unlock, items }: UnlockGroup): Html => markup`
<div class="panel unlock"><ul>${[...Map.groupBy(items, (item) => item.reason)].map(
  ([reason, same]) =>
    markup`<li><div class="ids">${same.map((item) => markup`<span class="tag unproven">– ${name(review, item)}</span>`)}</div><p class="small soft">${prose(reason)}</p></li>`,
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
