import type * as Tls from '../../model/evidence/edge/tls.ts';
import { flag, list, members, number, oneOf, orNull, text, type Shape } from '../shape.ts';

const word = text(200);
const name = text(1_000);

const certificate = members<Tls.TlsCertificate>(
  {
    subject: name,
    issuer: name,
    names: list(name, 1_000),
    matches: flag,
    notBefore: word,
    notAfter: word,
    left: number,
    daysLeft: number,
    begun: flag,
    key: members<Tls.TlsCertificate['key']>({ type: word, bits: number }),
    mustStaple: flag,
    fingerprint: word,
  },
  { signature: word },
);

/** Of `edge.tls`. */
export const edgeTls: Shape = list(
  members<Tls.EdgeTls>(
    {
      host: name,
      purpose: word,
      at: word,
      outcome: oneOf('spoken', 'silent', 'refused', 'hanging', 'inside'),
      plain: flag,
      versions: list(
        members<Tls.TlsVersion>({
          version: word,
          suites: list(members<Tls.TlsVersion['suites'][number]>({ name: word, flaws: list(word, 20) }), 500),
        }),
        10,
      ),
      unsettled: list(word, 10),
      groups: list(word, 50),
      alpn: list(word, 50),
      compression: flag,
      stapled: flag,
      sent: number,
      hsts: orNull(list(name, 20)),
      plainHsts: list(name, 20),
    },
    { dhBits: number, earlyData: number, secureRenegotiation: flag, certificate, problem: word },
  ),
);
