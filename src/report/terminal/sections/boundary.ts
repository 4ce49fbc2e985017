import type { Review, SensitiveAction } from '../../../model/review.ts';
import { boundaryFacts } from '../../arrange/boundary-facts.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';

const LEAD = 12;

const STATES: readonly (readonly [SensitiveAction['state'], string])[] = [
  ['broken', 'broken'],
  ['doubtful', 'doubtful'],
  ['unproven', 'unproven'],
  ['open', 'public'],
  ['protected', 'protected'],
];

const sensitiveText = (actions: readonly SensitiveAction[]): string => {
  const counts = STATES.flatMap(([state, word]) => {
    const count = actions.filter((action) => action.state === state).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return counts.length === 0 ? 'none found' : counts.join(', ');
};

/** The run on the running app, one line a fact; the matrix itself is in the HTML and Markdown reports. */
export const boundarySection = (paper: Paper, { boundary }: Review): readonly string[] => {
  if (boundary === undefined) return [];
  const { run, sensitive } = boundary;
  const facts = [...boundaryFacts(boundary), { name: 'Sensitive', text: sensitiveText(sensitive) }];
  return [
    ...heading(paper, 'RUNNING APP', [run.origins.join(', '), run.environment].join(' · ')),
    ...facts.flatMap(({ name, text }) =>
      paper.hang(`  ${name.padEnd(LEAD - 2)}  `, text, {
        lead: name === 'Stopped' ? paper.ink.yellow : paper.ink.bold,
      }),
    ),
    ...paper.hang('  ', 'Who reaches what, role by role: --format html=report.html', { text: paper.ink.dim }),
  ];
};
