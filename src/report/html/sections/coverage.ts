import type { Review } from '../../../model/review.ts';
import { markup, type Html } from '../../escape/html.ts';
import { durationText, timingsOf } from '../../words/time.ts';

const bar = (share: number): Html =>
  markup`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="back" width="100" height="6"/><rect width="${Math.max(0.5, share * 100).toFixed(1)}" height="6"/></svg>`;

/** What was read and what was not, and where the time went. */
export const coverageSection = ({ coverage, timings }: Review): Html => {
  const { steps, total, slowest } = timingsOf(timings);
  return markup`
<section id="coverage">
<h2>What was looked at</h2>
<ul class="coverage">${coverage.map((sentence) => markup`<li>${sentence}</li>`)}</ul>
<ul class="times small">${steps.map(
    ({ name, milliseconds }) =>
      markup`<li><span>${name}</span>${bar(milliseconds / Math.max(1, slowest?.milliseconds ?? 1))}<span class="num soft">${durationText(milliseconds)}</span></li>`,
  )}<li><b>Total</b><span></span><b class="num">${durationText(total)}</b></li></ul>
</section>`;
};
