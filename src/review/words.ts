import type { Where } from '../model/finding.ts';
import { bound, LIMITS } from './bound.ts';

/** `1 finding`, `1,200 findings`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** `a, b and 3 more`, or `a, b and c` when all are shown. `total` counts what `items` leaves out as well. */
export const listed = (items: readonly string[], show: number, total = items.length): string => {
  const shown = items.slice(0, show);
  const rest = total - shown.length;
  const parts = rest > 0 ? [...shown, `${rest.toLocaleString('en-US')} more`] : shown;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
};

/** The shortest text that tells where a defect is; empty when nothing is known. */
export const placed = (where: Where): string => {
  if (where.path !== undefined) return where.line === undefined ? where.path : `${where.path}:${where.line}`;
  if (where.url !== undefined) return where.method === undefined ? where.url : `${where.method} ${where.url}`;
  return where.record ?? where.host ?? (where.commit === undefined ? '' : `commit ${where.commit.slice(0, 12)}`);
};

/** `title (place)`, or the title alone. */
export const titled = (finding: { title: string; where: Where }): string => {
  const place = bound(placed(finding.where), LIMITS.title);
  return place === '' ? finding.title : `${finding.title} (${place})`;
};

/** Text as the inside of a longer sentence: without its full stop. */
export const unstopped = (text: string): string => text.trim().replace(/\.$/, '');
