import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';

/** Protocol versions by their number on the wire. */
export const VERSIONS = {
  'SSL 3.0': 0x0300,
  'TLS 1.0': 0x0301,
  'TLS 1.1': 0x0302,
  'TLS 1.2': 0x0303,
  'TLS 1.3': 0x0304,
} as const;
export type VersionName = keyof typeof VERSIONS;

/** Named groups, IANA's TLS registry. */
export const GROUPS = {
  X25519MLKEM768: 0x11ec,
  SecP256r1MLKEM768: 0x11eb,
  SecP384r1MLKEM1024: 0x11ed,
  X25519: 0x001d,
  X448: 0x001e,
  'P-256': 0x0017,
  'P-384': 0x0018,
  'P-521': 0x0019,
  ffdhe2048: 0x0100,
  ffdhe3072: 0x0101,
  ffdhe4096: 0x0102,
  ffdhe6144: 0x0103,
  ffdhe8192: 0x0104,
  brainpoolP256r1: 0x001a,
  secp256k1: 0x0016,
} as const;
export type GroupName = keyof typeof GROUPS;

export const FALLBACK_SCSV = 0x5600;
const RENEGOTIATION_SCSV = 0x00ff;

/** RFC 8446 4.2.3, and what older servers sign with. */
const SIGNATURES = [
  0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0807, 0x0808, 0x0401, 0x0501, 0x0601,
  0x0301, 0x0303, 0x0203, 0x0201, 0x0202, 0x0402,
];

export interface HelloOptions {
  version: VersionName;
  suites: readonly number[];
  /** For SNI; addresses are not named there (RFC 6066 3). */
  host?: string;
  groups?: readonly number[];
  alpn?: readonly string[];
  /** Offer DEFLATE, which nobody must take. */
  compression?: boolean;
}

const u8 = (value: number): Buffer => Buffer.from([value]);
const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const vector = (bytes: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(bytes);
  head.writeUIntBE(body.length, 0, bytes);
  return Buffer.concat([head, body]);
};
const extension = (type: number, ...body: readonly Buffer[]): Buffer => Buffer.concat([u16(type), vector(2, ...body)]);

const USUAL_GROUPS: readonly number[] = [
  GROUPS.X25519,
  GROUPS['P-256'],
  GROUPS['P-384'],
  GROUPS['P-521'],
  GROUPS.X448,
  GROUPS.ffdhe2048,
  GROUPS.ffdhe3072,
  GROUPS.ffdhe4096,
  GROUPS.secp256k1,
  GROUPS.brainpoolP256r1,
];

/** The bytes of a ClientHello. In TLS 1.3 no key is shared: the server names the group that it wants, and that is what is to be known. */
export const clientHello = ({
  version,
  suites,
  host,
  groups = USUAL_GROUPS,
  alpn = [],
  compression = false,
}: HelloOptions): Buffer => {
  const number = VERSIONS[version];
  const modern = version === 'TLS 1.3';
  const extensions = [
    ...(host === undefined || isIP(host) !== 0 ? [] : [extension(0, vector(2, u8(0), vector(2, Buffer.from(host))))]),
    extension(5, u8(1), u16(0), u16(0)),
    extension(10, vector(2, ...groups.map(u16))),
    extension(11, vector(1, u8(0))),
    extension(13, vector(2, ...SIGNATURES.map(u16))),
    ...(alpn.length === 0 ? [] : [extension(16, vector(2, ...alpn.map((name) => vector(1, Buffer.from(name)))))]),
    extension(18),
    extension(23),
    extension(35),
    ...(modern
      ? [extension(43, vector(1, u16(number))), extension(45, vector(1, u8(1))), extension(51, vector(2))]
      : []),
  ];
  const body = Buffer.concat([
    u16(modern ? VERSIONS['TLS 1.2'] : number),
    randomBytes(32),
    vector(1, modern ? randomBytes(32) : Buffer.alloc(0)),
    vector(2, ...suites.map(u16), ...(modern ? [] : [u16(RENEGOTIATION_SCSV)])),
    vector(1, ...(compression ? [u8(1), u8(0)] : [u8(0)])),
    // SSL 3.0 knows no extensions, and old servers of it choke on them.
    ...(version === 'SSL 3.0' ? [] : [vector(2, ...extensions)]),
  ]);
  const record = version === 'SSL 3.0' ? number : VERSIONS['TLS 1.0'];
  return Buffer.concat([u8(22), u16(record), vector(2, u8(1), vector(3, body))]);
};

/** A greeting of SSL 2.0 with its seven ciphers. */
export const ssl2Hello = (): Buffer => {
  const ciphers = Buffer.from('010080020080030080040080050080060040070 0c0'.replaceAll(' ', ''), 'hex');
  const body = Buffer.concat([u8(1), u16(2), u16(ciphers.length), u16(0), u16(16), ciphers, randomBytes(16)]);
  return Buffer.concat([u16(0x8000 | body.length), body]);
};
