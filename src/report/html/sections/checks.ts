import type { CheckResult, Outcome, Review } from '../../../model/review.ts';
import { markup, type Html } from '../../escape/html.ts';
import { counted } from '../../words/count.ts';

const list = (checks: readonly CheckResult[]): Html => markup`
<ul class="plainlist small">${checks.map(
  (check) =>
    markup`<li><span>${check.title}</span><code class="soft">${check.id}</code>${check.detail !== undefined && markup`<span class="wide soft">${check.detail}</span>`}</li>`,
)}</ul>`;

const folded = (checks: readonly CheckResult[], sign: string, name: string): Html =>
  checks.length === 0
    ? markup`<p class="soft">0 ${name}</p>`
    : markup`<details class="fold"><summary>${sign} ${counted(checks.length, 'check')} ${name}</summary>${list(checks)}</details>`;

/** Crashed ones open, passed and not applicable ones folded. */
export const checksSection = ({ checks }: Review): Html => {
  const having = (outcome: Outcome): readonly CheckResult[] => checks.filter((check) => check.outcome === outcome);
  const crashed = having('crashed');
  return markup`
<section id="checks">
<h2>Checks</h2>
${crashed.length > 0 && markup`<p class="lede">! ${counted(crashed.length, 'check')} crashed. That is a fault of launch-ready, not of your app; please report it.</p>${list(crashed)}`}
<div class="lede">${folded(having('pass'), '✔', 'passed')}${folded(having('not-applicable'), '○', 'not applicable')}</div>
</section>`;
};
