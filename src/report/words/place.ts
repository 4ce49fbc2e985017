import type { Where } from '../../model/finding.ts';

/** `src/a.ts:12:3`; empty without a path. */
export const filePlace = ({ path, line, column }: Where): string =>
  path === undefined
    ? ''
    : [path, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');

/** Every part of where a defect is, the most telling first: `['.env:3', 'commit 1a2b3c4d5e6f']`. */
export const placeParts = (where: Where): readonly string[] => {
  const file = filePlace(where);
  const url = where.url === undefined ? '' : where.method === undefined ? where.url : `${where.method} ${where.url}`;
  const record = [where.host, where.record].filter((part) => part !== undefined).join(' ');
  const commit = where.commit === undefined ? '' : `commit ${where.commit.slice(0, 12)}`;
  return [file, url, record, commit].filter((part) => part !== '');
};

/** The same on one line: `.env:3, commit 1a2b3c4d5e6f`. */
export const placeText = (where: Where): string => placeParts(where).join(', ');
