import { shellWord } from '../secrets/leak/text.ts';

/** A part of a text that stands in a command as a variable of the shell. */
export interface Swap {
  text: string;
  variable: string;
}

/** Nothing in it means anything to a POSIX shell between double quotes. */
const IS_PLAIN = /^[\w@%+=:,./?&#~;(){}[\] -]*$/;

/** A name for a shell variable: `CUSTOMER_B_TOKEN`. */
export const variableName = (...parts: readonly string[]): string => {
  const name = parts
    .join('_')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .toUpperCase()
    .slice(0, 60);
  return /^[A-Z]/.test(name) ? name : `X_${name}`;
};

const reference = (variable: string, next: string): string => (/^\w/.test(next) ? `\${${variable}}` : `$${variable}`);

/** One word for a POSIX shell in which each swapped part is a variable, and everything else is only text. */
export const shellText = (text: string, swaps: readonly Swap[] = []): string => {
  const [swap, ...others] = swaps.filter((one) => one.text !== '' && text.includes(one.text));
  if (swap === undefined) return shellWord(text);
  const pieces = text.split(swap.text);
  if (others.length === 0 && pieces.every((piece) => IS_PLAIN.test(piece))) {
    return `"${pieces.map((piece, index) => (index === 0 ? piece : reference(swap.variable, piece) + piece)).join('')}"`;
  }
  return pieces.map((piece) => (piece === '' ? '' : shellText(piece, others))).join(`"$${swap.variable}"`);
};
