import type { FindingGroup } from '../../arrange/findings.ts';
import { effortText } from '../../words/effort.ts';
import { placeText } from '../../words/place.ts';
import type { Paper } from '../paper.ts';
import { textWidth } from '../text-width.ts';
import { INDENT, LEAD } from './body.ts';
import { titleLines } from './finding.ts';

/** Two lines: what, and where with how long it takes. */
export const shortLines = (paper: Paper, { first, others }: FindingGroup, ordinal: number): readonly string[] => {
  const more =
    others.length > 0
      ? first.where.path === undefined
        ? ` and ${others.length} more`
        : ` and ${others.length} more in this file`
      : '';
  const tail = `${more} · ${effortText(first.effort)}${first.state === 'open' ? ' · still open' : ''}`;
  const room = paper.width - INDENT - tail.length;
  const { column: _, ...where } = first.where;
  const { commit: __, ...file } = where;
  const withCommit = placeText(where);
  // The file alone misleads where only a commit holds it; where both do not fit, the path tells more.
  const place =
    (textWidth(withCommit) <= room ? withCommit : placeText(file)) || withCommit || 'the repository as a whole';
  return [
    ...titleLines(paper, first, ordinal),
    ...paper.hang(LEAD, `${paper.cutStart(place, room)}${tail}`, { text: paper.ink.dim }),
  ];
};
