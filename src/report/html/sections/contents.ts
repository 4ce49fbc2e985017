import type { Review } from '../../../model/review.ts';
import { markup, type Html } from '../../escape/html.ts';

const link = (target: string, name: string, count?: number): Html =>
  markup`<a href="#${target}"><span>${name}</span>${count !== undefined && markup`<span class="num">${count}</span>`}</a>`;

/** Beside the page where there is room. */
export const contents = ({ counts, boundary, surface }: Review): Html => markup`
<nav class="contents" aria-label="Contents">
${link('verdict', 'Verdict')}${link('bar', 'Minimum bar')}${link('stages', 'Stages')}${link('must-fix', 'Must fix now', counts.mustFix)}${link('can-wait', 'Can wait', counts.canWait)}${boundary !== undefined && link('boundary', 'Who reaches what')}${surface !== undefined && link('surface', 'Public surface')}${link('plan', '48-hour plan')}${link('unproven', 'Unproven', counts.unproven)}${counts.waived > 0 && link('waived', 'Waived', counts.waived)}${link('checks', 'Checks', counts.passed)}${link('coverage', 'Coverage')}${link('next', 'Next')}
</nav>`;
