import type { Finding } from '../../model/finding.ts';
import { SEVERITY_SIGNS } from '../words/severity.ts';
import type { Style } from './ink.ts';
import type { Paper } from './paper.ts';

/** Red is kept for what stops the launch. */
export const severityStyle = (paper: Paper, finding: Finding): Style => {
  if (finding.mustFix && finding.state !== 'waived') return (text) => paper.ink.bold(paper.ink.red(text));
  return finding.severity === 'low' || finding.severity === 'info' ? paper.ink.cyan : paper.ink.yellow;
};

/** `■ Blocker`, ten cells wide. */
export const severityTag = (paper: Paper, finding: Finding): string => {
  const sign = SEVERITY_SIGNS[finding.severity];
  return `${paper.sign(sign)} ${sign.word.padEnd(8)}`;
};
