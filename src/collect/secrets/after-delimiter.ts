const DELIMITERS = ['"', "'", '`', '=', ':', ' ', '>', '(', ',', '[', '\t', '\n'];

/**
 * Anchors for a prefix too short to be looked for alone: the prefix behind each character that may stand before a value. The start
 * of a text counts as one, see automaton/scanner.ts.
 */
export const afterDelimiter = (prefix: string): string[] => DELIMITERS.map((delimiter) => delimiter + prefix);
