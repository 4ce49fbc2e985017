import { connect as connectTcp, isIP } from 'node:net';
import { connect } from 'node:tls';
import type { Place } from '../dns/exchange.ts';

/** `[15] max_early_data` of OpenSSL's serialised session (ssl/ssl_asn1.c). */
const MAX_EARLY_DATA = 0xaf;
const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** One value of DER at `at`, X.690 8.1; null where none stands whole. */
const valueAt = (der: Buffer, at: number): { tag: number; begin: number; end: number } | null => {
  const first = der[at + 1];
  // 0x80: a length that is not told, which DER has not.
  if (first === undefined || first === 0x80) return null;
  const bytes = first < 0x80 ? 0 : first & 0x7f;
  const begin = at + 2 + bytes;
  if (bytes > 4 || begin > der.length) return null;
  const length = bytes === 0 ? first : der.readUIntBE(at + 2, bytes);
  return begin + length > der.length ? null : { tag: der[at] ?? 0, begin, end: begin + length };
};

/** Some versions of Node put a line of their own in front (`node:js:tls:session:…` with the host's name). */
const LONGEST_LINE = 300;
const sessionIn = (buffer: Buffer): { begin: number; end: number } | null => {
  for (let at = buffer.indexOf(SEQUENCE); at >= 0 && at <= LONGEST_LINE; at = buffer.indexOf(SEQUENCE, at + 1)) {
    const value = valueAt(buffer, at);
    if (value?.end === buffer.length && buffer[value.begin] === INTEGER) return value;
  }
  return null;
};

/** Bytes that a resumed connection may send before the handshake ends, as a session's ticket allows them (RFC 8446 4.6.1); 0 when none. */
export const earlyDataOf = (session: Buffer): number => {
  const whole = sessionIn(session);
  if (whole === null) return 0;
  for (let part = valueAt(session, whole.begin); part !== null && part.end <= whole.end;) {
    if (part.tag === MAX_EARLY_DATA) {
      const number = valueAt(session, part.begin);
      const size = number === null ? 0 : number.end - number.begin;
      return number?.tag === INTEGER && size > 0 && size <= 6 ? session.readUIntBE(number.begin, size) : 0;
    }
    part = valueAt(session, part.end);
  }
  return 0;
};

/**
 * What the first ticket allows that a server of TLS 1.3 hands out; 0 when it hands none out before it answers. Nothing is sent early: `request` goes out
 * once the handshake is over, for servers that hand tickets out with their answer. Undefined: no connection. Never rejects.
 */
export const askEarlyData = (place: Place, host: string, request: string, ms: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const raw = connectTcp({ host: place.address, port: place.port, noDelay: true });
    const socket = connect({
      socket: raw,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.3',
      ALPNProtocols: ['http/1.1'],
      checkServerIdentity: () => undefined,
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    let begun = false;
    const end = (): void => settle(begun ? 0 : undefined);
    const settle = (result: number | undefined): void => {
      clearTimeout(timer);
      socket.destroy();
      raw.destroy();
      resolve(result);
    };
    const timer = setTimeout(end, ms);
    raw.on('error', end);
    socket
      .on('error', end)
      .once('secureConnect', () => {
        begun = true;
        socket.write(request);
      })
      .once('session', (session: Buffer) => settle(earlyDataOf(session)))
      .once('data', end)
      .once('close', end);
  });
