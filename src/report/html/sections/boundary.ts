import type { Review, ReviewBoundary } from '../../../model/review.ts';
import { boundaryFacts } from '../../arrange/boundary-facts.ts';
import { markup, type Html } from '../../escape/html.ts';
import { counted } from '../../words/count.ts';
import { OUTCOME_MEANS, OUTCOME_SIGNS, OUTCOMES } from '../../words/outcome.ts';
import { exchangeList } from './exchanges.ts';
import { matrixGroups } from './matrix.ts';
import { prose } from './parts.ts';
import { sensitiveSection } from './sensitive.ts';

const facts = (boundary: ReviewBoundary): Html => markup`
<dl class="panel runfacts">${boundaryFacts(boundary).map(
  ({ name, text }) => markup`<div><dt>${name}</dt><dd>${prose(text)}</dd></div>`,
)}</dl>`;

const legend = markup`
<ul class="matrix-legend small">${OUTCOMES.map(
  (outcome) =>
    markup`<li><span class="mark ${outcome}"><i>${OUTCOME_SIGNS[outcome].shape}</i>${OUTCOME_SIGNS[outcome].word}</span> <span class="soft">${OUTCOME_MEANS[outcome]}</span></li>`,
)}</ul>`;

const untested = ({ operations: { found, tested, untested: some } }: ReviewBoundary): Html | false =>
  some.length > 0 &&
  markup`<details class="fold untested"><summary>${counted(found - tested, 'operation')} found and not tested</summary><ul class="plainlist small">${some.map(
    ({ id, reason }) => markup`<li><code>${id}</code><span class="wide soft">${reason}</span></li>`,
  )}</ul>${found - tested > some.length && markup`<p class="small soft">and ${(found - tested - some.length).toLocaleString('en-US')} more</p>`}</details>`;

const left = ({ run }: ReviewBoundary): Html | false =>
  run.left.length > 0 &&
  markup`<details class="fold untested"><summary>${counted(run.made - run.removed, 'object')} left in the app</summary><ul class="plainlist small">${run.left.map(
    (one) =>
      markup`<li><span>${one.type} <code>${one.id}</code></span><span class="soft">of ${one.owner}</span>${one.remove !== undefined && markup`<span class="wide soft">Remove it: ${prose(one.remove)}</span>`}</li>`,
  )}</ul></details>`;

/** Who reached what on the running app: the run, the role × operation matrix, what is sensitive, and the exchanges that prove it. */
export const boundarySection = ({ boundary }: Review): Html | false =>
  boundary !== undefined &&
  markup`
<section id="boundary">
<h2>Who reaches what</h2>
<p class="lede">Asked of the running app at ${boundary.run.origins.map((origin, index) => markup`${index > 0 && ', '}<code>${origin}</code>`)} (${boundary.run.environment}), as every role. A cell that is underlined leads to the request and answer behind it.</p>
${facts(boundary)}${untested(boundary)}${left(boundary)}
${boundary.matrix.rows.length > 0 ? markup`<h3 class="sub">Role by operation</h3>${legend}${matrixGroups(boundary)}` : markup`<p class="panel zero">– No operation was found, so there is nothing to show.</p>`}
${sensitiveSection(boundary)}
${exchangeList(boundary)}
</section>`;
