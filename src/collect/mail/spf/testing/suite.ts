import { existsSync, readFileSync } from 'node:fs';
import type { ZoneName, ZoneRecord } from '../../../../net/testing/dns-server.ts';

export interface SuiteCase {
  helo: string;
  host: string;
  mailfrom: string;
  result: string | readonly string[];
  /** `DEFAULT`: the domain gives none. */
  explanation?: string;
}

export interface Scenario {
  description: string;
  tests: Readonly<Record<string, SuiteCase>>;
  zonedata: Readonly<Record<string, readonly (string | Record<string, unknown>)[]>>;
}

/** The open RFC 7208 suite, which lies beside the checkout or above it; empty where it is not at hand. */
export const readSuite = (): readonly Scenario[] => {
  const place = ['../', '../../']
    .map((up) => new URL(`../../../../../${up}shared/conformance/spf-rfc7208.json`, import.meta.url))
    .find((url) => existsSync(url));
  return place === undefined ? [] : (JSON.parse(readFileSync(place, 'utf8')) as Scenario[]);
};

const bytes = (text: unknown): Buffer => Buffer.from(String(text), 'latin1');

const recordsOf = (name: string, type: string, value: unknown): ZoneRecord[] => {
  if (type === 'TXT')
    return value === 'NONE' ? [] : [{ type, data: (Array.isArray(value) ? value : [value]).map(bytes) }];
  if (type === 'MX') {
    const [preference, exchange] = value as [number, string];
    return [{ type, data: { preference, exchange } }];
  }
  if (type === 'CNAMELOOP') return [{ type: 'CNAME', data: name }];
  return type === 'TIMEOUT' || type === 'SPF' ? [] : [{ type, data: value }];
};

/** What a name server is to answer in a scenario. */
export const zonesOf = ({ zonedata }: Scenario): Map<string, ZoneName> => {
  const zones = new Map<string, ZoneName>();
  for (const [name, entries] of Object.entries(zonedata)) {
    const pairs = entries.flatMap((one) =>
      typeof one === 'string' ? [[one, true] as [string, unknown]] : Object.entries(one),
    );
    const hasText = pairs.some(([type]) => type === 'TXT');
    const records = pairs.flatMap(([type, value]) => recordsOf(name, type === 'SPF' && !hasText ? 'TXT' : type, value));
    zones.set(name.toLowerCase().replace(/\.$/, ''), { records, silent: pairs.some(([type]) => type === 'TIMEOUT') });
  }
  return zones;
};
