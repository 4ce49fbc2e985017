import { printable } from './printable.ts';
import type { DomainReport, MailReport } from './domain-report.ts';

const WIDTH = 80;

/** What was found out about the mail of domains, for a terminal: right, wrong, open, what changed, and what to publish. */
export const renderDomains = ({ domains, right, wrong, open, since }: MailReport): string => {
  const names = domains.map(({ domain }) => printable(domain)).join(', ');
  const head =
    wrong.length > 0 ? `✖ ${wrong.length} TO FIX` : open.length > 0 ? '– NOT ALL COULD BE SEEN' : '✔ IN ORDER';
  return [
    `${head}  mail of ${names}`,
    ...section('SINCE', since === null ? [] : changed(since)),
    ...section(
      'RIGHT',
      right.map((title) => `  ✔ ${printable(title)}`),
    ),
    ...section(
      'WRONG',
      wrong.flatMap(({ severity, title, proof, fix }) => [
        ...wrapped(`  ✖ ${severity.toUpperCase()}  `, printable(title)),
        ...proof.text.split('\n').flatMap((line) => wrapped('      ', printable(line))),
        ...fix.steps.flatMap((step) => wrapped('    → ', printable(step))),
      ]),
    ),
    ...section(
      'OPEN',
      open.flatMap(({ reason, unlock }) => [
        ...wrapped('  – ', printable(reason)),
        ...wrapped('    → ', printable(unlock)),
      ]),
    ),
    ...domains.flatMap(published),
  ].join('\n');
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

const changed = ({ at, fixed, records }: NonNullable<MailReport['since']>): string[] => [
  `  the run of ${at.slice(0, 10)}, ${at.slice(11, 16)} UTC:${fixed.length + records.length === 0 ? ' nothing has changed' : ''}`,
  ...fixed.map((title) => `  ✔ fixed: ${printable(title)}`),
  ...records.flatMap(({ record, before, now }) =>
    wrapped(
      now === null ? '  - ' : before === null ? '  + ' : '  ~ ',
      printable(
        now === null ? `${record}: gone` : before === null ? `${record}: ${now}` : `${record}: ${before} → ${now}`,
      ),
    ),
  ),
];

const published = ({ domain, zone, dmarc, stsFile }: DomainReport): string[] => [
  ...section(
    `TO PUBLISH for ${printable(domain)}`,
    zone === ''
      ? []
      : zone
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`),
  ),
  ...section(
    `DMARC, step by step: ${printable(dmarc.name)} TXT`,
    dmarc.stages.length < 2
      ? []
      : [
          ...dmarc.stages.map(({ date, record, day }) => `  ${day === 0 ? 'now       ' : date}  ${printable(record)}`),
          '  Go on only when the reports show that all of your own mail passes.',
        ],
  ),
  ...section(
    `MTA-STS, if you like: https://mta-sts.${printable(domain)}/.well-known/mta-sts.txt`,
    stsFile === null
      ? []
      : [
          ...stsFile.split('\n').map((line) => `  ${printable(line)}`),
          `  with _mta-sts.${printable(domain)} TXT "v=STSv1; id=<today, as 20261231>"; after a month without trouble mode: enforce`,
        ],
  ),
];

/** Words on lines of the terminal's width; what follows the first is set in as far. */
const wrapped = (lead: string, text: string): string[] => {
  const lines: string[] = [];
  let line = lead;
  for (const word of text.split(' ')) {
    if (line.length > lead.length && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${' '.repeat(lead.length)}${word}`;
    } else line = line.length > lead.length ? `${line} ${word}` : `${line}${word}`;
  }
  return [...lines, line];
};
