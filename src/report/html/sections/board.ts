import { BAR } from '../../../model/bar.ts';
import type { Review } from '../../../model/review.ts';
import { markup, type Html } from '../../escape/html.ts';
import { BAR_NAMES, BAR_SIGNS } from '../../words/bar.ts';

type Item = (typeof BAR)[number];

const stateText = (review: Review, { id }: Item): string => {
  const sign = BAR_SIGNS[review.bar[id]];
  return `${sign.shape} ${sign.word}`;
};

const cell = (review: Review, item: Item): Html => markup`
<li class="cell ${review.bar[item.id]}"><a href="#bar-${item.id}"><span class="id">${item.id}</span><span class="name">${BAR_NAMES[item.id]}</span><span class="state">${stateText(review, item)}</span></a></li>`;

const meaning = (review: Review, item: Item): Html => markup`
<li id="bar-${item.id}"><b>${item.id}</b><span>${item.title}</span><span class="small soft">${stateText(review, item)} · ${item.points} points</span><span class="why small soft">${review.barReasons[item.id]}</span></li>`;

/** The minimum bar: thirteen cells, the tally as the fourteenth, and every reason below. */
export const boardSection = (review: Review): Html => {
  const held = BAR.filter((item) => review.bar[item.id] === 'held').length;
  return markup`
<section id="bar">
<h2>The minimum bar</h2>
<p class="lede">Thirteen things a launch needs before real users arrive. A dashed cell was not shown either way.</p>
<ul class="board">${BAR.map((item) => cell(review, item))}
<li class="cell tally"><div><span class="big num">${held} of ${BAR.length}</span><span class="small soft">held</span></div></li></ul>
<details class="fold meaning"><summary>What each item asks, and why it stands where it does</summary><ul>${BAR.map((item) => meaning(review, item))}</ul></details>
</section>`;
};
