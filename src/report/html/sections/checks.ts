import type { CheckResult, Outcome, Review } from '../../../model/review.ts';
import { html, type Html } from '../../escape/html.ts';
import { counted } from '../../words/count.ts';

const list = (checks: readonly CheckResult[]): Html => html`
<ul class="plainlist small">${checks.map(
  (check) =>
    html`<li><span>${check.title}</span><code class="soft">${check.id}</code>${check.detail !== undefined && html`<span class="wide soft">${check.detail}</span>`}</li>`,
)}</ul>`;

const folded = (checks: readonly CheckResult[], sign: string, name: string): Html =>
  checks.length === 0
    ? html`<p class="soft">0 ${name}</p>`
    : html`<details class="fold"><summary>${sign} ${counted(checks.length, 'check')} ${name}</summary>${list(checks)}</details>`;

/** Crashed ones open, passed and not applicable ones folded. */
export const checksSection = ({ checks }: Review): Html => {
  const having = (outcome: Outcome): readonly CheckResult[] => checks.filter((check) => check.outcome === outcome);
  const crashed = having('crashed');
  return html`
<section id="checks">
<h2>Checks</h2>
${crashed.length > 0 && html`<p class="lede">! ${counted(crashed.length, 'check')} crashed. That is a fault of launch-ready, not of your app; please report it.</p>${list(crashed)}`}
<div class="lede">${folded(having('pass'), '✔', 'passed')}${folded(having('not-applicable'), '○', 'not applicable')}</div>
</section>`;
};
