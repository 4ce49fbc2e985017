import type { Review } from '../../../model/review.ts';
import { arrangeFindings } from '../../arrange/findings.ts';
import { markup, type Html } from '../../escape/html.ts';
import { placeText } from '../../words/place.ts';
import { SEVERITY_SIGNS } from '../../words/severity.ts';
import { prose } from './parts.ts';

/** Accepted findings stay in sight, with who accepted them and until when. */
export const waivedSection = ({ findings }: Review): Html | false => {
  const { waived } = arrangeFindings(findings);
  return (
    waived.length > 0 &&
    markup`
<section id="waived">
<h2>Waived<span class="count num">${waived.length}</span></h2>
<p class="lede">Accepted for a while. When the date passes, each of these fails again.</p>
<ul class="plainlist">${waived.map(
      (finding) =>
        markup`<li id="${finding.fingerprint}"><span><b>${prose(finding.title)}</b> <span class="soft">${SEVERITY_SIGNS[finding.severity].shape} ${SEVERITY_SIGNS[finding.severity].word}</span></span><span class="small soft">${finding.waiver !== undefined && `until ${finding.waiver.until}, ${finding.waiver.owner}`}</span><span class="wide small soft"><code>${placeText(finding.where)}</code> ${finding.waiver?.reason ?? ''}</span></li>`,
    )}</ul>
</section>`
  );
};
