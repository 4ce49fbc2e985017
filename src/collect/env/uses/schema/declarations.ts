import { CODE } from '../mark-code.ts';
import { type Marked, statementEnd } from './nesting.ts';

export interface Declaration {
  name: string;
  /** The expression it is given. */
  from: number;
  to: number;
}

const MOST = 400;
const DECLARATION = /\b(?:const|let|var)\s+([A-Za-z_$][\w$]{0,80})\s*(?::[^=;\n]{1,200})?=(?![=>])\s*/g;

/** The constants of a file, by name; the first of a name. */
export const declarationsIn = (file: Marked): ReadonlyMap<string, Declaration> => {
  const found = new Map<string, Declaration>();
  for (const match of file.text.matchAll(DECLARATION)) {
    if (found.size >= MOST) break;
    const name = match[1] ?? '';
    if (file.marks[match.index] !== CODE || found.has(name)) continue;
    const from = match.index + match[0].length;
    found.set(name, { name, from, to: statementEnd(file, from) });
  }
  return found;
};
