import type { MailDomain } from '../../model/evidence/mail.ts';
import { dmarcName, dmarcPlan, type DmarcStage } from '../../model/judge/mail/dmarc-plan.ts';
import { stsFile } from '../../model/judge/mail/sts-file.ts';
import { mailZone, type ZoneGroup } from '../../model/judge/mail/zone.ts';
import type { Review } from '../../model/review.ts';
import { zoneText } from '../../model/judge/mail/zone-text.ts';

/** What `launch-ready mail <domain>` says, as its JSON has it. */
export interface MailReport {
  /** ISO 8601, UTC. */
  at: string;
  domains: readonly DomainReport[];
  right: readonly string[];
  wrong: Review['findings'];
  open: Review['unproven'];
  /** Against the last run for the same domains; null on a first one. */
  since: { at: string; fixed: readonly string[]; records: readonly RecordChange[] } | null;
}

export interface DomainReport {
  domain: string;
  groups: readonly ZoneGroup[];
  /** The same as a part of a zone file. */
  zone: string;
  dmarc: { name: string; stages: readonly (DmarcStage & { date: string })[] };
  /** The file of MTA-STS, as it may be published. */
  stsFile: string | null;
}

export interface RecordChange {
  record: string;
  before: string | null;
  now: string | null;
}

const DAY = 86_400_000;

/** Draws the report of a run together. `before`: records as they stood at the last run, by name and type. */
export const mailReport = (
  domains: readonly MailDomain[],
  review: Review,
  before: { at: string; records: Readonly<Record<string, string>> } | null,
): MailReport => ({
  at: review.startedAt,
  domains: domains.map((domain) => domainReport(domain, review.startedAt)),
  right: review.checks.filter(({ outcome }) => outcome === 'pass').map(({ title }) => title),
  wrong: review.findings.filter(({ state }) => state !== 'waived'),
  open: review.unproven.filter(({ check }) => check.startsWith('edge/')),
  since:
    before === null
      ? null
      : {
          at: before.at,
          fixed: review.diff?.fixed.map(({ title }) => title) ?? [],
          records: changesOf(before.records, recordsSeen(domains)),
        },
});

const domainReport = (domain: MailDomain, at: string): DomainReport => {
  const groups = mailZone(domain);
  const dated = (day: number): string => new Date(Date.parse(at) + day * DAY).toISOString().slice(0, 10);
  return {
    domain: domain.domain,
    groups,
    zone: zoneText(groups),
    dmarc: {
      name: dmarcName(domain),
      stages: dmarcPlan(domain).map((stage) => ({ ...stage, date: dated(stage.day) })),
    },
    stsFile: domain.mtaSts.state === 'none' ? stsFile(domain) : null,
  };
};

/** The records of a domain's mail as they stand, by name and type. */
export const recordsSeen = (domains: readonly MailDomain[]): Record<string, string> =>
  Object.fromEntries(
    domains.flatMap((one) => [
      ...seen(`${one.domain} TXT`, [one.spf.text, ...(one.spf.others ?? [])]),
      ...seen(`${one.domain} MX`, [
        one.mx.state === 'null'
          ? '0 .'
          : one.mx.hosts.map(({ name, preference }) => `${preference} ${name}`).join(', '),
      ]),
      ...one.dmarc.steps.flatMap(({ domain, text }) => seen(`_dmarc.${domain} TXT`, [text])),
      ...one.dkim.flatMap(({ name, state, bits, algorithm }) =>
        state === 'none' || state === 'error'
          ? []
          : seen(`${name} TXT`, [state === 'key' ? `a key, ${algorithm} ${bits}` : state]),
      ),
      ...one.senders.flatMap(({ records = [] }) =>
        records.flatMap((record) =>
          record.for === 'dkim' ? [] : seen(`${record.name} ${record.type}`, [record.found]),
        ),
      ),
      ...seen(`_mta-sts.${one.domain} TXT`, [one.mtaSts.record]),
      ...seen(`_smtp._tls.${one.domain} TXT`, [one.tlsReporting.record]),
      ...seen(`default._bimi.${one.domain} TXT`, [one.bimi.record]),
    ]),
  );

const seen = (key: string, values: readonly (string | undefined)[]): [string, string][] => {
  const text = values.filter((one) => one !== undefined && one !== '').join(' | ');
  return text === '' ? [] : [[key, text.slice(0, 2_000)]];
};

const changesOf = (before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): RecordChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((record) => before[record] !== now[record])
    .toSorted()
    .map((record) => ({ record, before: before[record] ?? null, now: now[record] ?? null }));
