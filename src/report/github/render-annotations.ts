import type { Finding } from '../../model/finding.ts';
import type { Review } from '../../model/review.ts';
import { arrangeFindings, type FindingGroup } from '../arrange/findings.ts';
import { commandData, commandProperty } from '../escape/github.ts';
import { visible, visibleLines } from '../escape/visible.ts';
import { counted } from '../words/count.ts';
import { placeText } from '../words/place.ts';
import { SEVERITY_SIGNS } from '../words/severity.ts';

/** GitHub shows ten errors and ten warnings of a step and drops the rest. */
const MOST_OF_A_KIND = 10;

const properties = ({ where, title, severity }: Finding): string =>
  Object.entries({
    file: where.path,
    line: where.path === undefined ? undefined : where.line,
    col: where.path === undefined || where.line === undefined ? undefined : where.column,
    title: visible(`${SEVERITY_SIGNS[severity].word}: ${title}`),
  })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${commandProperty(String(value))}`]))
    .join(',');

const message = ({ first: finding, others }: FindingGroup): string => {
  const place = placeText(finding.where);
  const lines = [
    ...(finding.where.path === undefined && place !== '' ? [visible(place)] : []),
    ...visibleLines(finding.proof.text),
    `Why: ${visibleLines(finding.why).join(' ')}`,
    ...finding.fix.steps.map((step, index) => `${index + 1}. ${visible(step)}`),
    ...(others.length > 0 ? [`And ${others.length} more in this file.`] : []),
  ];
  return commandData(lines.join('\n'));
};

const annotation = (command: 'error' | 'warning', group: FindingGroup): string =>
  `::${command} ${properties(group.first)}::${message(group)}`;

/** Workflow commands for GitHub Actions, one a line; empty when nothing is open. */
export const renderAnnotations = ({ findings, verdict }: Review): string => {
  const { mustFix, canWait, waived } = arrangeFindings(findings);
  const errors = mustFix.slice(0, MOST_OF_A_KIND);
  const warnings = canWait.slice(0, MOST_OF_A_KIND);
  const shown = [...errors, ...warnings].reduce((sum, group) => sum + 1 + group.others.length, 0);
  const rest = findings.length - waived.length - shown;
  const lines = [
    ...errors.map((group) => annotation('error', group)),
    ...warnings.map((group) => annotation('warning', group)),
    ...(rest > 0
      ? [
          `::notice title=${commandProperty(`Launch Ready: ${verdict.decision}`)}::${counted(rest, 'more finding')} in the report`,
        ]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
};
