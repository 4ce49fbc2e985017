import { defineCheck } from '../../../model/check.ts';
import type { EdgeTls } from '../../../model/evidence/edge/tls.ts';
import type { Severity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';
import { byCause, spoken } from '../tls-words.ts';

const WORDS: Readonly<Record<string, string>> = {
  none: 'without encryption',
  anonymous: 'without a certificate',
  export: 'of export strength',
  broken: 'with RC4 or DES',
  'short-block': 'with 3DES',
};
const SEVERITY: Readonly<Record<string, Severity>> = { 'short-block': 'medium' };
const ORDER = Object.keys(WORDS);

const suites = ({ versions }: EdgeTls): string[] | null => {
  const bad = versions
    .flatMap((one) => one.suites)
    .flatMap(({ name, flaws }) => flaws.filter((flaw) => flaw in WORDS).map((flaw) => ({ name, flaw })))
    .toSorted((a, b) => ORDER.indexOf(a.flaw) - ORDER.indexOf(b.flaw));
  const [worst] = bad;
  return worst === undefined ? null : [worst.flaw, [...new Set(bad.map(({ name }) => name))].slice(0, 4).join(', ')];
};

const faultOf = (host: EdgeTls): { cause: string; what: string; severity: Severity } | null => {
  const [flaw, names] = suites(host) ?? [];
  if (flaw !== undefined)
    return {
      cause: flaw,
      what: `ciphers ${WORDS[flaw]} are taken (${printable(names ?? '')})`,
      severity: SEVERITY[flaw] ?? 'high',
    };
  const { dhBits, compression, secureRenegotiation } = host;
  if (dhBits !== undefined && dhBits < 2_048)
    return {
      cause: 'dh',
      what: `Diffie-Hellman is done with ${dhBits} bits`,
      severity: dhBits <= 1_024 ? 'high' : 'medium',
    };
  if (compression) return { cause: 'compression', what: 'TLS compression is on', severity: 'medium' };
  if (secureRenegotiation === false)
    return { cause: 'renegotiation', what: 'renegotiation is not secured', severity: 'medium' };
  return null;
};

export default defineCheck({
  id: 'edge/tls-weak',
  stage: 'edge',
  bar: ['M3'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'No weak cipher or exchange is taken', fail: 'Weak ciphers are taken' },
  why: 'Who sits on the network can read or change what customers send with what such a server lets itself be talked into.',
  references: ['RFC 9325 4', 'Mozilla TLS guideline 6.0', 'CWE-327', 'RFC 5746'],
  needs: ['edge.tls'],
  evaluate: ({ 'edge.tls': hosts }) => {
    const seen = spoken(hosts);
    if (seen.length === 0) return 'not-applicable';
    return byCause(
      seen.flatMap((host) => {
        const fault = faultOf(host);
        return fault === null ? [] : [{ host, ...fault }];
      }),
    );
  },
  fix: ({ where }) => ({
    steps: [
      'Take the six suites of Mozilla’s intermediate list, and none besides.',
      'nginx: ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;',
    ],
    verify: `openssl s_client -connect ${where.host}:443 -servername ${where.host} -cipher 'RC4:3DES:NULL:EXPORT:@SECLEVEL=0' </dev/null`,
  }),
});
