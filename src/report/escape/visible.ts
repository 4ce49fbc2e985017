// C0 and C1 controls, DEL, bidi marks and overrides, invisible spaces and fillers, line separators, tag characters,
// variation selectors that carry no glyph, and halves of surrogate pairs: all of them change what is seen without
// being seen. ZWJ and U+FE0F stay, because emoji are made of them.
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}\p{Surrogate}]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const spelled = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const named = NAMED[character];
  if (named !== undefined) return named;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
};

/**
 * One line of text in which every character that hides, moves or reorders others is spelled out: `\x1b`, `\n`,
 * `\u202e`. Applying it twice changes nothing more.
 */
export const visible = (text: string): string => text.replace(UNSEEN, spelled);

/** Like `visible`, line by line: line breaks split, tabs become two spaces. */
export const visibleLines = (text: string): readonly string[] =>
  text.split(/\r\n|\n|\r/).map((line) => visible(line.replaceAll('\t', '  ')));
