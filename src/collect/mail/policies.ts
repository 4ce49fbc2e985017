/** The smaller policies that stand in DNS beside a mail domain. Each is read by its own RFC; nothing here asks anybody. */

export interface StsRecord {
  id: string;
}

/** `_mta-sts` of RFC 8461 3.1. */
export const parseStsRecord = (text: string): StsRecord | undefined => {
  const [, id] = /^v=STSv1\s*;\s*id=([A-Za-z\d]{1,32})\s*(?:;.*)?$/.exec(text) ?? [];
  return id === undefined ? undefined : { id };
};

export interface StsPolicy {
  mode: 'enforce' | 'testing' | 'none';
  /** Patterns: a name, or `*.` and a name. */
  mx: readonly string[];
  /** Seconds. */
  maxAge: number;
}

const MOST_MX = 100;

/** The file of RFC 8461 3.2, or what is wrong with it. */
export const parseStsPolicy = (text: string): StsPolicy | string => {
  const lines = text
    .slice(0, 65_536)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => {
    const [, key = '', value = ''] = /^([A-Za-z\d][A-Za-z\d_.-]*)\s*:(.*)$/.exec(line) ?? [];
    return [key, value.trim()] as const;
  });
  const first = (key: string): string | undefined => pairs.find(([name]) => name === key)?.[1];
  if (pairs.some(([key]) => key === '')) return 'a line is no “key: value”';
  if (first('version') !== 'STSv1') return 'its version is not STSv1';
  const mode = first('mode');
  if (mode !== 'enforce' && mode !== 'testing' && mode !== 'none')
    return 'its mode is none of enforce, testing and none';
  const age = first('max_age') ?? '';
  if (!/^\d{1,10}$/.test(age)) return 'its max_age is no number of seconds';
  const mx = pairs
    .filter(([key]) => key === 'mx')
    .map(([, value]) => value.toLowerCase())
    .slice(0, MOST_MX);
  if (mx.length === 0 && mode !== 'none') return 'it names no mx';
  return { mode, mx, maxAge: Number(age) };
};

/** Whether a policy names that host: a star is one label (RFC 8461 4.1). */
export const isNamedBy = ({ mx }: StsPolicy, host: string): boolean => {
  const name = host.toLowerCase().replace(/\.$/, '');
  return mx.some((pattern) =>
    pattern.startsWith('*.') ? name.slice(name.indexOf('.') + 1) === pattern.slice(2) : name === pattern,
  );
};

export interface TlsReporting {
  rua: readonly string[];
}

/** `_smtp._tls` of RFC 8460 3. */
export const parseTlsReporting = (text: string): TlsReporting | undefined => {
  const [, list] = /^v=TLSRPTv1\s*;\s*rua=([^;]+)(?:;|$)/.exec(text) ?? [];
  const rua = (list ?? '').split(',').map((one) => one.trim());
  return list !== undefined && rua.every((one) => /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/i.test(one))
    ? { rua }
    : undefined;
};

export interface Bimi {
  /** Of the picture; empty for “none”. */
  location: string;
  /** Of the certificate. */
  authority?: string;
}

/** `default._bimi`. */
export const parseBimi = (text: string): Bimi | undefined => {
  if (!/^v=BIMI1\s*;/.test(text)) return undefined;
  const tag = (name: string): string | undefined =>
    new RegExp(`;\\s*${name}\\s*=\\s*([^;]*)(?:;|$)`).exec(text)?.[1]?.trim();
  const location = tag('l');
  const authority = tag('a');
  if (location === undefined || (location !== '' && !/^https:\/\/\S+$/.test(location))) return undefined;
  return { location, ...(authority === undefined || authority === '' ? {} : { authority }) };
};
