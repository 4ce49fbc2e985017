import { isIPv4, isIPv6 } from 'node:net';
import { DIRECTIVE, isDomainSpec, isMacroString, MODIFIER } from './grammar.ts';

export type Qualifier = '+' | '-' | '~' | '?';
export type MechanismName = 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists';

export interface Mechanism {
  name: MechanismName;
  qualifier: Qualifier;
  /** `domain-spec`, unexpanded. Undefined where the current domain is meant. */
  domain?: string;
  /** Of `ip4` and `ip6`. */
  address?: string;
  /** Bits; 32 and 128 where nothing is said. */
  prefix4: number;
  prefix6: number;
  /** As it stands in the record. */
  text: string;
}

export interface SpfRecord {
  mechanisms: readonly Mechanism[];
  redirect?: string;
  exp?: string;
  /** Modifiers that RFC 7208 does not know; they change nothing. */
  unknown: readonly string[];
}

export type Parsed = { ok: true; record: SpfRecord } | { ok: false; problem: string; term: string };

const VERSION = /^v=spf1(?: |$)/i;

/** Whether a TXT record is one of SPF: RFC 7208 4.5. */
export const isSpf = (text: string): boolean => VERSION.test(text);

/** Reads a record, one character a byte. Any error anywhere is an error of the whole: RFC 7208 4.6. Never throws. */
export const parseSpf = (text: string): Parsed => {
  const mechanisms: Mechanism[] = [];
  const unknown: string[] = [];
  const known: { redirect?: string; exp?: string } = {};
  for (const term of text.slice('v=spf1'.length).split(' ')) {
    if (term === '') continue;
    const modifier = MODIFIER.exec(term);
    if (modifier !== null) {
      const [, name = '', value = ''] = modifier;
      const key = name.toLowerCase();
      if (key !== 'redirect' && key !== 'exp') {
        if (!isMacroString(value)) return bad(term, 'the value of this modifier is no macro string');
        unknown.push(term);
        continue;
      }
      if (known[key] !== undefined) return bad(term, `${key}= stands twice`);
      if (!isDomainSpec(value)) return bad(term, `${key}= names no domain`);
      known[key] = value;
      continue;
    }
    const mechanism = mechanismOf(term);
    if (typeof mechanism === 'string') return bad(term, mechanism);
    mechanisms.push(mechanism);
  }
  return { ok: true, record: { mechanisms, unknown, ...known } };
};

const bad = (term: string, problem: string): Parsed => ({ ok: false, problem, term });

const CIDR = /^(.*?)(?:\/(0|[1-9]\d?))?(?:\/\/(0|[1-9]\d{0,2}))?$/s;

/** The mechanism, or what is wrong with it. */
const mechanismOf = (term: string): Mechanism | string => {
  const [, sign = '', word = '', rest = ''] = DIRECTIVE.exec(term) ?? [];
  const qualifier = (sign === '' ? '+' : sign) as Qualifier;
  const name = word.toLowerCase();
  const base = { qualifier, prefix4: 32, prefix6: 128, text: term };
  switch (name) {
    case 'all':
      return rest === '' ? { ...base, name } : '“all” takes nothing behind it';
    case 'include':
    case 'exists':
      return rest.startsWith(':') && isDomainSpec(rest.slice(1))
        ? { ...base, name, domain: rest.slice(1) }
        : `“${name}” names no domain`;
    case 'ptr':
      if (rest === '') return { ...base, name };
      return rest.startsWith(':') && isDomainSpec(rest.slice(1))
        ? { ...base, name, domain: rest.slice(1) }
        : '“ptr” names no domain';
    case 'a':
    case 'mx': {
      const [, domain = '', bits4, bits6] = CIDR.exec(rest) ?? [];
      const prefix4 = Number(bits4 ?? 32);
      const prefix6 = Number(bits6 ?? 128);
      if (prefix4 > 32 || prefix6 > 128) return 'the prefix is longer than an address';
      if (domain === '') return { ...base, name, prefix4, prefix6 };
      return domain.startsWith(':') && isDomainSpec(domain.slice(1))
        ? { ...base, name, domain: domain.slice(1), prefix4, prefix6 }
        : `“${name}” names no domain`;
    }
    case 'ip4': {
      const [, address = '', bits] = /^:([^/]*)(?:\/(0|[1-9]\d?))?$/.exec(rest) ?? [];
      const prefix4 = Number(bits ?? 32);
      return isIPv4(address) && prefix4 <= 32 ? { ...base, name, address, prefix4 } : '“ip4” names no IPv4 network';
    }
    case 'ip6': {
      const [, address = '', bits] = /^:([\da-f:.]*)(?:\/(0|[1-9]\d{0,2}))?$/i.exec(rest) ?? [];
      const prefix6 = Number(bits ?? 128);
      return isIPv6(address) && prefix6 <= 128 ? { ...base, name, address, prefix6 } : '“ip6” names no IPv6 network';
    }
    default:
      return 'there is no such mechanism';
  }
};
