/** Widths in em of DejaVu Sans Bold, the widest face that a reader is likely to have; whatever is not Latin counts as the widest. */
const WIDTHS: readonly (readonly [letters: RegExp, em: number])[] = [
  [/[ijl'|\s]/, 0.35],
  [/[.,:;!\-()[\]/\\]/, 0.43],
  [/[frtI"]/, 0.5],
  [/[csz]/, 0.6],
  [/[a-ln-vx-z0-9_$?]/, 0.71],
  [/[A-LN-VX-Z<>=+~*#&w]/, 0.85],
  [/./u, 1.1],
];

const widthOf = (letter: string): number => WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 1.1;

const sum = (letters: readonly string[]): number => letters.reduce((width, letter) => width + widthOf(letter), 0);

/** A text that is not wider than `em`: where it is, its middle is left out, for the ends of names tell most. */
export const fitted = (text: string, em: number): string => {
  const letters = Array.from(text);
  if (sum(letters) <= em) return text;
  const room = (em - widthOf('…')) / 2;
  const head = taken(letters, room);
  const tail = taken(letters.toReversed(), room).toReversed();
  return `${head.join('')}…${tail.join('')}`;
};

const taken = (letters: readonly string[], room: number): string[] => {
  let width = 0;
  return letters.slice(
    0,
    letters.findIndex((letter) => (width += widthOf(letter)) > room),
  );
};
