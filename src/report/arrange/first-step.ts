import type { Review } from '../../model/review.ts';

const LONGEST = 240;
const COMMAND = /`(?:npx|npm|git|chmod) /;

/** Whole sentences as far as they go, or a first one that is cut at a word. */
const cut = (text: string): string => {
  const [line = ''] = text.split(/\r\n|\n|\r/);
  if (line.length <= LONGEST) return line;
  const sentences = line.slice(0, LONGEST).match(/^.*[.!?](?= )/)?.[0];
  if (sentences !== undefined) return sentences;
  return `${line.slice(0, line.lastIndexOf(' ', LONGEST) + 1 || LONGEST).trimEnd()}…`;
};

/** What to do before anything else, in a sentence: the worst finding's first step, or what settles the first open question. */
export const firstStep = ({ verdict, findings, unproven }: Review): string => {
  if (verdict.decision === 'GO') return 'Deploy, and watch the first hour.';
  const worst = findings.find((finding) => finding.mustFix && finding.state !== 'waived');
  // What leaves most of the bar open comes first.
  const unlocks = unproven
    .toSorted((a, b) => b.bar.length - a.bar.length)
    .map((item) => item.unlock)
    .filter((unlock) => unlock !== '');
  // A waiver only says that somebody looked; looking comes first.
  const settles = unlocks.find((unlock) => COMMAND.test(unlock)) ?? unlocks[0];
  return cut(worst?.fix.steps[0] ?? settles ?? 'Run the review again.');
};
