import { isIPv4 } from 'node:net';
import { dotted } from './address.ts';

/** What macros stand for: RFC 7208 7.2. */
export interface MacroValues {
  /** As `normalAddress` gives it. */
  ip: string;
  sender: string;
  domain: string;
  helo: string;
  /** Name of the host that checks, for explanations. */
  receiver: string;
  /** Seconds since 1970, for explanations. */
  now: number;
  /** Name of the client as DNS confirms it; asked for where a record wants it. */
  validated: () => Promise<string>;
}

const MACRO = /%(?:\{([a-z])(\d*)(r?)([-.+,/_=]*)\}|([%_-]))/gi;
const LONGEST = 253;

/** Expands a macro-string that the grammar has let through. */
export const expand = async (text: string, values: MacroValues): Promise<string> => {
  let out = '';
  let at = 0;
  for (const found of text.matchAll(MACRO)) {
    const [whole, letter, digits = '', reverse = '', delimiters = '', plain] = found;
    out += text.slice(at, found.index);
    at = found.index + whole.length;
    if (plain !== undefined) out += plain === '%' ? '%' : plain === '_' ? ' ' : '%20';
    else {
      const value = transformed(await valueOf(letter!.toLowerCase(), values), digits, reverse !== '', delimiters);
      out += letter === letter!.toUpperCase() ? escaped(value) : value;
    }
  }
  return out + text.slice(at);
};

/** Expands a `domain-spec`. Too long a name loses labels on its left (7.3); the dot at the end says nothing. */
export const expandDomain = async (text: string, values: MacroValues): Promise<string> => {
  let name = (await expand(text, values)).replace(/\.$/, '');
  while (name.length > LONGEST && name.includes('.')) name = name.slice(name.indexOf('.') + 1);
  return name;
};

const valueOf = (letter: string, values: MacroValues): string | Promise<string> => {
  const { ip, sender, domain, helo } = values;
  const at = sender.lastIndexOf('@');
  switch (letter) {
    case 's':
      return sender;
    case 'l':
      return sender.slice(0, at);
    case 'o':
      return sender.slice(at + 1);
    case 'd':
      return domain;
    case 'i':
      return dotted(ip);
    case 'p':
      return values.validated();
    case 'v':
      return isIPv4(ip) ? 'in-addr' : 'ip6';
    case 'h':
      return helo;
    case 'c':
      return ip;
    case 'r':
      return values.receiver;
    default:
      return String(values.now);
  }
};

const transformed = (value: string, digits: string, reverse: boolean, delimiters: string): string => {
  if (digits === '' && !reverse && delimiters === '') return value;
  const parts = splitAt(value, delimiters === '' ? '.' : delimiters);
  const ordered = reverse ? parts.toReversed() : parts;
  return (digits === '' ? ordered : ordered.slice(-Math.min(Number(digits), 128))).join('.');
};

const splitAt = (value: string, delimiters: string): string[] => {
  const parts = [''];
  for (const char of value)
    if (delimiters.includes(char)) parts.push('');
    else parts[parts.length - 1] += char;
  return parts;
};

/** Everything but the unreserved characters of RFC 3986. */
const escaped = (value: string): string =>
  encodeURIComponent(value).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
