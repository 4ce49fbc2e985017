import { connect as connectTcp, isIP } from 'node:net';
import { connect, rootCertificates, type TLSSocket } from 'node:tls';
import type { Place } from '../../../net/dns/exchange.ts';

export interface Shaken {
  /** Certificates as they were sent, DER, the leaf first; read off the handshake where the version lets one. */
  leaf: Buffer;
  /** Why Node would not trust it; undefined where it would. Dates and names are judged elsewhere. */
  problem?: string;
}

/** What is no matter of trust in whom it is from. */
const OTHERWISE = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID']);

/** Agrees on a connection as a browser would, and hangs up. `null`: none comes about. Never rejects. */
export const shakeHands = (place: Place, host: string, ca: readonly string[], ms: number): Promise<Shaken | null> =>
  new Promise((resolve) => {
    const raw = connectTcp({ host: place.address, port: place.port, noDelay: true });
    let socket: TLSSocket | undefined;
    const end = (result: Shaken | null): void => {
      clearTimeout(timer);
      socket?.destroy();
      raw.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => end(null), ms);
    raw.on('error', () => end(null));
    raw.once('connect', () => {
      socket = connect({
        socket: raw,
        rejectUnauthorized: false,
        // What is trusted is judged; what is spoken is judged elsewhere.
        minVersion: 'TLSv1',
        ciphers: 'DEFAULT:@SECLEVEL=0',
        ca: [...rootCertificates, ...ca],
        ...(isIP(host) === 0 ? { servername: host } : {}),
        checkServerIdentity: () => undefined,
      });
      socket.on('error', () => end(null));
      socket.once('secureConnect', () => {
        const { raw: leaf } = socket?.getPeerCertificate() ?? {};
        if (leaf === undefined) return end(null);
        const code = socket?.authorizationError as unknown as string | undefined;
        end({ leaf, ...(code == null || OTHERWISE.has(code) ? {} : { problem: code }) });
      });
    });
  });
