import { SUITE_NAMES } from './suite-names.ts';

/** A cipher suite, told from its registered name. */
export interface Suite {
  id: number;
  /** `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`. */
  name: string;
  /** TLS 1.3 alone. */
  isModern: boolean;
  /** Keys of the past stay secret when the server's key is lost. */
  forwardSecret: boolean;
  aead: boolean;
  /** What is wrong with it, worst first; empty when nothing is. */
  flaws: readonly SuiteFlaw[];
}

/** `none`: nothing is encrypted. `anonymous`: nobody is shown. `export`, `broken`: read in minutes. `short-block`: 64-bit blocks (Sweet32). */
export type SuiteFlaw = 'none' | 'anonymous' | 'export' | 'broken' | 'short-block' | 'cbc' | 'no-forward-secrecy';

const describe = (id: number, short: string): Suite => {
  const name = `TLS_${short}`;
  const isModern = id >> 8 === 0x13;
  const [exchange = '', cipher = short] = short.split('_WITH_');
  const aead = isModern || /GCM|CCM|POLY1305/.test(cipher);
  const forwardSecret = isModern || /^(?:ECDHE|DHE|ECCPWD)/.test(exchange);
  const flaws: SuiteFlaw[] = [];
  if (/^NULL|^SHA/.test(cipher)) flaws.push('none');
  if (/anon/i.test(exchange)) flaws.push('anonymous');
  if (/EXPORT/.test(exchange + cipher)) flaws.push('export');
  if (/^RC4|^RC2|^DES_|^DES40/.test(cipher)) flaws.push('broken');
  if (/^3DES|^IDEA/.test(cipher)) flaws.push('short-block');
  if (!aead && /CBC/.test(cipher)) flaws.push('cbc');
  if (!forwardSecret && !/anon/i.test(exchange)) flaws.push('no-forward-secrecy');
  return { id, name, isModern, forwardSecret, aead, flaws };
};

/** All registered ones, by their numbers. */
export const SUITES: ReadonlyMap<number, Suite> = new Map(
  SUITE_NAMES.trim()
    .split('\n')
    .map((line) => {
      const [number = '', short = ''] = line.split(' ');
      const id = Number.parseInt(number, 16);
      return [id, describe(id, short)] as const;
    }),
);

const all = [...SUITES.keys()];
export const MODERN_SUITES: readonly number[] = all.filter((id) => id >> 8 === 0x13);
/** The strong and common ones stand first: servers that look at the first few only find them. */
export const LEGACY_SUITES: readonly number[] = all
  .filter((id) => id >> 8 !== 0x13)
  .toSorted((a, b) => weight(a) - weight(b) || a - b);

function weight(id: number): number {
  const suite = SUITES.get(id);
  return (suite?.flaws.length ?? 9) + (/PSK|KRB5|SRP|ARIA|CAMELLIA/.test(suite?.name ?? '') ? 5 : 0);
}

/** Its keys are agreed on by Diffie-Hellman in a finite field, with a prime of the server's choice. */
export const isFiniteField = (id: number): boolean => /^TLS_DHE?_/.test(SUITES.get(id)?.name ?? '');
