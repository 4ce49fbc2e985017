import { charactersOf, takeWidth, textWidth } from './text-width.ts';

// Where a path, an address or a name may be broken: behind these.
const PIECE = /[^/\\._\-?&=:,;]*[/\\._\-?&=:,;]+|[^/\\._\-?&=:,;]+/g;

/** Parts of a word that is too wide for one line, each at most `width` wide. */
const broken = (word: string, width: number): readonly string[] => {
  const parts: string[] = [];
  let line = '';
  for (let piece of word.match(PIECE) ?? []) {
    if (textWidth(line) + textWidth(piece) > width && line !== '') {
      parts.push(line);
      line = '';
    }
    while (textWidth(piece) > width) {
      const head = takeWidth(piece, width) || (charactersOf(piece)[0] ?? piece);
      parts.push(head);
      piece = piece.slice(head.length);
    }
    line += piece;
  }
  return line === '' ? parts : [...parts, line];
};

/** Wraps one line of plain text at spaces, and words that are too wide at `/`, `.`, `-` and the like. No-break spaces hold. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (textWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = broken(word, width);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return [...lines, ...(line === '' && lines.length > 0 ? [] : [line])].map((one) => one.replaceAll('\u00a0', ' '));
};

/** Cuts at the end: `A long tit…`. */
export const cutEnd = (text: string, width: number, mark: string): string =>
  textWidth(text) <= width ? text : `${takeWidth(text, width - textWidth(mark)).trimEnd()}${mark}`;

/** Cuts at the start, where the end tells more, as in a path: `…/credentials.tfvars:4`. */
export const cutStart = (text: string, width: number, mark: string): string => {
  if (textWidth(text) <= width) return text;
  const reversed = charactersOf(text).toReversed();
  let kept = '';
  for (const character of reversed) {
    if (textWidth(kept) + textWidth(character) + textWidth(mark) > width) break;
    kept = character + kept;
  }
  return mark + kept;
};
