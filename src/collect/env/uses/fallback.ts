const STRING_LITERAL = /^(?:'((?:[^'\\\n]|\\.){0,500})'|"((?:[^"\\\n]|\\.){0,500})"|`((?:[^`\\$]|\\.){0,500})`)/;
const PASSED_OVER = /^(?:\s+|!(?!=)|\)|as\s+\w+|\?\.trim\(\)|\.trim\(\)|\.replace\([^()\n]{0,60}\))/;
const OTHER_USE =
  /^(?:(?:globalThis\.)?process\.env(?:\?)?(?:\.\w+|\[\s*['"`]\w+['"`]\s*\])|import\.meta\.env(?:\?)?\.\w+|(?:Deno|Netlify)\.env\.get\(\s*['"]\w+['"]\s*\)|Bun\.env\.\w+|env\.\w+)/;

/** Compared, tested or taken through `?.`: its absence is one of the answers. */
const TESTED_AFTER = /^(?:\)|\s)*(?:[!=]==?(?!=)|\?(?![?.])|&&)|^\?\./;
const TESTED_BEFORE = /(?:\bif\s*\(|\bBoolean\(|!!|&&\s*|\|\|\s*)\s*$/;

/** Whether the code around a use goes on when the variable is missing. */
export const isTested = (text: string, at: number, end: number): boolean =>
  TESTED_AFTER.test(text.slice(end, end + 40)) || TESTED_BEFORE.test(text.slice(Math.max(0, at - 20), at));

export interface AfterUse {
  fallback?: string;
  optional: boolean;
  /** `?? throw`-like: it ends when missing. */
  ends: boolean;
}

/** What follows a use: `|| 'literal'`, `?? "literal"`, `||= …`, a chain of further uses, or something computed. */
export const afterUse = (text: string, from: number): AfterUse => {
  let rest = text.slice(from, from + 1200);
  for (let links = 0; links < 6; links++) {
    rest = passOver(rest);
    const operator = /^(?:\|\||\?\?)=?\s*/.exec(rest);
    if (operator === null) break;
    rest = rest.slice(operator[0].length).replace(/^\(\s*/, '');
    const literal = STRING_LITERAL.exec(rest);
    if (literal !== null) {
      const value = literal[1] ?? literal[2] ?? literal[3] ?? '';
      return value === '' ? { optional: true, ends: false } : { fallback: value, optional: true, ends: false };
    }
    const other = OTHER_USE.exec(rest);
    if (other === null) {
      const ends = /^(?:\(?\s*\(?\)?\s*=>\s*\{?\s*)?(?:throw|fail|die|raise|missing|invariant|panic|required)\b/i.test(
        rest,
      );
      return { optional: !ends, ends };
    }
    rest = rest.slice(other[0].length);
  }
  return { optional: false, ends: false };
};

const passOver = (text: string): string => {
  let rest = text;
  for (let found = PASSED_OVER.exec(rest); found !== null && found[0] !== ''; found = PASSED_OVER.exec(rest))
    rest = rest.slice(found[0].length);
  return rest;
};
