import type { Finding } from '../../model/finding.ts';
import type { Review } from '../../model/review.ts';
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

const message = (finding: Finding): string => {
  const place = placeText(finding.where);
  const lines = [
    ...(finding.where.path === undefined && place !== '' ? [visible(place)] : []),
    ...visibleLines(finding.proof.text),
    `Why: ${visibleLines(finding.why).join(' ')}`,
    ...finding.fix.steps.map((step, index) => `${index + 1}. ${visible(step)}`),
  ];
  return commandData(lines.join('\n'));
};

const annotation = (command: 'error' | 'warning', finding: Finding): string => `::${command} ${properties(finding)}::${message(finding)}`;

/** Workflow commands for GitHub Actions, one a line; empty when nothing is open. */
export const renderAnnotations = ({ findings, verdict }: Review): string => {
  const open = findings.filter((finding) => finding.state !== 'waived');
  const errors = open.filter((finding) => finding.mustFix).slice(0, MOST_OF_A_KIND);
  const warnings = open.filter((finding) => !finding.mustFix).slice(0, MOST_OF_A_KIND);
  const rest = open.length - errors.length - warnings.length;
  const lines = [
    ...errors.map((finding) => annotation('error', finding)),
    ...warnings.map((finding) => annotation('warning', finding)),
    ...(rest > 0 ? [`::notice title=${commandProperty(`Launch Ready: ${verdict.decision}`)}::${counted(rest, 'more finding')} in the report`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
};
