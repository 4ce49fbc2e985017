import type { Fix } from '../../../model/finding.ts';
import type { LikeFix } from '../../arrange/like-fix.ts';
import type { Paper } from '../paper.ts';
import { BODY, LEAD, under } from './body.ts';

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

const checkLine = (paper: Paper, verify: string | undefined): readonly string[] =>
  verify === undefined ? [] : [`${' '.repeat(BODY)}${paper.ink.dim('check:')} ${paper.text(verify)}`];

/** All steps, each as `brief` says it, what to paste, and the command that shows whether it worked. */
export const fixLines = (
  paper: Paper,
  { steps, snippet, verify }: Fix,
  brief: (step: string) => string,
): readonly string[] => [
  ...steps.flatMap((step, index) => {
    const lead = steps.length > 1 ? `${index + 1}. ` : '';
    return index === 0
      ? paper.hang(`${LEAD}fix    ${lead}`, brief(step), { lead: paper.ink.cyan })
      : under(paper, lead, brief(step));
  }),
  ...(snippet === undefined ? [] : snippetLines(paper, snippet)),
  ...checkLine(paper, verify),
];

/** `as for 2, at <page>`, and the steps that 2 does not have. `ordinal` is the number of the fix written out above. */
export const likeFixLines = (
  paper: Paper,
  { page, extra }: LikeFix,
  ordinal: number,
  verify: string | undefined,
): readonly string[] => [
  ...paper.hang(
    `${LEAD}fix    `,
    `as for ${ordinal}${page === null ? '' : `, at ${page}`}${extra.length > 0 ? ', and:' : ''}`,
    { lead: paper.ink.cyan },
  ),
  ...extra.flatMap((step) => under(paper, `${paper.text('–')} `, step)),
  ...checkLine(paper, verify),
];
