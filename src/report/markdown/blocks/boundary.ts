import type { MatrixRow, Review, ReviewBoundary, SensitiveAction } from '../../../model/review.ts';
import { boundaryFacts } from '../../arrange/boundary-facts.ts';
import { tellingFirst } from '../../arrange/matrix.ts';
import { markdownCellCode, markdownCode, markdownText } from '../../escape/markdown.ts';
import { counted } from '../../words/count.ts';
import { GUARD_SIGNS, OUTCOME_MEANS, OUTCOME_SIGNS, OUTCOMES, PROTECTION_SIGNS } from '../../words/outcome.ts';
import { prose } from '../prose.ts';
import { table } from '../table.ts';

const MOST_ROWS = 60;
const MOST_SENSITIVE = 60;
const MOST_UNTESTED = 20;

const more = (all: number, shown: number, what: string): readonly string[] =>
  all > shown ? [`and ${counted(all - shown, `more ${what}`)}; the JSON report has them.`] : [];

const row = ({ operation, cells }: MatrixRow): readonly string[] => [
  markdownCellCode(operation),
  ...cells.map(({ outcome, status }) => {
    const { shape, word } = OUTCOME_SIGNS[outcome];
    const text = `${shape} ${word}${status === undefined || outcome === 'not-tested' ? '' : ` ${status}`}`;
    return outcome === 'leak' || outcome === 'odd' ? `**${text}**` : text;
  }),
];

const matrix = ({ matrix: { roles, rows, left } }: ReviewBoundary): readonly string[] => {
  if (rows.length === 0) return [];
  const shown = tellingFirst(rows).slice(0, MOST_ROWS);
  const legend = OUTCOMES.map(
    (outcome) => `${OUTCOME_SIGNS[outcome].shape} ${OUTCOME_SIGNS[outcome].word}: ${OUTCOME_MEANS[outcome]}`,
  );
  return [
    '### Role by operation',
    table(['Operation', ...roles.map(markdownText)], shown.map(row)),
    ...more(rows.length + left, shown.length, 'operation'),
    `${legend.join(' · ')}.`,
  ];
};

/** `✔ login · – counts once. Nobody is refused.` */
const keptBy = ({ guards, protection }: SensitiveAction): string => {
  const kept = guards.map(({ name, state }) => `${GUARD_SIGNS[state].shape} ${markdownText(name)}`).join(' · ');
  return [kept, markdownText(protection)].filter((part) => part !== '').join('. ');
};

const sensitive = ({ sensitive: actions }: ReviewBoundary): readonly string[] => {
  if (actions.length === 0) return [];
  const shown = actions.slice(0, MOST_SENSITIVE);
  return [
    '### Sensitive actions',
    table(
      ['Action', 'What it does', 'State', 'What keeps it'],
      shown.map((action) => [
        markdownCellCode(action.operation),
        markdownText(action.what),
        `${PROTECTION_SIGNS[action.state].shape} ${PROTECTION_SIGNS[action.state].word}`,
        keptBy(action),
      ]),
    ),
    '✔ tried, and it held · ✖ broken · ! doubtful · – not proven, because nobody could try it.',
    ...more(actions.length, shown.length, 'sensitive action'),
  ];
};

const untested = ({ operations: { found, tested, untested: some } }: ReviewBoundary): readonly string[] => {
  const shown = some.slice(0, MOST_UNTESTED);
  return shown.length === 0
    ? []
    : [
        '### Found and not tested',
        shown.map(({ id, reason }) => `- ${markdownCode(id)}: ${prose(reason)}`).join('\n'),
        ...more(found - tested, shown.length, 'operation'),
      ];
};

/** Who reached what on the running app: the run, the matrix with the telling rows first, and what is sensitive. */
export const boundaryBlocks = ({ boundary }: Review): readonly string[] => {
  if (boundary === undefined) return [];
  const { origins, environment } = boundary.run;
  return [
    '## Who reaches what',
    `Asked of the running app at ${origins.map(markdownCode).join(', ')} (${environment}), as every role.`,
    boundaryFacts(boundary)
      .map(({ name, text }) => `- **${name}** ${markdownText(text)}`)
      .join('\n'),
    ...matrix(boundary),
    ...sensitive(boundary),
    ...untested(boundary),
  ];
};
