import { visible } from './visible.ts';

const PLAIN: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '·': '-',
  '×': 'x',
  '…': '...',
  '→': '->',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '≤': '<=',
  '≥': '>=',
};

const spelled = (character: string): string =>
  PLAIN[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** One line that a terminal prints as it stands: nothing in it moves the cursor, colours, or reorders text. */
export const terminalText = (text: string): string => visible(text);

/** Like `terminalText`, in ASCII only: common typography by its plain form, everything else spelled out. No-break
 * spaces stay for `wrap`, which turns them into spaces. */
export const asciiText = (text: string): string => visible(text).replace(/[^\x20-\x7e\u00a0]/gu, spelled);
