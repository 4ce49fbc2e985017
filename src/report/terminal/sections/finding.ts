import type { Finding, Fix } from '../../../model/finding.ts';
import type { FindingGroup } from '../../arrange/findings.ts';
import { effortText } from '../../words/effort.ts';
import { placeText } from '../../words/place.ts';
import { frameLines } from '../frame.ts';
import type { Paper } from '../paper.ts';
import { severityStyle, severityTag } from '../severity-tag.ts';
import { otherLines } from './others.ts';

const INDENT = 4;
const BODY = INDENT + 7;

const part = (paper: Paper, name: string, text: string): readonly string[] =>
  paper.hangLines(' '.repeat(INDENT) + name.padEnd(7), text, { lead: paper.ink.cyan });

const under = (paper: Paper, lead: string, text: string): readonly string[] =>
  paper.hang(' '.repeat(BODY) + lead, text);

const MOST_PLACES = 3;

const morePlaces = (paper: Paper, more: readonly string[]): readonly string[] => {
  const shown = paper.verbose ? more : more.slice(0, MOST_PLACES);
  const rest = more.length - shown.length;
  return more.length === 0 ? [] : under(paper, 'also in ', shown.join(', ') + (rest > 0 ? ` and ${rest} more` : ''));
};

const MOST_SNIPPET_LINES = 8;

/** Never wrapped or cut at the right: it is there to be copied. */
const snippetLines = (paper: Paper, snippet: NonNullable<Fix['snippet']>): readonly string[] => {
  const lines = snippet.content.trimEnd().split(/\r\n|\n|\r/);
  const shown = paper.verbose ? lines : lines.slice(0, MOST_SNIPPET_LINES);
  const rest = lines.length - shown.length;
  return [
    ...under(paper, 'in ', `${snippet.path}:`),
    ...shown.map((line) =>
      `${' '.repeat(BODY + 2)}${paper.ink.dim(paper.text(line.replaceAll('\t', '  ')).trimEnd())}`.trimEnd(),
    ),
    ...(rest > 0 ? under(paper, '  ', `… ${rest} more lines in the HTML report`) : []),
  ];
};

const fixLines = (paper: Paper, { steps, snippet, verify }: Fix): readonly string[] => [
  ...steps.flatMap((step, index) => {
    const lead = steps.length > 1 ? `${index + 1}. ` : '';
    return index === 0
      ? paper.hang(`${' '.repeat(INDENT)}fix    ${lead}`, step, { lead: paper.ink.cyan })
      : under(paper, lead, step);
  }),
  ...(snippet === undefined ? [] : snippetLines(paper, snippet)),
  ...(verify === undefined ? [] : [`${' '.repeat(BODY)}${paper.ink.dim('check:')} ${paper.text(verify)}`]),
];

const about = (finding: Finding): string =>
  [finding.bar.join(' '), effortText(finding.effort), finding.state, finding.fingerprint]
    .filter((word) => word !== '')
    .join(' · ');

/** `ordinal`, severity and title on one line, wrapped behind them. */
export const titleLines = (paper: Paper, finding: Finding, ordinal: number): readonly string[] =>
  paper.hang(`${String(ordinal).padStart(INDENT - 1)} ${severityTag(paper, finding)} `, finding.title, {
    lead: severityStyle(paper, finding),
    text: paper.ink.bold,
  });

/**
 * A finding in its five parts: what, where, proof, why, fix. `sameAs` is the number of one printed above that has the
 * same last two.
 */
export const findingLines = (
  paper: Paper,
  { first, others }: FindingGroup,
  ordinal: number,
  sameAs: number | null,
): readonly string[] => {
  const { proof } = first;
  return [
    '',
    ...titleLines(paper, first, ordinal),
    ...paper.hang(' '.repeat(INDENT), about(first), { text: paper.ink.dim }),
    ...paper.hang(`${' '.repeat(INDENT)}where  `, placeText(first.where) || 'the repository as a whole', {
      lead: paper.ink.cyan,
    }),
    ...part(paper, 'proof', proof.text),
    ...(proof.frame === undefined ? [] : frameLines(paper, proof.frame, first.where.column, BODY)),
    ...morePlaces(paper, proof.more ?? []),
    ...(sameAs === null
      ? [...part(paper, 'why', first.why), ...fixLines(paper, first.fix)]
      : [...part(paper, 'why', `as for ${sameAs}`), ...part(paper, 'fix', `as for ${sameAs}`)]),
    ...otherLines(paper, first, others, INDENT),
  ];
};
