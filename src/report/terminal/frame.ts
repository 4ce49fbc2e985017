import type { CodeFrame } from '../../model/finding.ts';
import type { Paper } from './paper.ts';

/** In a report, and where there is room: `--verbose`, `explain`. */
const MOST_LINES = { brief: 3, verbose: 9 } as const;
/** Cells kept before the marked column when a long line is cut on its left. */
const BEFORE_COLUMN = 20;

const around = (frame: CodeFrame, most: number): { start: number; lines: readonly string[] } => {
  if (frame.lines.length <= most) return { start: frame.startLine, lines: frame.lines };
  const middle = frame.mark - frame.startLine - Math.floor(most / 2);
  const before = Math.max(0, Math.min(middle, frame.lines.length - most));
  return { start: frame.startLine + before, lines: frame.lines.slice(before, before + most) };
};

/** The marked line is shown around its column, so that the proof stays in sight. */
const shown = (paper: Paper, line: string, column: number | undefined, width: number): string => {
  const text = line.replaceAll('\t', '  ');
  const far = column !== undefined && column > width - 4 && column <= text.length;
  return paper.cutEnd(far ? `…${text.slice(Math.max(0, column - BEFORE_COLUMN))}` : text, width);
};

/** Numbered source lines, the marked one with an arrow. Each is one line of at most the paper's width. */
export const frameLines = (
  paper: Paper,
  frame: CodeFrame,
  column: number | undefined,
  indent: number,
): readonly string[] => {
  const { start, lines } = around(frame, paper.verbose ? MOST_LINES.verbose : MOST_LINES.brief);
  const digits = String(start + lines.length - 1).length;
  const bar = paper.sign({ shape: '│', ascii: '|', word: '' });
  const arrow = paper.sign({ shape: '›', ascii: '>', word: '' });
  return lines.map((line, index) => {
    const number = start + index;
    const marked = number === frame.mark;
    const gutter = `${marked ? arrow : ' '} ${String(number).padStart(digits)} ${bar} `;
    const text = shown(paper, line, marked ? column : undefined, paper.width - indent - gutter.length);
    const style = marked ? paper.ink.bold : paper.ink.dim;
    return `${' '.repeat(indent)}${style(`${gutter}${text}`.trimEnd())}`;
  });
};
