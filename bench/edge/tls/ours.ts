import { tlsCollector } from '../../../src/collect/edge/tls/collector.ts';
import type { EdgeTls } from '../../../src/model/evidence/edge/tls.ts';
import { surveyTls, type TlsSurvey } from '../../../src/net/tls/survey-tls.ts';
import { parseHsts } from '../../../src/model/judge/hsts.ts';
import { see } from '../see.ts';
import { minute, signatureName, VERSIONS, yesNo, type Facts } from './facts.ts';
import type { Faulty } from './servers.ts';

/** What `launch-ready edge` states of it, and how long the survey takes by itself. Undefined where it sees nothing. */
export const askOurselves = async ({ host, port }: Faulty, root: string): Promise<Facts | undefined> => {
  const detour = { host, port: 443, address: '127.0.0.1', toPort: port };
  const evidence = await see([tlsCollector], [host], [detour], root);
  const edge = evidence['edge.tls']?.ok === true ? evidence['edge.tls'].value[0] : undefined;
  const begun = performance.now();
  const survey = await surveyTls({ address: '127.0.0.1', port }, { host });
  const seconds = (performance.now() - begun) / 1000;
  return edge === undefined ? undefined : { ...factsIn(edge, survey), seconds };
};

const factsIn = (edge: EdgeTls, survey: TlsSurvey): Omit<Facts, 'seconds'> => {
  const said = new Map<string, string>();
  // Of what a busy machine left open nothing is said.
  const settled = VERSIONS.filter((version) => !edge.unsettled.includes(version));
  const scopes = new Set<string>(settled.map((version) => `suite of ${version}`));
  const spoken = new Set(edge.versions.map(({ version }) => version));
  for (const version of settled) said.set(`protocol: ${version}`, yesNo(spoken.has(version)));
  for (const { version, suites } of edge.versions)
    for (const { name } of suites) said.set(`suite of ${version}: ${name}`, 'yes');
  if (spoken.has('TLS 1.3')) {
    scopes.add('group of TLS 1.3');
    const modern = survey.versions.find(({ version }) => version === 'TLS 1.3');
    for (const group of modern?.groups ?? []) said.set(`group of TLS 1.3: ${group}`, 'yes');
  }
  for (const name of ['h2', 'http/1.1']) said.set(`ALPN: ${name}`, yesNo(edge.alpn.includes(name)));
  if (edge.dhBits !== undefined) said.set('bits of Diffie-Hellman', String(edge.dhBits));
  if (edge.secureRenegotiation !== undefined) said.set('secure renegotiation', yesNo(edge.secureRenegotiation));
  said
    .set('compression', yesNo(edge.compression))
    .set('stapled', yesNo(edge.stapled))
    .set('certificates sent', String(edge.sent));
  if (survey.refusesFallback !== undefined) said.set('refuses a fallback', yesNo(survey.refusesFallback));
  const [hsts] = edge.hsts ?? [];
  said.set('HSTS', hsts === undefined ? 'none' : String(parseHsts(hsts)?.maxAge));
  for (const [fact, value] of certificateIn(edge)) said.set(fact, value);
  return { said, scopes };
};

const certificateIn = ({ certificate, problem }: EdgeTls): [string, string][] => {
  if (certificate === undefined) return [];
  const {
    signature = '',
    key,
    names,
    notBefore,
    notAfter,
    daysLeft,
    begun,
    matches,
    fingerprint,
    mustStaple,
  } = certificate;
  return [
    ['certificate: signature', signatureName(signature)],
    ['certificate: key', `${key.type} ${key.bits}`],
    ['certificate: names', names.toSorted().join(' ')],
    ['certificate: begins', minute(notBefore)],
    ['certificate: ends', minute(notAfter)],
    ['certificate: has ended', yesNo(daysLeft < 0)],
    ['certificate: signed by itself', yesNo(problem === 'DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['certificate: is for the host', yesNo(matches)],
    ['certificate: is trusted', yesNo(problem === undefined && daysLeft >= 0 && begun)],
    ['certificate: fingerprint', fingerprint],
    ['certificate: must staple', yesNo(mustStaple)],
  ];
};
