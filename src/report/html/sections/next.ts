import type { Review } from '../../../model/review.ts';
import { SEVERITIES } from '../../../model/severity.ts';
import { markup, type Html } from '../../escape/html.ts';
import { BAR_SIGNS, BAR_STATES } from '../../words/bar.ts';
import { SEVERITY_SIGNS, type Sign } from '../../words/severity.ts';
import { command } from './parts.ts';

const sign = ({ shape, word }: Sign): Html => markup`<span>${shape} ${word.toLowerCase()}</span>`;

/** What the signs mean, and the one command to run next. */
export const nextSection = (review: Review): Html => markup`
<section id="next">
<div class="legend small soft">${SEVERITIES.map((severity) => sign(SEVERITY_SIGNS[severity]))}${BAR_STATES.map((state) => sign(BAR_SIGNS[state]))}<span>A – was not shown either way; a 0 was looked at and is clean. Red means do not launch.</span></div>
</section>
<section class="panel next"><h2>Next</h2>${command(review.next)}</section>`;
