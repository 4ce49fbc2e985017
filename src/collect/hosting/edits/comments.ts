import { COMMENT, markCode, type Language } from '../../env/uses/mark-code.ts';

export interface Comment {
  /** From 1; comments over several lines are told line by line. */
  line: number;
  text: string;
  /** Nothing else stands on the line. */
  alone: boolean;
}

/** The comments of a source text, a line each, without their signs. `only`: asked of each line first, because marking takes time. */
export const commentsIn = (text: string, language: Language, only: (line: string) => boolean): Comment[] => {
  const rows = text.split('\n');
  if (!rows.some(only)) return [];
  const marks = markCode(text, language);
  let at = 0;
  return rows.flatMap((row, index) => {
    const start = at;
    at += row.length + 1;
    if (!only(row)) return [];
    const first = marks.indexOf(COMMENT, start);
    if (first === -1 || first >= start + row.length) return [];
    const said = row
      .slice(first - start)
      .trim()
      .replace(/^(?:\/\/+|\/\*+|<!--|#+|\*+(?!\/))\s*/, '')
      .replace(/\s*(?:\*\/|-->)?\}?\s*$/, '');
    const alone = /^[\s{]*(?:\/\*|\/\/|<!--|#|\*)?$/.test(row.slice(0, first - start));
    return [{ line: index + 1, text: said, alone }];
  });
};
