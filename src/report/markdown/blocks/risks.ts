import type { Finding } from '../../../model/finding.ts';
import type { Review } from '../../../model/review.ts';
import { arrangeFindings, RANK_SENTENCE, type FindingGroup } from '../../arrange/findings.ts';
import { markdownCellCode, markdownText } from '../../escape/markdown.ts';
import { counted } from '../../words/count.ts';
import { effortText } from '../../words/effort.ts';
import { placeText } from '../../words/place.ts';
import { SEVERITY_SIGNS } from '../../words/severity.ts';
import { table } from '../table.ts';

const severity = (finding: Finding): string =>
  `${SEVERITY_SIGNS[finding.severity].shape} ${SEVERITY_SIGNS[finding.severity].word}`;

const row = ({ first, others }: FindingGroup, index: number): readonly string[] => {
  const place = placeText(first.where);
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return [
    String(index + 1),
    first.mustFix ? 'now' : 'can wait',
    severity(first),
    markdownText(first.title),
    place === '' ? 'the repository as a whole' : `${markdownCellCode(place)}${more}`,
    first.bar.join(' '),
    effortText(first.effort),
    first.state,
  ];
};

/** The short risk list, ranked by launch impact; at most `most` rows. */
export const riskBlocks = ({ findings }: Review, most: number): readonly string[] => {
  const { mustFix, canWait } = arrangeFindings(findings);
  const groups = [...mustFix, ...canWait];
  if (groups.length === 0) return ['## Risks', '0: nothing was found.'];
  const rest = groups.length - most;
  return [
    '## Risks',
    RANK_SENTENCE,
    table(['#', 'Fix', 'Severity', 'What', 'Where', 'Bar', 'Effort', 'State'], groups.slice(0, most).map(row)),
    ...(rest > 0 ? [`… and ${counted(rest, 'more row')} in the HTML and JSON reports.`] : []),
  ];
};
