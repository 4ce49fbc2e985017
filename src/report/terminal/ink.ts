export type Style = (text: string) => string;

export const STYLES = ['bold', 'dim', 'red', 'green', 'yellow', 'cyan', 'onRed', 'onGreen', 'onYellow'] as const;

export type Ink = Readonly<Record<(typeof STYLES)[number], Style>>;

/** Select Graphic Rendition codes (ECMA-48 8.3.117): on, off. */
const CODES: Readonly<Record<(typeof STYLES)[number], readonly [string, string]>> = {
  bold: ['1', '22'],
  dim: ['2', '22'],
  red: ['31', '39'],
  green: ['32', '39'],
  yellow: ['33', '39'],
  cyan: ['36', '39'],
  onRed: ['1;97;41', '0'],
  onGreen: ['1;97;42', '0'],
  onYellow: ['1;30;43', '0'],
};

/** Colours, or functions that leave text as it is. */
export const ink = (color: boolean): Ink =>
  Object.fromEntries(
    STYLES.map((style): [string, Style] => {
      const [on, off] = CODES[style];
      return [style, (text) => (color && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text)];
    }),
  ) as Ink;
