import { defineCheck } from '../../../model/check.ts';
import type { EdgeTls } from '../../../model/evidence/edge/tls.ts';
import { byCause, spoken } from '../tls-words.ts';

const faultOf = ({ certificate }: EdgeTls): string | null => {
  if (certificate === undefined) return null;
  const { key, signature = '' } = certificate;
  if (/sha-?1(?!\d)|md5/i.test(signature)) return `the certificate is signed with ${signature}`;
  if (/^rsa/.test(key.type) && key.bits < 2_048) return `the certificate’s RSA key has ${key.bits} bits`;
  if (key.type === 'ec' && key.bits < 256) return `the certificate’s key has ${key.bits} bits`;
  return null;
};

export default defineCheck({
  id: 'edge/certificate-weak',
  stage: 'edge',
  bar: ['M3'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Keys and signatures of certificates are strong', fail: 'A certificate has a weak key or signature' },
  why: 'Browsers refuse such certificates, and whoever breaks the key reads and changes what customers send.',
  references: ['CA/B Forum BR 6.1.5', 'ASVS 5.0 11.2.3', 'CWE-326'],
  needs: ['edge.tls'],
  evaluate: ({ 'edge.tls': hosts }) => {
    const seen = spoken(hosts).filter(({ certificate }) => certificate !== undefined);
    if (seen.length === 0) return 'not-applicable';
    return byCause(
      seen.flatMap((host) => {
        const what = faultOf(host);
        return what === null ? [] : [{ host, cause: `${what} ${host.certificate?.fingerprint ?? ''}`, what }];
      }),
    );
  },
  fix: ({ where }) => ({
    steps: ['Make a new key (ECDSA P-256, or RSA with 2048 bits) and let the authority issue a certificate for it.'],
    verify: `openssl s_client -connect ${where.host}:443 -servername ${where.host} </dev/null 2>/dev/null | openssl x509 -noout -text | grep -E 'Public-Key|Signature Algorithm'`,
  }),
});
