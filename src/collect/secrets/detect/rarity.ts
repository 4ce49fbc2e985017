import { RARITY_TABLE } from './rarity.table.ts';

/** a–z without case, digits as one class, the rest as another. */
export const CLASSES = 28;

export const classOf = (code: number): number => {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 65 && code <= 90) return code - 65;
  return code >= 48 && code <= 57 ? 26 : 27;
};

let table: Buffer | undefined;

/**
 * How little a text looks like words and names: mean bits a letter needs when its two predecessors are known.
 * Words and identifiers lie below 4, random text above 5. Texts under 8 letters say nothing: 0.
 */
export const rarity = (text: string): number => {
  if (text.length < 8) return 0;
  table ??= Buffer.from(RARITY_TABLE, 'base64');
  let cost = 0;
  for (let i = 2; i < text.length; i++) {
    const row = (classOf(text.charCodeAt(i - 2)) * CLASSES + classOf(text.charCodeAt(i - 1))) * CLASSES;
    cost += table[row + classOf(text.charCodeAt(i))] ?? 0;
  }
  return cost / 8 / (text.length - 2) + flips(text);
};

/** Letter case and digits that change without a word's reason raise the score, up to 1.5 bits. */
const flips = (text: string): number => {
  let odd = 0;
  for (let i = 1; i < text.length; i++) {
    const before = kind(text.charCodeAt(i - 1));
    const now = kind(text.charCodeAt(i));
    if (before !== now && before !== 3 && now !== 3 && !(before === 1 && now === 0)) odd++;
  }
  return Math.min(1.5, (odd / text.length) * 4);
};

/** 0 lower, 1 upper, 2 digit, 3 other. */
const kind = (code: number): number => {
  if (code >= 97 && code <= 122) return 0;
  if (code >= 65 && code <= 90) return 1;
  return code >= 48 && code <= 57 ? 2 : 3;
};

/** Shannon entropy in bits a character. */
export const shannon = (text: string): number => {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
};
