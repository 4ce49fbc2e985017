import { BAR } from '../../../model/bar.ts';
import type { Review } from '../../../model/review.ts';
import { markup, type Html } from '../../escape/html.ts';

const GAP = 0.5;

/** One stretch a bar item, as long as its points. */
const readinessStrip = ({ bar, score }: Review): Html => {
  const starts = BAR.map((_, index) => BAR.slice(0, index).reduce((sum, item) => sum + item.points, 0));
  return markup`<svg class="strip" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="${`Readiness ${score.readiness.value} of 100`}">${BAR.map(
    (item, index) =>
      markup`<rect class="${bar[item.id]}" x="${starts[index] ?? 0}" y="0" width="${item.points - GAP}" height="4"/>`,
  )}</svg>`;
};

const riskStrip = ({ score, verdict }: Review): Html =>
  markup`<svg class="strip" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="${`Risk ${score.risk.value} of 100`}"><rect class="back" width="100" height="4"/><rect class="risk ${verdict.decision === 'NO-GO' ? 'stop' : ''}" width="${Math.min(100, score.risk.value)}" height="4"/></svg>`;

const score = (name: string, value: number, best: string, strip: Html, sum: string): Html => markup`
<div class="panel score"><p class="eyebrow">${name}</p><p class="value num">${value}<small>of 100, ${best}</small></p>${strip}<p class="small soft num">${sum}</p></div>`;

/** Both scores with the sums that make them. */
export const scoresSection = (review: Review): Html => markup`
<div class="scores">
${score('Readiness', review.score.readiness.value, '100 is best', readinessStrip(review), review.score.readiness.sum)}
${score('Risk', review.score.risk.value, '0 is best', riskStrip(review), review.score.risk.sum)}
</div>`;
