import type { Review } from '../../../model/review.ts';
import { SEVERITIES } from '../../../model/severity.ts';
import { capFindings, countIn, MOST_IN_FULL, type Capped } from '../../arrange/cap.ts';
import { arrangeFindings, RANK_SENTENCE, type FindingGroup } from '../../arrange/findings.ts';
import { remediesAbove } from '../../arrange/same-remedy.ts';
import { markup, type Html } from '../../escape/html.ts';
import { counted } from '../../words/count.ts';
import { SEVERITY_SIGNS } from '../../words/severity.ts';
import { canWaitCard, mustFixCard, type SameAs } from './finding-card.ts';
import { findingLine } from './finding-line.ts';

/** Shown by the script only, since it does nothing without it. */
const filter = markup`
<div class="filter" id="filter" hidden>
<input id="filter-words" type="search" placeholder="Filter by word, path or provider" aria-label="Filter findings">
<select id="filter-severity" aria-label="Severity"><option value="">Every severity</option>${SEVERITIES.map((severity) => markup`<option value="${severity}">${SEVERITY_SIGNS[severity].word}</option>`)}</select>
<select id="filter-state" aria-label="State"><option value="">New and open</option><option value="new">New only</option><option value="open">Still open only</option></select>
<span class="small soft" id="filter-shown" role="status"></span>
</div>`;

const sameAs = (groups: readonly FindingGroup[], index: number | null): SameAs | null => {
  const group = index === null ? undefined : groups[index];
  return group === undefined || index === null ? null : { ordinal: index + 1, fingerprint: group.first.fingerprint };
};

const FEWEST_TO_FILTER = 4;

const beyond = ({ lines, left }: Capped): Html | false =>
  lines.length > 0 &&
  markup`<p class="lede">This page writes out the first ${MOST_IN_FULL} findings. ${counted(lines.length, 'more finding stands', 'more findings stand')} here as lines${left > 0 && `, and ${left.toLocaleString('en-US')} more in the JSON report only`}; <code>--format json=report.json</code> has every one in full.</p>
<ul class="plainlist small">${lines.map(findingLine)}</ul>`;

/** What must be fixed now as open cards, what can wait as folded lines; beyond the cap, a line each. */
export const findingsSection = ({ findings, counts }: Review): Html => {
  const arranged = arrangeFindings(findings);
  const now = capFindings(arranged.mustFix);
  const later = capFindings(arranged.canWait, MOST_IN_FULL - countIn(now.full));
  const [mustFix, canWait] = [now.full, later.full];
  const above = remediesAbove(mustFix);
  const filtered = mustFix.length + canWait.length >= FEWEST_TO_FILTER;
  return markup`
<section id="must-fix">
<h2>Must fix now<span class="count num">${counts.mustFix}</span></h2>
${mustFix.length > 0 ? markup`<p class="lede">${RANK_SENTENCE}</p>` : markup`<p class="panel zero"><b>0</b>Nothing was found that has to be fixed before launch.</p>`}
${filtered && filter}
${mustFix.map((group, index) => mustFixCard(group, index + 1, sameAs(mustFix, above[index] ?? null)))}
${beyond(now)}
</section>
<section id="can-wait">
<h2>Can wait<span class="count num">${counts.canWait}</span></h2>
${counts.canWait > 0 ? markup`<p class="lede">Worth mending, but no reason to hold the launch.</p>` : markup`<p class="panel zero"><b>0</b>Nothing was found that could be mended later.</p>`}
${canWait.map(canWaitCard)}
${beyond(later)}
</section>`;
};
