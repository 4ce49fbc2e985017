import type { Finding } from '../../../model/finding.ts';
import { counted } from '../../words/count.ts';
import { placeText } from '../../words/place.ts';
import type { Paper } from '../paper.ts';

const MOST_TITLES = 4;
const MOST_NUMBERS = 12;

const lineOf = (finding: Finding): string => (finding.where.line === undefined ? '' : `line ${finding.where.line}`);

/** Where else a request shows it. */
const placeLines = (paper: Paper, others: readonly Finding[], space: string): readonly string[] => {
  const shown = paper.verbose ? others : others.slice(0, MOST_TITLES);
  const rest = others.length - shown.length;
  return [
    ...paper.hang(space, `and ${counted(others.length, 'more place')}:`, { text: paper.ink.bold }),
    ...shown.flatMap(({ where }) => paper.hang(`${space}  `, placeText(where))),
    ...(rest > 0 ? paper.hang(`${space}  `, `… and ${rest} more in the HTML report`, { text: paper.ink.dim }) : []),
  ];
};

const sameTitle = (others: readonly Finding[]): string => {
  const lines = others.flatMap(({ where }) => (where.line === undefined ? [] : [String(where.line)]));
  if (lines.length === 0) return '';
  const shown = lines.slice(0, MOST_NUMBERS).join(', ');
  return `: line${lines.length === 1 ? '' : 's'} ${shown}${lines.length > MOST_NUMBERS ? ' …' : ''}`;
};

/** What one check also found in the same file: `and 11 more in .env: …`. */
export const otherLines = (
  paper: Paper,
  first: Finding,
  others: readonly Finding[],
  indent: number,
): readonly string[] => {
  if (others.length === 0) return [];
  const space = ' '.repeat(indent);
  if (first.where.path === undefined) return placeLines(paper, others, space);
  const head = `and ${others.length} more in ${first.where.path}`;
  if (others.every((other) => other.title === first.title))
    return paper.hang(space, head + sameTitle(others), { text: paper.ink.bold });
  const shown = paper.verbose ? others : others.slice(0, MOST_TITLES);
  const rest = others.length - shown.length;
  return [
    ...paper.hang(space, `${head}:`, { text: paper.ink.bold }),
    ...shown.flatMap((other) => paper.hang(`${space}  ${lineOf(other).padEnd(9)}`, other.title)),
    ...(rest > 0 ? paper.hang(`${space}  `, `… and ${rest} more in the HTML report`, { text: paper.ink.dim }) : []),
  ];
};
