const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const PLAIN = /^[\x20-\x7e]*$/;
const NO_CELL = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const EMOJI = /^\p{Emoji_Presentation}|\ufe0f/u;

// East Asian Wide and Fullwidth (UAX 11), by range.
const WIDE =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;

/** What a reader counts as single characters. */
export const charactersOf = (text: string): readonly string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

const cellsOf = (character: string): number => {
  if (NO_CELL.test(character)) return 0;
  return WIDE.test(character) || EMOJI.test(character) ? 2 : 1;
};

/** Cells that a terminal takes for `text`, which must be free of escapes and line breaks. */
export const textWidth = (text: string): number =>
  PLAIN.test(text) ? text.length : charactersOf(text).reduce((sum, character) => sum + cellsOf(character), 0);

/** The longest start of `text` that takes at most `width` cells. */
export const takeWidth = (text: string, width: number): string => {
  if (PLAIN.test(text)) return text.slice(0, Math.max(0, width));
  let taken = '';
  let left = width;
  for (const character of charactersOf(text)) {
    left -= cellsOf(character);
    if (left < 0) break;
    taken += character;
  }
  return taken;
};

/** `text` filled up with spaces to `width` cells. */
export const padWidth = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - textWidth(text)));
