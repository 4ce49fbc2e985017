import type { PlanBlock, Review } from '../../../model/review.ts';
import { beyondSprint } from '../../arrange/beyond-sprint.ts';
import { markup, type Html } from '../../escape/html.ts';
import { counted } from '../../words/count.ts';
import { money } from '../../words/money.ts';
import { prose } from './parts.ts';

const SPRINT = 48;
const MOST_LINKS = 4;
const MOST_FOLDED = 100;

const strip = (blocks: readonly PlanBlock[]): Html => markup`
<svg class="hours" viewBox="0 0 ${SPRINT} 10" preserveAspectRatio="none" role="img" aria-label="Working blocks in the 48 hours"><rect class="back" width="${SPRINT}" height="10"/>${blocks.map(
  (block) =>
    markup`<rect class="block ${block.fingerprints.length > 0 ? 'fix' : ''}" x="${block.from}" y="0" width="${Math.max(0.1, block.to - block.from - 0.15)}" height="10"/>`,
)}<path class="tick" d="M12 0V10M24 0V10M36 0V10"/></svg>
<div class="axis small soft num" aria-hidden="true"><span>0 h</span><span>12 h</span><span>24 h</span><span>36 h</span><span>48 h</span></div>`;

const mends = (review: Review, fingerprints: readonly string[]): Html | false => {
  const wanted = new Set(fingerprints);
  const links = review.findings
    .filter((finding) => wanted.has(finding.fingerprint))
    .map((finding) => markup`<li><a href="#${finding.fingerprint}">${prose(finding.title)}</a></li>`);
  const rest = links.slice(MOST_LINKS, MOST_FOLDED);
  const left = links.length - MOST_LINKS - rest.length;
  return (
    links.length > 0 &&
    markup`<ul class="mends small soft">${links.slice(0, MOST_LINKS)}</ul>${
      rest.length > 0 &&
      markup`<details class="fold small"><summary>and ${counted(rest.length + left, 'more finding')}</summary><ul class="mends soft">${rest}</ul>${left > 0 && markup`<p class="soft">and ${left.toLocaleString('en-US')} further down the list</p>`}</details>`
    }`
  );
};

const row = (review: Review, block: PlanBlock): Html => markup`
<li><span class="hour num">hour ${block.from}–${block.to}</span><div class="what"><h3>${block.title}</h3>${mends(review, block.fingerprints)}</div></li>`;

const cost = (name: string, hours: string, amount: string): Html =>
  markup`<div><dt class="small soft">${name}</dt><dd class="num">${hours}</dd><dd class="small soft num">${amount}</dd></div>`;

/** What is done in which of the 48 hours, and what it is expected to cost. */
export const planSection = (review: Review): Html => {
  const { plan } = review;
  const { currency } = plan.cost;
  const beyond = beyondSprint(review);
  return markup`
<section id="plan">
<h2>The 48-hour plan</h2>
<p class="lede">${plan.answer}</p>
${plan.blocks.length > 0 && strip(plan.blocks)}
<ol class="timeline">${plan.blocks.map((block) => row(review, block))}</ol>
${beyond !== null && markup`<p class="soft">${beyond}</p>`}
<dl class="panel costs">
${cost('Must fix now', `${plan.mustFixHours} h`, money(plan.cost.mustFix, currency))}
${cost('Can wait', `${plan.canWaitHours} h`, `${money(plan.cost.all, currency)} for everything`)}
${cost('Working hours in 48', `${plan.capacityHours} h`, `at ${money(plan.cost.ratePerHour, currency)} an hour`)}
</dl>
</section>`;
};
