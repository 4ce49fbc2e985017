import { connect as connectTcp, isIP } from 'node:net';
import {
  connect,
  rootCertificates,
  type ConnectionOptions,
  type DetailedPeerCertificate,
  type TLSSocket,
} from 'node:tls';
import type { Place } from '../../../net/dns/exchange.ts';

export interface Shaken {
  /** The server's own certificate, DER. */
  leaf: Buffer;
  /** Why Node would not trust it; undefined where it would. Dates and names are judged elsewhere. */
  problem?: string;
  /** What the server chose to speak inside. */
  alpn?: string;
  /** An OCSP answer came along. */
  stapled: boolean;
}

/** What TLS 1.3 says only once a connection is agreed on. */
export interface ShakenModern {
  alpn: readonly string[];
  /** Certificates that were sent, the leaf among them. */
  sent: number;
}

/** What is no matter of trust in whom it is from. */
const OTHERWISE = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID']);

/** Agrees on a connection as a browser would, and hangs up. `null`: none comes about. Never rejects. */
export const shakeHands = async (
  place: Place,
  host: string,
  ca: readonly string[],
  ms: number,
): Promise<Shaken | null> => {
  let stapled = false;
  const options = { ca: [...rootCertificates, ...ca], ALPNProtocols: ['h2', 'http/1.1'], requestOCSP: true };
  return agreed(place, host, options, ms, (socket) => {
    socket.on('OCSPResponse', (response: Buffer | null) => {
      stapled = response !== null && response.length > 0;
    });
    return () => {
      const { raw: leaf } = socket.getPeerCertificate();
      if (leaf === undefined) return null;
      const code = socket.authorizationError as unknown as string | undefined;
      const { alpnProtocol } = socket;
      return {
        leaf,
        stapled,
        ...(alpnProtocol === null || alpnProtocol === false ? {} : { alpn: alpnProtocol }),
        ...(code == null || OTHERWISE.has(code) ? {} : { problem: code }),
      };
    };
  });
};

/** For servers of TLS 1.3 alone. With no authority at hand, Node names the certificates that came, and none of its own. */
export const shakeModern = async (
  place: Place,
  host: string,
  chosen: string | undefined,
  ms: number,
): Promise<ShakenModern> => {
  const names = chosen === 'h2' ? ['http/1.1'] : ['h2'];
  const other = await agreed(place, host, { ca: [], ALPNProtocols: names }, ms, (socket) => () => ({
    alpn: socket.alpnProtocol,
    sent: lengthOf(socket.getPeerCertificate(true)),
  }));
  const found = [chosen, other?.alpn].filter((name): name is string => typeof name === 'string');
  return { alpn: [...new Set(found)].toSorted(), sent: other?.sent ?? 1 };
};

const MOST_CERTIFICATES = 100;

const lengthOf = (leaf: DetailedPeerCertificate): number => {
  let length = 1;
  for (let at = leaf; length < MOST_CERTIFICATES; at = at.issuerCertificate, length++) {
    const { issuerCertificate: next } = at as Partial<DetailedPeerCertificate>;
    if (next === undefined || next === at) break;
  }
  return length;
};

/** `prepare` is given the socket before anything is agreed on, and returns what is read once it is. */
const agreed = <T>(
  place: Place,
  host: string,
  options: ConnectionOptions,
  ms: number,
  prepare: (socket: TLSSocket) => () => T | null,
): Promise<T | null> =>
  new Promise((resolve) => {
    const raw = connectTcp({ host: place.address, port: place.port, noDelay: true });
    let socket: TLSSocket | undefined;
    const end = (result: T | null): void => {
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
        ...(isIP(host) === 0 ? { servername: host } : {}),
        checkServerIdentity: () => undefined,
        ...options,
      });
      const read = prepare(socket);
      socket.on('error', () => end(null));
      socket.once('secureConnect', () => end(read()));
    });
  });
