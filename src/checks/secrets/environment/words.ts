import { plural, printable } from '../leak/text.ts';

/** `A, B and 3 more`. */
export const listed = (names: readonly string[], most = 6): string => {
  const shown = names.slice(0, most).map(printable);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest.toLocaleString('en-US')} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
};

export const variables = (count: number): string => plural(count, 'variable');

/** The command that asks one check again. */
export const again = (check: string): string => `npx launch-ready --only secrets/${check}`;
