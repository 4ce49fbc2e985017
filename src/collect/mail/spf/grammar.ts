/** The grammar of RFC 7208 12, as patterns over one term. */

/** `%{ir}`, `%%`, `%_`, `%-`. */
const EXPAND = '%(?:\\{[slodiphcrtv]\\d*r?[-.+,/_=]*\\}|[%_-])';
const LITERAL = '[\\x21-\\x24\\x26-\\x7e]';
const MACRO_STRING = new RegExp(`^(?:${EXPAND}|${LITERAL})*$`, 'i');
const ENDS_IN_MACRO = new RegExp(`${EXPAND}$`, 'i');
/** `toplabel`: letters, digits and hyphens, not digits alone. */
const TOP_LABEL = /\.(?=[a-z\d-]*[a-z-])[a-z\d](?:[a-z\d-]*[a-z\d])?\.?$/i;
/** In a domain: without c, r and t, which are for explanations (7.2). */
const DOMAIN_MACRO = /%\{[crt]/i;
const ZERO = /%\{[a-z]0+r?[-.+,/_=]*\}/i;

/** Pure: `macro-string`. A count of labels of zero is an error (7.1). */
export const isMacroString = (text: string): boolean => MACRO_STRING.test(text) && !ZERO.test(text);

/** Pure: `domain-spec`: a macro-string that ends in a macro or in a label that can be a top one. */
export const isDomainSpec = (text: string): boolean =>
  text !== '' && isMacroString(text) && !DOMAIN_MACRO.test(text) && (ENDS_IN_MACRO.test(text) || TOP_LABEL.test(text));

/** Modifier names. */
export const MODIFIER = /^([a-z][a-z\d_.-]*)=(.*)$/is;
export const DIRECTIVE = /^([+?~-]?)([a-z][a-z\d]*)(.*)$/is;
