import type { CodeFrame, Finding, Fix } from '../../../model/finding.ts';
import { moreText, type FindingGroup } from '../../arrange/findings.ts';
import { proofParts } from '../../arrange/proof.ts';
import { markdownCode, markdownFence, markdownText } from '../../escape/markdown.ts';
import { effortText } from '../../words/effort.ts';
import { placeParts, placeText } from '../../words/place.ts';
import { SEVERITY_SIGNS } from '../../words/severity.ts';
import { prose, proseLines } from '../prose.ts';

const frame = ({ startLine, lines, mark }: CodeFrame): string => {
  const digits = String(startLine + lines.length - 1).length;
  const numbered = lines.map((line, index) => {
    const number = startLine + index;
    return `${number === mark ? '>' : ' '} ${String(number).padStart(digits)} | ${line.replaceAll(/[\r\n]/g, ' ')}`;
  });
  return markdownFence(numbered.join('\n'), 'text');
};

const where = (finding: Finding): string =>
  placeParts(finding.where).map(markdownCode).join(', ') || 'the repository as a whole';

const proof = ({ proof: whole }: Finding): readonly string[] => {
  const { frame: code, more = [] } = whole;
  const { said, exchange } = proofParts(whole);
  return [
    `**Proof**  \n${proseLines(said)}`,
    ...(exchange.length === 0 ? [] : [markdownFence(exchange.join('\n'), 'text')]),
    ...(code === undefined ? [] : [frame(code)]),
    ...(more.length > 0 ? [`Also in ${more.map(markdownCode).join(', ')}`] : []),
  ];
};

const fix = ({ steps, snippet, verify }: Fix): readonly string[] => [
  '**Fix**',
  steps.map((step, index) => `${index + 1}. ${prose(step)}`).join('\n'),
  ...(snippet === undefined
    ? []
    : [`In ${markdownCode(snippet.path)}:`, markdownFence(snippet.content.trimEnd(), snippet.language)]),
  ...(verify === undefined ? [] : ['Check that it worked:', markdownFence(verify, 'sh')]),
];

/** What it is and where, on one line. */
export const findingBullet = (finding: Finding): string =>
  `- ${markdownText(finding.title)}: ${markdownCode(placeText(finding.where))} (${markdownCode(finding.fingerprint)})`;

/** A finding in its five parts; `above` is the number of one before it that has the same why and fix. */
export const findingBlocks = (
  { first, others }: FindingGroup,
  ordinal: number,
  above: number | null,
): readonly string[] => {
  const sign = SEVERITY_SIGNS[first.severity];
  const about = [
    ...first.bar,
    effortText(first.effort),
    first.state,
    markdownCode(first.check),
    markdownCode(first.fingerprint),
  ];
  return [
    `#### ${ordinal}. ${sign.shape} ${sign.word}: ${markdownText(first.title)}`,
    about.join(' · '),
    `**Where** ${where(first)}`,
    ...proof(first),
    ...(above === null
      ? [`**Why** ${proseLines(first.why)}`, ...fix(first.fix)]
      : [`**Why and fix** as for ${above}.`]),
    ...(others.length === 0
      ? []
      : [
          `And ${first.where.path === undefined ? moreText({ first, others }) : `${others.length} more in ${markdownCode(first.where.path)}`}:`,
          others.map(findingBullet).join('\n'),
        ]),
  ];
};
