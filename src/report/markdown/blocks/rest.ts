import type { Review } from '../../../model/review.ts';
import { arrangeFindings } from '../../arrange/findings.ts';
import { checkNames, countedChecks } from '../../arrange/check-names.ts';
import { byReason, groupUnlocks } from '../../arrange/unlocks.ts';
import { htmlText } from '../../escape/html.ts';
import { markdownCode, markdownFence, markdownText } from '../../escape/markdown.ts';
import { placeText } from '../../words/place.ts';
import { dateText, durationText, timingsOf } from '../../words/time.ts';
import { prose } from '../prose.ts';

/** Ids of those that are only counted, folded: an item of its own, since an HTML block lasts until its item ends. */
const folded = (checks: readonly string[]): readonly string[] => {
  const counted = countedChecks(checks);
  return counted.length === 0
    ? []
    : [`  - <details><summary>Which these are</summary>${counted.map(htmlText).join(', ')}</details>`];
};

const named = (checks: readonly string[]): string =>
  checkNames(checks)
    .map((name) => (name.includes(' ') ? markdownText(name) : markdownCode(name)))
    .join(', ');

/** What was not shown either way, with what settles it. */
export const unprovenBlocks = ({ unproven }: Review): readonly string[] => {
  if (unproven.length === 0) return ['## Unproven', '0: every check came to an answer.'];
  const groups = groupUnlocks(unproven).map(({ unlock, items }) => {
    const lines = byReason(items).flatMap(([reason, checks]) => [
      `- – ${named(checks)}: ${prose(reason)}`,
      ...folded(checks),
    ]);
    return [...lines, ...(unlock === '' ? [] : [`  - What settles it: ${prose(unlock)}`])].join('\n');
  });
  return ['## Unproven', groups.join('\n')];
};

export const waivedBlocks = ({ findings }: Review): readonly string[] => {
  const { waived } = arrangeFindings(findings);
  if (waived.length === 0) return [];
  const lines = waived.map(({ title, where, waiver }) => {
    const place = placeText(where);
    const by =
      waiver === undefined
        ? ''
        : `, until ${markdownText(waiver.until)} by ${markdownText(waiver.owner)}: ${prose(waiver.reason)}`;
    return `- ${markdownText(title)}${place === '' ? '' : ` (${markdownCode(place)})`}${by}`;
  });
  return ['## Waived', lines.join('\n')];
};

export const crashedBlocks = ({ checks }: Review): readonly string[] => {
  const lines = checks
    .filter((check) => check.outcome === 'crashed')
    .map((check) => `- ${markdownCode(check.id)}: ${markdownText(check.detail ?? 'no message')}`);
  return lines.length === 0
    ? []
    : ['## Crashed checks', 'A fault of launch-ready, not of your app; please report it.', lines.join('\n')];
};

export const sinceBlocks = ({ diff }: Review): readonly string[] => {
  if (diff === null) return [];
  const fixed = diff.fixed.map((item) => `- fixed: ${markdownText(item.title)}`);
  const unknown = diff.unknown.map((item) => `- no answer this time: ${markdownText(item.title)}`);
  return [
    '## Since the last run',
    `${dateText(diff.since)}: ${diff.new.length} new, ${diff.fixed.length} fixed, ${diff.open.length} still open, ${diff.unknown.length} without an answer.`,
    ...(fixed.length + unknown.length > 0 ? [[...fixed, ...unknown].join('\n')] : []),
  ];
};

export const coverageBlocks = ({ coverage, timings }: Review): readonly string[] => {
  const { steps, total } = timingsOf(timings);
  return [
    '## What was looked at',
    coverage.map((sentence) => `- ${markdownText(sentence)}`).join('\n'),
    `Time: ${[durationText(total), ...steps.map(({ name, milliseconds }) => `${markdownText(name)} ${durationText(milliseconds)}`)].join(' · ')}`,
  ];
};

export const nextBlocks = ({ next }: Review): readonly string[] => ['## Next', markdownFence(next, 'sh')];
