import { isIPv4 } from 'node:net';
import { isWithin, normalAddress, reverseName } from './address.ts';
import { isMacroString } from './grammar.ts';
import type { Looked, SpfDns } from './lookup.ts';
import { expand, expandDomain, type MacroValues } from './macro.ts';
import { isSpf, parseSpf, type Mechanism, type Qualifier, type SpfRecord } from './record.ts';

/** RFC 7208 2.6. */
export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

export interface SpfInput {
  /** Of the client that sends. */
  ip: string;
  /** `MAIL FROM`; empty for bounces, where the name of the greeting counts. */
  mailFrom: string;
  helo: string;
  dns: SpfDns;
  receiver?: string;
  /** Seconds since 1970. */
  now?: number;
}

export interface SpfVerdict {
  result: SpfResult;
  /** What decided: `-all`, `include:mail.example → ip4:192.0.2.1`. */
  by?: string;
  /** What is wrong, for the two errors. */
  problem?: string;
  /** What the domain wants to be said of a fail. */
  explanation?: string;
  /** Terms that asked DNS, of ten. */
  lookups: number;
  /** Questions that came back empty, of two. */
  voids: number;
}

/** RFC 7208 4.6.4. */
const MOST_LOOKUPS = 10;
const MOST_VOIDS = 2;
const MOST_NAMES = 10;

const RESULTS: Readonly<Record<Qualifier, SpfResult>> = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' };

/** Ends the check: the error is the result, wherever it came up. */
class Ended extends Error {
  readonly result: 'temperror' | 'permerror';
  constructor(result: 'temperror' | 'permerror', problem: string) {
    super(problem);
    this.result = result;
  }
}

/** `check_host()` of RFC 7208 4 for one message, limits included. */
export const checkHost = async (input: SpfInput): Promise<SpfVerdict> => {
  const { mailFrom, helo } = input;
  const at = mailFrom.lastIndexOf('@');
  const local = mailFrom.slice(0, Math.max(at, 0));
  const domain = mailFrom === '' ? helo : mailFrom.slice(at + 1);
  const sender = `${local === '' ? 'postmaster' : local}@${domain}`;
  const ip = normalAddress(input.ip);
  if (ip === undefined || !isDomain(domain)) return { result: 'none', lookups: 0, voids: 0 };
  const run = new Run(input, ip, sender);
  try {
    const { result, by, explanation } = await run.check(domain, true);
    return {
      result,
      lookups: run.lookups,
      voids: run.voids,
      ...(by === undefined ? {} : { by }),
      ...(explanation === undefined ? {} : { explanation }),
    };
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    return { result: error.result, problem: error.message, lookups: run.lookups, voids: run.voids };
  }
};

/** Several labels, each of a length that DNS takes; no address in brackets: RFC 7208 4.3. */
const isDomain = (name: string): boolean => {
  const labels = name.replace(/\.$/, '').split('.');
  return (
    labels.length > 1 &&
    name.length <= 254 &&
    !/[[\]]/.test(name) &&
    labels.every((one) => one !== '' && one.length <= 63)
  );
};

interface Checked {
  result: SpfResult;
  by?: string;
  explanation?: string;
}

class Run {
  lookups = 0;
  voids = 0;
  readonly #input: SpfInput;
  readonly #ip: string;
  readonly #sender: string;
  #named: Promise<readonly string[] | undefined> | undefined;

  constructor(input: SpfInput, ip: string, sender: string) {
    this.#input = input;
    this.#ip = ip;
    this.#sender = sender;
  }

  /** `explain`: the domain's own words are wanted for a fail; those of an included one are not (6.2). */
  async check(domain: string, explain: boolean): Promise<Checked> {
    const record = await this.#recordOf(domain);
    if (record === undefined) return { result: 'none' };
    for (const mechanism of record.mechanisms) {
      const match = await this.#matches(mechanism, domain);
      if (match === false) continue;
      const result = RESULTS[mechanism.qualifier];
      const by = `${mechanism.text}${match === true ? '' : ` → ${match}`}`;
      const explanation = explain && result === 'fail' ? await this.#explain(record, domain) : undefined;
      return { result, by, ...(explanation === undefined ? {} : { explanation }) };
    }
    if (record.redirect === undefined) return { result: 'neutral' };
    this.#count();
    const target = await this.#expand(record.redirect, domain);
    const there = isDomain(target) ? await this.check(target, explain) : { result: 'none' as const };
    if (there.result === 'none') throw new Ended('permerror', `redirect=${target} leads to no SPF record`);
    return there;
  }

  async #recordOf(domain: string): Promise<SpfRecord | undefined> {
    const looked = await this.#input.dns.txt(domain);
    if (looked.found === 'error') throw new Ended('temperror', `the TXT records of ${domain} could not be read`);
    const records = looked.found === 'records' ? looked.records.filter(isSpf) : [];
    const [only] = records;
    if (only === undefined) return undefined;
    if (records.length > 1) throw new Ended('permerror', `${domain} has ${records.length} SPF records`);
    const parsed = parseSpf(only);
    if (!parsed.ok) throw new Ended('permerror', `${domain}: “${parsed.term}”: ${parsed.problem}`);
    return parsed.record;
  }

  #count(): void {
    if (++this.lookups > MOST_LOOKUPS) throw new Ended('permerror', `more than ${MOST_LOOKUPS} terms ask DNS`);
  }

  /** Records, none, or the end of the check. */
  async #records<T>(asked: Promise<Looked<T>>, name: string): Promise<readonly T[]> {
    const looked = await asked;
    if (looked.found === 'error') throw new Ended('temperror', `${name} could not be looked up`);
    if (looked.found === 'records') return looked.records;
    if (++this.voids > MOST_VOIDS) throw new Ended('permerror', `more than ${MOST_VOIDS} lookups found nothing`);
    return [];
  }

  #addresses(name: string): Promise<Looked<string>> {
    return isIPv4(this.#ip) ? this.#input.dns.a(name) : this.#input.dns.aaaa(name);
  }

  /** True, false, or what decided in an included record. */
  async #matches(mechanism: Mechanism, domain: string): Promise<boolean | string> {
    const { name, address, prefix4, prefix6 } = mechanism;
    if (name === 'all') return true;
    if (name === 'ip4') return isWithin(this.#ip, address!, prefix4);
    if (name === 'ip6') return isWithin(this.#ip, address!, prefix6);
    this.#count();
    const target = mechanism.domain === undefined ? domain : await this.#expand(mechanism.domain, domain);
    const prefix = isIPv4(this.#ip) ? prefix4 : prefix6;
    const isHere = (addresses: readonly string[]): boolean => addresses.some((one) => isWithin(this.#ip, one, prefix));
    switch (name) {
      case 'include':
        return this.#includes(target);
      case 'a':
        return isHere(await this.#records(this.#addresses(target), target));
      case 'mx': {
        const hosts = await this.#records(this.#input.dns.mx(target), target);
        if (hosts.length > MOST_NAMES) throw new Ended('permerror', `${target} has more than ${MOST_NAMES} MX records`);
        for (const host of hosts)
          if (host !== '' && isHere(await this.#records(this.#addresses(host), host))) return true;
        return false;
      }
      case 'exists':
        return (await this.#records(this.#input.dns.a(target), target)).length > 0;
      default:
        return ((await this.#names()) ?? []).some((one) => isBelow(one, target));
    }
  }

  /** RFC 7208 5.2. */
  async #includes(target: string): Promise<boolean | string> {
    const { result, by } = isDomain(target)
      ? await this.check(target, false)
      : { result: 'none' as const, by: undefined };
    if (result === 'none') throw new Ended('permerror', `include:${target} leads to no SPF record`);
    return result === 'pass' ? (by ?? true) : false;
  }

  #expand(spec: string, domain: string): Promise<string> {
    return expandDomain(spec, this.#values(domain));
  }

  #values(domain: string): MacroValues {
    return {
      ip: this.#ip,
      sender: this.#sender,
      domain,
      helo: this.#input.helo,
      receiver: this.#input.receiver ?? 'unknown',
      now: this.#input.now ?? 0,
      validated: async () => {
        const names = (await this.#names()) ?? [];
        const same = names.find((one) => one.toLowerCase() === domain.toLowerCase());
        return same ?? names.find((one) => isBelow(one, domain)) ?? names[0] ?? 'unknown';
      },
    };
  }

  /** Names of the client that lead back to it (5.5). Undefined when there are none to be had; errors here match nothing. */
  #names(): Promise<readonly string[] | undefined> {
    this.#named ??= (async () => {
      const looked = await this.#input.dns.ptr(reverseName(this.#ip));
      if (looked.found !== 'records') return undefined;
      const valid: string[] = [];
      for (const name of looked.records.slice(0, MOST_NAMES)) {
        const addresses = await this.#addresses(name);
        if (
          addresses.found === 'records' &&
          addresses.records.some((one) => isWithin(this.#ip, one, isIPv4(one) ? 32 : 128))
        )
          valid.push(name);
      }
      return valid;
    })();
    return this.#named;
  }

  /** RFC 7208 6.2: whatever is wrong with an explanation, there is none. */
  async #explain({ exp }: SpfRecord, domain: string): Promise<string | undefined> {
    if (exp === undefined) return undefined;
    const looked = await this.#input.dns.txt(await this.#expand(exp, domain));
    const [text] = looked.found === 'records' ? looked.records : [];
    if (looked.found !== 'records' || looked.records.length !== 1 || text === undefined) return undefined;
    // Words are macro-strings with spaces between them; bytes beyond ASCII are none.
    return text.split(' ').every(isMacroString) ? expand(text, this.#values(domain)) : undefined;
  }
}

const isBelow = (name: string, domain: string): boolean =>
  `.${name.toLowerCase()}`.endsWith(`.${domain.toLowerCase().replace(/\.$/, '')}`);
