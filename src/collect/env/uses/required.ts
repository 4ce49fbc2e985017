const ENDS =
  /\b(?:throw|process\.exit|Deno\.exit|sys\.exit|raise|panic|log\.Fatal\w*|os\.Exit|abort|notFound|status:\s*5\d\d|status\(5\d\d\))\b|\bstatus:\s*5\d\d/;

/**
 * Whether the text near a use ends the program or answers with an error when the variable is missing: `if (!X) throw`, by the
 * use itself or by the constant that took it, within a few lines.
 */
export const endsWhenMissing = (text: string, at: number, end: number): boolean => {
  const reach = text.slice(Math.max(0, at - 200), at);
  const before = reach.slice(reach.lastIndexOf('\n') + 1);
  if (/(?:\binvariant|\bassert(?:\.ok)?|\bensure\w*|\brequired?\w*)\(\s*$/.test(before)) return true;
  if (/\bif\s*\([^{}]{0,150}!\s*$/.test(before)) return ENDS.test(statementAfter(text, end));
  const taken = /\b(?:const|let|var)\s+([A-Za-z_$][\w$]*)(?:\s*:\s*[\w| ]+)?\s*=\s*$/.exec(before)?.[1];
  if (taken === undefined) return false;
  const near = text.slice(end, end + 900);
  const test = new RegExp(`\\bif\\s*\\([^{}\\n]{0,120}!\\s*${taken.replaceAll('$', '\\$')}(?![\\w$])`).exec(near);
  if (test !== null) return ENDS.test(statementAfter(near, test.index + test[0].length));
  return new RegExp(`\\b(?:invariant|assert)\\(\\s*${taken.replaceAll('$', '\\$')}(?![\\w$])`).test(near);
};

/** The rest of the condition and the start of its body. */
const statementAfter = (text: string, from: number): string => text.slice(from, from + 260);
