const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Everything outside the Char production of XML 1.0 (2.2); tabs and line breaks are inside it.
const INVALID = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const spelled = (character: string): string => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** Text or an attribute value of XML 1.0. What XML cannot hold at all is spelled out as `\u001b`. */
export const xmlText = (text: string): string =>
  text.replace(INVALID, spelled).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** An attribute value: line breaks and tabs survive the parser's normalisation. */
export const xmlAttribute = (text: string): string =>
  xmlText(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
