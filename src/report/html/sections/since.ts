import type { Review } from '../../../model/review.ts';
import { markup, type Html } from '../../escape/html.ts';
import { dateText } from '../../words/time.ts';

const titles = (name: string, items: readonly { title: string; check: string }[]): Html | false =>
  items.length > 0 &&
  markup`<details class="fold small"><summary>${name}</summary><ul class="plainlist">${items.map(
    (item) => markup`<li><span>${item.title}</span><code class="soft">${item.check}</code></li>`,
  )}</ul></details>`;

/** What is new, fixed and still open against the run before. */
export const sinceSection = ({ diff }: Review): Html => {
  if (diff === null)
    return markup`<div class="panel since soft">– First run. The next one says what is new, fixed and still open.</div>`;
  return markup`<div class="panel since num"><span class="soft">Since ${dateText(diff.since)}</span><span><b>${diff.new.length}</b> new</span><span><b>${diff.fixed.length}</b> fixed</span><span><b>${diff.open.length}</b> still open</span>${
    diff.unknown.length > 0 && markup`<span><b>${diff.unknown.length}</b> without an answer this time</span>`
  }${titles('What was fixed', diff.fixed)}${titles('What got no answer', diff.unknown)}</div>`;
};
