import type { Review } from '../../../model/review.ts';
import { hostGroups, type HostGroup } from '../../arrange/surface.ts';
import { counted } from '../../words/count.ts';
import type { Sign } from '../../words/severity.ts';
import { gradeSum, LEVEL_SIGNS } from '../../words/tls.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';

const MOST = 10;
const FRONT = 14;
const TLS = 28;

const SIGNS: Readonly<Record<HostGroup['tone'], Sign>> = {
  stop: { shape: '✖', ascii: 'x', word: '' },
  warn: { shape: '!', ascii: '!', word: '' },
  good: { shape: '✔', ascii: '+', word: '' },
};

const frontText = ({ front }: HostGroup): string =>
  front === undefined ? 'no address' : front === null ? 'nobody' : front.name;

const tlsText = ({ hosts: [host] }: HostGroup): string => {
  const tls = host?.tls ?? null;
  return tls === null ? 'no TLS' : `TLS ${LEVEL_SIGNS[tls.level].word}, ${tls.points}`;
};

const nameOf = ({ hosts }: HostGroup): string =>
  hosts.length === 1 ? (hosts[0]?.host ?? '') : `${counted(hosts.length, 'host')}, alike and well`;

const groupLines = (paper: Paper, groups: readonly HostGroup[]): readonly string[] => {
  const room = paper.width - 6 - FRONT - TLS;
  const inkOf = { stop: paper.ink.red, warn: paper.ink.yellow, good: paper.ink.green };
  return groups.map((group) => {
    const name = paper.cutEnd(nameOf(group), room);
    return `  ${inkOf[group.tone](paper.sign(SIGNS[group.tone]))} ${name.padEnd(room)}  ${paper.cutEnd(frontText(group), FRONT - 2).padEnd(FRONT)}${paper.text(tlsText(group))}`.trimEnd();
  });
};

/** What is missing of full marks, once for all hosts that miss the same. */
const sums = (paper: Paper, groups: readonly HostGroup[]): readonly string[] => {
  const below = groups.flatMap(({ hosts: [host] }) => (host?.tls != null && host.tls.steps.length > 0 ? [host] : []));
  const same = Map.groupBy(below, ({ tls }) => (tls === null ? '' : gradeSum(tls)));
  return [...same].flatMap(([sum, hosts]) =>
    paper.hang('    ', `${hosts[0]?.host}${hosts.length > 1 ? ` and ${hosts.length - 1} more` : ''}: ${sum}`, {
      text: paper.ink.dim,
    }),
  );
};

/** Each host in a line; the picture is in the HTML report. */
export const surfaceSection = (paper: Paper, review: Review): readonly string[] => {
  const { surface } = review;
  if (surface === undefined) return [];
  return surface.domains.flatMap((domain) => {
    const groups = hostGroups(surface, review, domain.domain);
    const shown = paper.verbose ? groups : groups.slice(0, MOST);
    return [
      ...heading(paper, 'PUBLIC SURFACE', domain.domain),
      ...groupLines(paper, shown),
      ...(groups.length > shown.length ? [`    and ${groups.length - shown.length} more: --verbose`] : []),
      ...sums(paper, shown),
      ...paper.hang('  ', 'The map as a picture: --format html=report.html; as a zone: --format zone=dns.zone', {
        text: paper.ink.dim,
      }),
    ];
  });
};
