import type { Paper } from '../paper.ts';

/** Cells before the parts of a finding. */
export const INDENT = 4;

/** Cells before what the parts say. */
export const BODY = INDENT + 7;

export const LEAD = ' '.repeat(INDENT);

/** Text under a part, behind a lead of its own. */
export const under = (paper: Paper, lead: string, text: string): readonly string[] =>
  paper.hang(' '.repeat(BODY) + lead, text);
