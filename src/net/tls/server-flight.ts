import { isFiniteField } from './suites.ts';

/** What a server says in the clear: its hello, its chain, its key exchange. RFC 5246 7.4, RFC 8446 4.1.3. */
export interface Flight {
  /** Number on the wire, of `supported_versions` where that is given. */
  version: number;
  suite: number;
  compression: number;
  /** Group that a HelloRetryRequest or a key exchange names. */
  group?: number;
  /** A HelloRetryRequest: the group is what the server wants. */
  isRetry: boolean;
  /** Bits of a Diffie-Hellman prime. */
  dhBits?: number;
  dhPrime?: Buffer;
  alpn?: string;
  /** RFC 5746. */
  secureRenegotiation: boolean;
  /** Certificates as sent, DER, the server's own first. Nothing in TLS 1.3, where they are encrypted. */
  chain: readonly Buffer[];
  /** An OCSP answer came along. */
  stapled: boolean;
  /** Timestamps of certificate transparency came in the hello. */
  scts: boolean;
}

export interface Alert {
  level: number;
  description: number;
}

/** Reads what a server sends, as far as it is in the clear. Bytes are anybody's: sizes are bounded, nothing throws. */
export class FlightReader {
  flight: Flight | undefined;
  alert: Alert | undefined;
  /** All that comes in the clear has come. */
  done = false;
  /** It does not speak TLS. */
  garbage = false;
  #records: Buffer = Buffer.alloc(0);
  #messages: Buffer = Buffer.alloc(0);
  #size = 0;

  push(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > MOST_BYTES) return this.#end(true);
    this.#records = this.#records.length === 0 ? chunk : Buffer.concat([this.#records, chunk]);
    while (!this.done && this.#records.length >= 5) {
      const [type = 0, major = 0] = this.#records;
      if ((type & 0x80) !== 0 && this.flight === undefined) return this.#oldest();
      const length = this.#records.readUInt16BE(3);
      if (major !== 3 || type < 20 || type > 24 || length > 18_432) return this.#end(true);
      if (this.#records.length < 5 + length) return;
      const body = this.#records.subarray(5, 5 + length);
      this.#records = this.#records.subarray(5 + length);
      if (type === 21 && length >= 2) {
        this.alert = { level: body[0] ?? 0, description: body[1] ?? 0 };
        this.#end(false);
      } else if (type === 22) this.#handshake(body);
      // What comes now is encrypted.
      else this.#end(this.flight === undefined);
    }
  }

  /** SERVER-HELLO of SSL 2.0, which has records of its own (RFC 6176 forbids it): its version, and ciphers that it would take. */
  #oldest(): void {
    const bytes = this.#records;
    if (bytes[2] !== SSL2_HELLO) return this.#end(true);
    if (bytes.length < 11) return;
    if (bytes.readUInt16BE(5) !== SSL2 || bytes.readUInt16BE(9) === 0) return this.#end(true);
    const nothing = { compression: 0, isRetry: false, secureRenegotiation: false, stapled: false, scts: false };
    this.flight = { version: SSL2, suite: 0, chain: [], ...nothing };
    this.#end(false);
  }

  #end(garbage: boolean): void {
    this.done = true;
    this.garbage = garbage && this.flight === undefined;
  }

  #handshake(body: Buffer): void {
    this.#messages = Buffer.concat([this.#messages, body]);
    while (!this.done && this.#messages.length >= 4) {
      const length = this.#messages.readUIntBE(1, 3);
      if (length > MOST_BYTES) return this.#end(true);
      if (this.#messages.length < 4 + length) return;
      const [type = 0] = this.#messages;
      const message = this.#messages.subarray(4, 4 + length);
      this.#messages = this.#messages.subarray(4 + length);
      try {
        this.#message(type, new Cursor(message));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        this.#end(true);
      }
    }
  }

  #message(type: number, at: Cursor): void {
    if (type === SERVER_HELLO) {
      this.flight = helloOf(at);
      if (this.flight.version >= 0x0304) this.#end(false);
      return;
    }
    if (this.flight === undefined) return this.#end(true);
    if (type === CERTIFICATE) this.flight = { ...this.flight, chain: chainOf(at) };
    else if (type === CERTIFICATE_STATUS) this.flight = { ...this.flight, stapled: at.left > 4 };
    else if (type === KEY_EXCHANGE) this.flight = { ...this.flight, ...exchangeOf(at, this.flight.suite) };
    else if (type === HELLO_DONE) this.#end(false);
  }
}

const SSL2 = 0x0002;
const SSL2_HELLO = 4;
const SERVER_HELLO = 2;
const CERTIFICATE = 11;
const KEY_EXCHANGE = 12;
const HELLO_DONE = 14;
const CERTIFICATE_STATUS = 22;
const MOST_BYTES = 262_144;
const MOST_CERTIFICATES = 100;
/** SHA-256 of "HelloRetryRequest": the random of a hello that is none. */
const RETRY = Buffer.from('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c', 'hex');

/** Reads bytes in order; past the end is a RangeError. */
class Cursor {
  readonly #bytes: Buffer;
  #at = 0;
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }
  get left(): number {
    return this.#bytes.length - this.#at;
  }
  take(length: number): Buffer {
    if (length > this.left) throw new RangeError('past the end');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
  number(bytes: number): number {
    return this.take(bytes).readUIntBE(0, bytes);
  }
  vector(bytes: number): Buffer {
    return this.take(this.number(bytes));
  }
}

const helloOf = (at: Cursor): Flight => {
  const version = at.number(2);
  const isRetry = at.take(32).equals(RETRY);
  at.vector(1);
  const base = { suite: at.number(2), compression: at.number(1), isRetry, chain: [], stapled: false };
  const told: { version?: number; group?: number; alpn?: string } = {};
  let secureRenegotiation = false;
  let scts = false;
  const extensions = new Cursor(at.left >= 2 ? at.vector(2) : Buffer.alloc(0));
  while (extensions.left > 0) {
    const type = extensions.number(2);
    const body = new Cursor(extensions.vector(2));
    if (type === 43) told.version = body.number(2);
    else if (type === 51) told.group = body.number(2);
    else if (type === 16) told.alpn = new Cursor(body.vector(2)).vector(1).toString('latin1');
    else if (type === 0xff01) secureRenegotiation = true;
    else if (type === 18) scts = body.left > 2;
  }
  return { version, ...base, secureRenegotiation, scts, ...told };
};

const chainOf = (at: Cursor): Buffer[] => {
  const list = new Cursor(at.vector(3));
  const chain: Buffer[] = [];
  while (list.left > 0 && chain.length < MOST_CERTIFICATES) chain.push(Buffer.from(list.vector(3)));
  return chain;
};

const NAMED_CURVE = 3;

/** ECDHE names its curve; DHE sends its prime. Which one it is says the suite, but the first byte is enough: no prime is that short. */
const exchangeOf = (at: Cursor, suite: number): { group?: number; dhBits?: number; dhPrime?: Buffer } => {
  const first = at.number(1);
  if (first === NAMED_CURVE && !isFiniteField(suite)) return { group: at.number(2) };
  if (!isFiniteField(suite)) return {};
  const length = (first << 8) | at.number(1);
  const prime = Buffer.from(at.take(length));
  const lead = prime.findIndex((byte) => byte !== 0);
  const bits = lead < 0 ? 0 : (prime.length - lead) * 8 - Math.clz32(prime[lead] ?? 0) + 24;
  return { dhBits: bits, dhPrime: prime };
};
