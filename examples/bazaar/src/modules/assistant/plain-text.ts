const MOST = 1000;

/** Zero-width, bidirectional, tag and variation characters: they hide text from people, not from programs. */
const INVISIBLE = /[\p{Cf}\p{Co}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u115F\u1160\u3164\uFFA0]/gu;
const CONTROL = /[^\P{Cc}\n\t]/gu;
/** A link or picture in an answer would carry what the model was told to whoever wrote the text it read. */
const LINK = /!?\[([^\]\n]*)\]\([^)\n]*\)|(?:[a-z][a-z+.-]*:\/\/|www\.|data:)[^\s<>"')\]]+/gi;

/** Text without what people cannot see; also for what goes to a model. */
export const visibleText = (text: string): string =>
  text.normalize('NFC').replaceAll(INVISIBLE, '').replaceAll(CONTROL, '');

/** What a model says, as text that is safe to show: nothing invisible, no links, at most 1,000 characters. */
export const plainText = (said: string): string => {
  const text = visibleText(said)
    .replaceAll(LINK, (_link, label: string | undefined) => label || '[link removed]')
    .trim();
  return text.length <= MOST ? text : `${text.slice(0, MOST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};
