import type { Decision, Review } from '../../../model/review.ts';
import { firstStep } from '../../arrange/first-step.ts';
import { markup, raw, type Html } from '../../escape/html.ts';
import { DECISION_MEANS, DECISION_SIGNS } from '../../words/decision.ts';
import { decisionTone } from '../tone.ts';
import { prose } from './parts.ts';

/** Drawn, because the characters differ between fonts at this size. */
const SHAPES: Readonly<Record<Decision, Html>> = {
  'NO-GO': raw('<path d="M14 14 86 86M86 14 14 86"/>'),
  UNDECIDED: raw('<path d="M10 50H90"/>'),
  GO: raw('<path d="M8 54 36 82 92 20"/>'),
};

const shape = (decision: Decision): Html =>
  markup`<svg viewBox="0 0 100 100" fill="none" stroke="currentColor" stroke-width="19" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${SHAPES[decision]}</svg>`;

const fact = (name: string, value: number, target: string, tone = ''): Html =>
  markup`<a href="#${target}" class="${tone}"><dt>${name}</dt><dd class="num">${value}</dd></a>`;

/** The verdict and its biggest reason, what to do first, the plain answer about 48 hours, and the counts. */
export const heroSection = (review: Review): Html => {
  const { verdict, plan, counts, target } = review;
  return markup`
<section class="hero ${decisionTone(verdict.decision)}" id="verdict">
<p class="eyebrow">${target.name} ${DECISION_MEANS[verdict.decision]}</p>
<h1 class="verdict">${shape(verdict.decision)}${DECISION_SIGNS[verdict.decision].word}</h1>
<p class="reason">${prose(verdict.reason)}</p>
<p class="first"><b>Do first</b> ${prose(firstStep(review))}</p>
<p class="answer">${plan.answer}</p>
<dl class="facts">
${fact('Must fix now', counts.mustFix, 'must-fix', counts.mustFix > 0 ? 'stop' : '')}
${fact('Can wait', counts.canWait, 'can-wait')}
${fact('Unproven', counts.unproven, 'unproven')}
${counts.waived > 0 && fact('Waived', counts.waived, 'waived')}
${fact('Checks passed', counts.passed, 'checks')}
</dl>
</section>`;
};
