import type { Style } from './ink.ts';
import type { Paper } from './paper.ts';

/** A blank line and the heading, with a remark behind it. */
export const heading = (paper: Paper, title: string, remark = '', style: Style = paper.ink.bold): readonly string[] => {
  if (remark === '') return ['', style(title)];
  const [first = '', ...rest] = paper.hang(`${title}  `, remark, { lead: style, text: paper.ink.dim });
  return ['', first, ...rest];
};
