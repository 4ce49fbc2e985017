import { createHash, X509Certificate } from 'node:crypto';
import type { TlsCertificate } from '../../../model/evidence/edge/tls.ts';

const DAY = 24 * 3_600_000;
const MOST_NAMES = 200;
const MOST_TEXT = 500;
/** id-pe-tlsfeature, 1.3.6.1.5.5.7.1.24, as it is encoded (RFC 7633). */
const TLS_FEATURE = Buffer.from('2b06010505070118', 'hex');

/** Facts of a certificate (DER) for a host at a time; undefined where it cannot be read. */
export const certificateFacts = (der: Buffer, host: string, now: Date): TlsCertificate | undefined => {
  let read;
  try {
    read = new X509Certificate(der);
  } catch {
    return undefined;
  }
  const notBefore = new Date(read.validFrom);
  const notAfter = new Date(read.validTo);
  const { asymmetricKeyType = 'unknown', asymmetricKeyDetails = {} } = read.publicKey;
  const { signatureAlgorithm } = read as X509Certificate & { signatureAlgorithm?: string };
  return {
    subject: oneLine(read.subject),
    issuer: oneLine(read.issuer),
    names: namesOf(read),
    matches: read.checkHost(host) !== undefined,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    left: (notAfter.getTime() - now.getTime()) / Math.max(1, notAfter.getTime() - notBefore.getTime()),
    daysLeft: Math.floor((notAfter.getTime() - now.getTime()) / DAY),
    begun: notBefore.getTime() <= now.getTime(),
    key: {
      type: asymmetricKeyType,
      bits: asymmetricKeyDetails.modulusLength ?? curveBits(asymmetricKeyDetails.namedCurve),
    },
    ...(signatureAlgorithm === undefined ? {} : { signature: signatureAlgorithm }),
    mustStaple: der.includes(TLS_FEATURE),
    fingerprint: createHash('sha256').update(der).digest('hex'),
  };
};

const oneLine = (name: string): string => name.split('\n').join(', ').slice(0, MOST_TEXT);

/** `subjectAltName` as Node writes it: `DNS:a.example, DNS:"odd, name"`. */
const namesOf = ({ subjectAltName = '' }: X509Certificate): string[] =>
  [...subjectAltName.slice(0, 100_000).matchAll(/DNS:("(?:[^"\\]|\\.)*"|[^,]+)/g)]
    .map(([, name = '']) => name.trim().slice(0, MOST_TEXT))
    .slice(0, MOST_NAMES);

const CURVES: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp256k1: 256,
  secp224r1: 224,
  prime192v1: 192,
  secp384r1: 384,
  secp521r1: 521,
};
const curveBits = (curve: string | undefined): number => CURVES[curve ?? ''] ?? 256;
