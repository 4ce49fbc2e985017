import type { EdgeTls } from '../../model/evidence/edge/tls.ts';
import { parseHsts } from '../../model/judge/hsts.ts';
import type { Defect } from '../../model/finding.ts';
import type { Severity } from '../../model/severity.ts';
import { plural, printable } from '../secrets/leak/text.ts';

const ORDER = ['apex', 'www', 'app', 'api', 'admin'];
const rank = ({ purpose }: EdgeTls): number => (ORDER.includes(purpose) ? ORDER.indexOf(purpose) : ORDER.length);

/** What is wrong with one host. */
export interface Fault {
  host: EdgeTls;
  /** Hosts with the same cause are one finding. */
  cause: string;
  /** In words, after the host: `speaks SSL 3.0`. */
  what: string;
  severity?: Severity;
}

/** One defect a cause, the most important host first. `title` begins with the host. */
export const byCause = (faults: readonly Fault[]): Defect[] =>
  [...Map.groupBy(faults, ({ cause }) => cause).entries()].map(([cause, same]) => {
    const sorted = same.toSorted((a, b) => rank(a.host) - rank(b.host));
    const first = sorted[0]!;
    const more = sorted.length === 1 ? '' : ` and ${plural(sorted.length - 1, 'more host')}`;
    return {
      key: cause,
      title: `${printable(first.host.host)}${more}: ${first.what}`,
      ...(first.severity === undefined ? {} : { severity: first.severity }),
      where: { host: first.host.host },
      proof: {
        kind: 'record' as const,
        text: sorted
          .slice(0, 8)
          .map(({ host, what }) => `${printable(host.host)} (${printable(host.at)}): ${what}`)
          .join('\n'),
      },
    };
  });

export const spoken = (hosts: readonly EdgeTls[]): EdgeTls[] => hosts.filter(({ outcome }) => outcome === 'spoken');

/** A certificate that browsers take, and what is wrong with it otherwise. */
export const certificateFault = ({
  certificate,
  problem,
}: Pick<EdgeTls, 'certificate' | 'problem'>): { cause: string; what: string } | null => {
  if (certificate === undefined) return null;
  const { left, notAfter, notBefore, begun, matches, names, issuer, fingerprint } = certificate;
  if (left <= 0) return { cause: `ended ${fingerprint}`, what: `the certificate ended on ${notAfter.slice(0, 10)}` };
  if (!begun) return { cause: `early ${fingerprint}`, what: `the certificate begins on ${notBefore.slice(0, 10)}` };
  if (!matches)
    return {
      cause: `name ${fingerprint}`,
      what: `the certificate is for ${names.slice(0, 5).map(printable).join(', ') || 'no name'}`,
    };
  if (problem === undefined) return null;
  return {
    cause: `${problem} ${fingerprint}`,
    what: PROBLEMS[problem] ?? `browsers do not trust the certificate of ${printable(issuer)} (${printable(problem)})`,
  };
};

const PROBLEMS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is of an authority that browsers do not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of the authority in between is not sent',
  UNABLE_TO_GET_ISSUER_CERT: 'the certificate of the authority in between is not sent',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate of the authority in between is not sent',
};

/** Hosts whose Strict-Transport-Security speaks for all below them. */
export const promises = (hosts: readonly EdgeTls[]): EdgeTls[] =>
  spoken(hosts).filter((host) => {
    const read = parseHsts(host.hsts?.[0] ?? '');
    return read !== undefined && read.subdomains && read.maxAge > 0 && certificateFault(host) === null;
  });

/** Hosts that people reach over plain HTTP alone, and whose parent's promise keeps browsers from doing so. */
export const shutOut = (hosts: readonly EdgeTls[]): { host: EdgeTls; one: EdgeTls }[] =>
  promises(hosts).flatMap((host) =>
    hosts
      .filter(
        (one) =>
          one.host.endsWith(`.${host.host}`) && one.plain && (one.outcome === 'silent' || one.outcome === 'refused'),
      )
      .map((one) => ({ host, one })),
  );
