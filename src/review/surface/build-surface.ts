import type { WebChain } from '../../model/evidence/edge/web.ts';
import type { EdgeHosts } from '../../model/evidence/edge/hosts.ts';
import type { Evidence, EvidenceKey, EvidenceMap } from '../../model/evidence/map.ts';
import type { Finding } from '../../model/finding.ts';
import type { ReviewSurface, SurfaceDomain, SurfaceHost } from '../../model/surface.ts';
import { recordsOf } from './records.ts';
import { gradeTls } from './tls-grade.ts';

const MOST_HOSTS = 80;
const MOST_NAMES = 12;

const valueOf = <K extends EvidenceKey>(evidence: Evidence, key: K): EvidenceMap[K] | undefined => {
  const fact = evidence[key];
  return fact?.ok === true ? fact.value : undefined;
};

/** The map of the public surface; undefined where none was looked at. */
export const surfaceOf = (evidence: Evidence, findings: readonly Finding[]): ReviewSurface | undefined => {
  const hosts = valueOf(evidence, 'edge.hosts');
  if (hosts === undefined) return undefined;
  const alive = hosts.hosts.filter(({ outcome, from }) => outcome === 'found' || from.some(({ by }) => by !== 'usual'));
  return {
    domains: hosts.domains.map((domain) => domainOf(domain, hosts, evidence, findings)),
    hosts: alive.slice(0, MOST_HOSTS).map((host) => hostOf(host, evidence, findings)),
    left: Math.max(0, alive.length - MOST_HOSTS),
  };
};

const domainOf = (
  domain: string,
  { hosts }: EdgeHosts,
  evidence: Evidence,
  findings: readonly Finding[],
): SurfaceDomain => {
  const zone = valueOf(evidence, 'edge.dns')?.zones.find((one) => one.domain === domain);
  const mail = valueOf(evidence, 'edge.mail')?.find((one) => one.domain === domain);
  const policy = mail?.dmarc.applied?.policy;
  const seen = valueOf(evidence, 'edge.records')?.find((one) => one.domain === domain)?.records ?? [];
  const purposes = new Map(hosts.map(({ host, purpose }) => [host, purpose]));
  return {
    domain,
    servers: (zone?.servers ?? []).map(({ name }) => name).slice(0, MOST_NAMES),
    dnssec: zone?.security.state ?? 'unknown',
    mail: (mail?.mx.state === 'hosts' ? mail.mx.hosts : []).map(({ name }) => name).slice(0, MOST_NAMES),
    senders: [...new Set((mail?.senders ?? []).filter(({ ofDomain }) => ofDomain).map(({ name }) => name))],
    ...(policy === undefined ? {} : { dmarc: policy }),
    records: recordsOf(domain, seen, findings, valueOf(evidence, 'edge.front')?.hosts ?? [], purposes),
    findings: findings
      .filter(({ where, check }) => isOfZone(check) && belongs(where.host, domain, hosts))
      .map(({ fingerprint }) => fingerprint),
  };
};

const isOfZone = (check: string): boolean => /^edge\/(?:mail|dns|caa|relied|dnssec)/.test(check);

/** At the domain itself or at a name of it that is none of its hosts, such as `_dmarc`. */
const belongs = (name: string | undefined, domain: string, hosts: EdgeHosts['hosts']): boolean =>
  name === undefined || name === domain || (name.endsWith(`.${domain}`) && !hosts.some(({ host }) => host === name));

const hostOf = (
  { host, domain, purpose, addresses }: EdgeHosts['hosts'][number],
  evidence: Evidence,
  findings: readonly Finding[],
): SurfaceHost => {
  const fronts = valueOf(evidence, 'edge.front');
  const front = fronts?.hosts.find((one) => one.host === host)?.front;
  const name = valueOf(evidence, 'edge.dns')?.names.find((one) => one.host === host);
  const web = valueOf(evidence, 'edge.web')?.hosts.find((one) => one.host === host);
  const tls = valueOf(evidence, 'edge.tls')?.find((one) => one.host === host);
  const ends = web === undefined ? undefined : (endOf(web.plain) ?? endOf(web.secure));
  return {
    host,
    domain,
    purpose,
    aliases: (name?.aliases ?? []).slice(0, MOST_NAMES),
    addresses: [...addresses.v4, ...addresses.v6].slice(0, MOST_NAMES),
    front: front == null ? null : { name: front.name, kind: front.kind },
    past: (fronts?.origins ?? [])
      .filter((one) => one.host === host && one.outcome === 'same-site')
      .map(({ address }) => address)
      .slice(0, MOST_NAMES),
    ...(ends === undefined ? {} : { ends }),
    tls: tls === undefined ? null : gradeTls(tls),
    findings: findings
      .filter(({ where }) => where.host === host || (where.url !== undefined && hostIn(where.url) === host))
      .map(({ fingerprint }) => fingerprint),
  };
};

const endOf = ({ hops, end }: WebChain): string | undefined =>
  end === 'page' ? hops.at(-1)?.url.slice(0, 500) : undefined;

const hostIn = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).hostname : undefined);
