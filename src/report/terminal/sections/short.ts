import type { FindingGroup } from '../../arrange/findings.ts';
import { effortText } from '../../words/effort.ts';
import { placeText } from '../../words/place.ts';
import type { Paper } from '../paper.ts';
import { INDENT, LEAD } from './body.ts';
import { titleLines } from './finding.ts';

/** Two lines: what, and where with how long it takes. */
export const shortLines = (paper: Paper, { first, others }: FindingGroup, ordinal: number): readonly string[] => {
  const more = others.length > 0 ? ` and ${others.length} more in this file` : '';
  const tail = `${more} · ${effortText(first.effort)}${first.state === 'open' ? ' · still open' : ''}`;
  // Whose commit it was stands in the full report; here the path is what tells.
  const { commit: _, column: __, ...where } = first.where;
  const place = placeText(where) || placeText(first.where) || 'the repository as a whole';
  return [
    ...titleLines(paper, first, ordinal),
    ...paper.hang(LEAD, `${paper.cutStart(place, paper.width - INDENT - tail.length)}${tail}`, { text: paper.ink.dim }),
  ];
};
