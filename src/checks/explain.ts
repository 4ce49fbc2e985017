import { BAR } from '../model/bar.ts';
import type { Check } from '../model/check.ts';
import { EFFORT_HOURS } from '../model/effort.ts';
import { STAGES } from '../model/stage.ts';

const wrap = (text: string, width: number, indent: string): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => indent + one).join('\n');
};

const stageOf = (check: Check): string => {
  const stage = STAGES.find((one) => one.id === check.stage);
  return stage === undefined ? check.stage : `${stage.number} · ${stage.title}: ${stage.goal.toLowerCase()}`;
};

const barOf = (check: Check): string =>
  check.bar.map((id) => `${id} ${BAR.find((item) => item.id === id)?.title ?? ''}`.trim()).join('; ') || 'none';

const effortOf = (check: Check): string => {
  const hours = EFFORT_HOURS[check.effort];
  return hours < 1 ? `about ${hours * 60} minutes` : `about ${hours} ${hours === 1 ? 'hour' : 'hours'}`;
};

/** What `launch-ready explain <check>` prints: plain text, at most `width` columns except for single long words. */
export const explainCheck = (check: Check, width = 80): string => {
  const row = (label: string, text: string): string => {
    const indent = ' '.repeat(12);
    return `  ${label.padEnd(10)}${wrap(text, width, indent).slice(indent.length)}`;
  };
  return [
    check.id,
    '',
    wrap(check.why, width, '  '),
    '',
    row('passes', check.title.pass),
    row('fails', check.title.fail),
    row('severity', `${check.severity}, unless a finding says otherwise`),
    row('to fix', effortOf(check)),
    row('stage', stageOf(check)),
    row('bar', barOf(check)),
    row('reads', check.needs.join(', ')),
    row('see', check.references.join(' · ') || 'nothing further'),
    '',
    `  Run it alone: npx launch-ready --only ${check.id}`,
    '',
  ].join('\n');
};
