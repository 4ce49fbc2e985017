import type { Review } from '../../../model/review.ts';
import { arrangeFindings } from '../../arrange/findings.ts';
import { BAR_SIGNS } from '../../words/bar.ts';
import { placeText } from '../../words/place.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';

const MOST = 10;

/** Accepted findings stay in sight, with who accepted them and until when. */
export const waivedSection = (paper: Paper, review: Review): readonly string[] => {
  const { waived } = arrangeFindings(review.findings);
  if (waived.length === 0) return [];
  const shown = paper.verbose ? waived : waived.slice(0, MOST);
  const rest = waived.length - shown.length;
  return [
    ...heading(paper, 'WAIVED', String(waived.length)),
    ...shown.flatMap((finding) => [
      ...paper.hang(
        `  ${paper.sign(BAR_SIGNS.waived)} `,
        [finding.title, placeText(finding.where)].filter((part) => part !== '').join(' · '),
      ),
      ...(finding.waiver === undefined
        ? []
        : paper.hang('    ', `by ${finding.waiver.owner} until ${finding.waiver.until}: ${finding.waiver.reason}`, {
            text: paper.ink.dim,
          })),
    ]),
    ...(rest > 0 ? paper.hang('    ', `… and ${rest} more in the HTML report`, { text: paper.ink.dim }) : []),
  ];
};
