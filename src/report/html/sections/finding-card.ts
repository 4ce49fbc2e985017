import type { Finding } from '../../../model/finding.ts';
import { moreText, type FindingGroup } from '../../arrange/findings.ts';
import { likeFix } from '../../arrange/like-fix.ts';
import { sameRemedy } from '../../arrange/same-remedy.ts';
import { markup, type Html } from '../../escape/html.ts';
import { effortText } from '../../words/effort.ts';
import { placeText } from '../../words/place.ts';
import { SEVERITY_SIGNS } from '../../words/severity.ts';
import { findingTone } from '../tone.ts';
import { check, fix, paragraphs, proof, prose, references, where } from './parts.ts';

const severityTag = (finding: Finding): Html => {
  const sign = SEVERITY_SIGNS[finding.severity];
  return markup`<span class="tag ${findingTone(finding)}"><span aria-hidden="true">${sign.shape}</span>${sign.word}</span>`;
};

/** A finding above that has the same why and fix, and its number. */
export interface SameAs {
  ordinal: number;
  fingerprint: string;
}

const shown = (finding: Finding): Html =>
  markup`<dt>Where</dt><dd>${where(finding)}</dd><dt>Proof</dt><dd>${proof(finding.proof)}</dd>`;

const remedy = (finding: Finding): Html =>
  markup`<dt>Why</dt><dd>${paragraphs(finding.why)}</dd><dt>Fix</dt><dd>${fix(finding.fix)}${references(finding.references)}</dd>`;

const parts = (finding: Finding, sameAs: SameAs | null = null): Html => markup`
<dl class="parts">${shown(finding)}${
  sameAs === null
    ? remedy(finding)
    : markup`<dt>Why, fix</dt><dd class="where">The same as for <a href="#${sameAs.fingerprint}">finding ${sameAs.ordinal}</a>.</dd>`
}</dl>`;

/** The same fix elsewhere: what differs is how to see that it worked. */
const elsewhere = (first: Finding, finding: Finding): Html => {
  const { verify } = finding.fix;
  const isOwn = verify !== undefined && verify !== first.fix.verify;
  return markup`<dl class="parts">${shown(finding)}${isOwn && markup`<dt>Fix</dt><dd><p>The same as above.</p>${check(verify)}</dd>`}</dl>`;
};

const isSame = (first: Finding, finding: Finding): boolean =>
  sameRemedy(first, finding) || (first.why === finding.why && likeFix(first, finding)?.extra.length === 0);

const other = (first: Finding, finding: Finding): Html => markup`
<div class="other" id="${finding.fingerprint}"><h4>${prose(finding.title)}</h4>${
  isSame(first, finding) ? elsewhere(first, finding) : parts(finding)
}</div>`;

const others = (group: FindingGroup): Html | false =>
  group.others.length > 0 &&
  markup`<details class="others fold"><summary>and ${moreText(group)}</summary>${group.others.map((finding) => other(group.first, finding))}</details>`;

/** What the filter looks at. */
const data = ({ first, others: rest }: FindingGroup): Html => {
  const all = [first, ...rest];
  const words = (of: (finding: Finding) => string): string => [...new Set(all.map(of))].join(' ');
  return markup`data-card data-severity="${words((finding) => finding.severity)}" data-state="${words((finding) => finding.state)}"`;
};

/** What must be fixed now: open, with all five parts. */
export const mustFixCard = (group: FindingGroup, ordinal: number, sameAs: SameAs | null): Html => {
  const { first } = group;
  return markup`
<article class="panel finding stop-card" id="${first.fingerprint}" ${data(group)}>
<header><div class="tags">${severityTag(first)}${first.state === 'new' && markup`<span class="tag note">New</span>`}<span>${first.bar.join(' ')}</span><span>${effortText(first.effort)}</span><code>${first.check}</code></div>
<h3><span class="ordinal num">${ordinal}</span>${prose(first.title)}<a class="anchor" href="#${first.fingerprint}" aria-label="Link to this finding">#</a></h3></header>
${parts(first, sameAs)}${others(group)}
</article>`;
};

/** What can wait: one line, folded. */
export const canWaitCard = (group: FindingGroup): Html => {
  const { first } = group;
  const place = placeText(first.where);
  const more = group.others.length > 0 ? ` and ${group.others.length} more` : '';
  return markup`
<details class="panel later" id="${first.fingerprint}" ${data(group)}><summary>${severityTag(first)}<h3>${prose(first.title)}</h3><span class="effort small soft">${effortText(first.effort)}${first.state === 'new' && ' · new'}</span><span class="place small soft">${place === '' ? 'the repository as a whole' : markup`<code>${place}</code>`}${more}</span></summary>
${parts(first)}${others(group)}</details>`;
};
