import type { Review } from '../../../model/review.ts';
import type { ReviewSurface, SurfaceDomain } from '../../../model/surface.ts';
import { domainFacts, hostGroups, type HostGroup } from '../../arrange/surface.ts';
import { markdownCellCode, markdownText } from '../../escape/markdown.ts';
import { counted } from '../../words/count.ts';
import { gradeSum, LEVEL_SIGNS } from '../../words/tls.ts';
import { table } from '../table.ts';

const SIGNS = { stop: '✖', warn: '!', good: '✔' } as const;

const row = ({ hosts, tone, front, target }: HostGroup): readonly string[] => {
  const [first] = hosts;
  const tls = first?.tls ?? null;
  const name =
    hosts.length === 1 ? markdownCellCode(first?.host ?? '') : `${counted(hosts.length, 'host')}, alike and well`;
  return [
    `${SIGNS[tone]} ${name}`,
    front === undefined ? '–' : front === null ? 'nobody' : markdownText(front.name),
    markdownText(target.text),
    tls === null
      ? '–'
      : `${LEVEL_SIGNS[tls.level].shape} ${LEVEL_SIGNS[tls.level].word}: ${markdownText(gradeSum(tls))}`,
  ];
};

const domainPart = (domain: SurfaceDomain, surface: ReviewSurface, review: Review): readonly string[] => [
  `### ${markdownText(domain.domain)}`,
  table(['Host', 'In front', 'Leads to', 'TLS'], hostGroups(surface, review, domain.domain).map(row)),
  domainFacts(domain)
    .map(({ name, text }) => `- **${name}**: ${markdownText(text)}`)
    .join('\n'),
];

/** The map of the public surface in words. */
export const surfaceBlock = (review: Review): readonly string[] => {
  const { surface } = review;
  if (surface === undefined) return [];
  return [
    '## The public surface',
    ...surface.domains.flatMap((domain) => domainPart(domain, surface, review)),
    '✖ something to fix now · ! something else was found · ✔ nothing was found. Points: 100 less what Mozilla’s guideline 6.0 (intermediate) misses.',
  ];
};
