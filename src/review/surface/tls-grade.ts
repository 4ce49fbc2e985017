import type { EdgeTls, TlsCertificate } from '../../model/evidence/edge/tls.ts';
import { letsBrowsersIn } from '../../model/judge/browsers.ts';
import { parseHsts } from '../../model/judge/hsts.ts';
import type { TlsGrade } from '../../model/surface.ts';

type Step = TlsGrade['steps'][number];

const DAY = 24 * 3_600_000;
/** Mozilla's guideline 6.0, intermediate: the suites before TLS 1.3, and nothing besides. */
const SUITES = /^TLS_ECDHE_(?:ECDSA|RSA)_WITH_(?:AES_128_GCM_SHA256|AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256)$/;
/** The same: days that a certificate may live, and seconds of Strict-Transport-Security. */
const LONGEST_LIFE = 366;
/** Modern: ECDSA, and no longer than this. */
const MODERN_LIFE = 90;
const HSTS_SECONDS = 63_072_000;

const VERSIONS: Readonly<Record<string, number>> = {
  'SSL 2.0': 60,
  'SSL 3.0': 60,
  'TLS 1.0': 20,
  'TLS 1.1': 10,
};

/** From 100 down: each thing that Mozilla's intermediate configuration does not have, with its reason. Null where no TLS is spoken. */
export const gradeTls = (host: EdgeTls): TlsGrade | null => {
  if (host.outcome !== 'spoken') return null;
  const { certificate, versions } = host;
  const about = {
    versions: versionText(versions.map(({ version }) => version)),
    ...(certificate === undefined ? {} : { until: certificate.notAfter.slice(0, 10) }),
  };
  const untrusted = !letsBrowsersIn(host)
    ? 'no browser of today speaks what it speaks'
    : certificate === undefined
      ? undefined
      : distrust(host, certificate);
  if (untrusted !== undefined) return { level: 'broken', points: 0, steps: [{ takes: 100, why: untrusted }], ...about };
  const steps = [
    ...versionSteps(host),
    ...suiteSteps(host),
    ...(certificate === undefined ? [] : certificateSteps(host, certificate)),
    ...protocolSteps(host),
    ...hstsSteps(host),
  ];
  const points = Math.max(0, 100 - steps.reduce((sum, { takes }) => sum + takes, 0));
  const isModern =
    versions.every(({ version }) => version === 'TLS 1.3') &&
    certificate?.key.type === 'ec' &&
    lifeOf(certificate) <= MODERN_LIFE + 1;
  return { level: steps.length > 0 ? 'below' : isModern ? 'modern' : 'intermediate', points, steps, ...about };
};

const distrust = ({ problem }: EdgeTls, { left, begun, matches }: TlsCertificate): string | undefined => {
  if (left <= 0) return 'the certificate has ended';
  if (!begun) return 'the certificate has not begun';
  if (!matches) return 'the certificate is for another name';
  return problem === undefined ? undefined : 'browsers do not trust the certificate';
};

const versionSteps = ({ versions }: EdgeTls): Step[] => [
  ...versions.flatMap(({ version }) => {
    const takes = VERSIONS[version];
    return takes === undefined ? [] : [{ takes, why: `${version} is spoken` }];
  }),
  ...(versions.some(({ version }) => version === 'TLS 1.3') ? [] : [{ takes: 10, why: 'TLS 1.3 is not spoken' }]),
];

const SUITE_FLAWS: readonly (readonly [flaw: string, takes: number, why: string])[] = [
  ['none', 60, 'suites that encrypt nothing'],
  ['anonymous', 60, 'suites without a certificate'],
  ['export', 60, 'export suites'],
  ['broken', 60, 'RC4, RC2 or DES'],
  ['short-block', 15, '3DES or IDEA'],
  ['no-forward-secrecy', 10, 'suites without forward secrecy'],
  ['cbc', 5, 'CBC suites'],
];

const suiteSteps = ({ versions, dhBits }: EdgeTls): Step[] => {
  const suites = versions.flatMap((one) => (one.version === 'TLS 1.3' ? [] : one.suites));
  const flaws = SUITE_FLAWS.flatMap(([flaw, takes, why]) =>
    suites.some((suite) => suite.flaws.includes(flaw)) ? [{ takes, why }] : [],
  );
  const isOther = flaws.length === 0 && suites.some(({ name }) => !SUITES.test(name));
  return [
    ...flaws,
    ...(dhBits !== undefined && dhBits < 2_048 ? [{ takes: 30, why: `Diffie-Hellman with ${dhBits} bits` }] : []),
    ...(isOther ? [{ takes: 3, why: 'suites beside the six of the guideline' }] : []),
  ];
};

/** Days from the first to the last. */
const lifeOf = ({ notBefore, notAfter }: Pick<TlsCertificate, 'notBefore' | 'notAfter'>): number =>
  (Date.parse(notAfter) - Date.parse(notBefore)) / DAY;

const certificateSteps = ({ stapled }: EdgeTls, { key, signature, mustStaple, ...dates }: TlsCertificate): Step[] => {
  const life = lifeOf(dates);
  return [
    ...(key.type === 'rsa' && key.bits < 2_048 ? [{ takes: 40, why: `an RSA key of ${key.bits} bits` }] : []),
    ...(/sha1|md5/i.test(signature ?? '') ? [{ takes: 60, why: `signed with ${signature}` }] : []),
    ...(life > LONGEST_LIFE + 1
      ? [{ takes: 5, why: `a certificate for ${Math.round(life)} days, more than ${LONGEST_LIFE}` }]
      : []),
    ...(mustStaple && !stapled
      ? [{ takes: 20, why: 'the certificate demands a stapled answer and none is sent' }]
      : []),
  ];
};

const protocolSteps = ({ compression, secureRenegotiation }: EdgeTls): Step[] => [
  ...(compression ? [{ takes: 20, why: 'TLS compression (CRIME)' }] : []),
  ...(secureRenegotiation === false ? [{ takes: 20, why: 'renegotiation without RFC 5746' }] : []),
];

const hstsSteps = ({ hsts }: EdgeTls): Step[] => {
  if (hsts === null) return [];
  const read = parseHsts(hsts[0] ?? '');
  if (read === undefined || read.maxAge === 0) return [{ takes: 10, why: 'no Strict-Transport-Security' }];
  return read.maxAge < HSTS_SECONDS
    ? [{ takes: 5, why: `Strict-Transport-Security for ${Math.round(read.maxAge / 86_400)} days, less than 730` }]
    : [];
};

/** `TLS 1.2 and 1.3`. */
const versionText = (versions: readonly string[]): string =>
  versions
    .map((version, index) =>
      index > 0 && version.startsWith('TLS ') && versions[index - 1]?.startsWith('TLS ') ? version.slice(4) : version,
    )
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
