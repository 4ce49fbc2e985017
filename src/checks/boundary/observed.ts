import type { Evaluation } from '../../model/check.ts';
import { compareSeverity } from '../../model/severity.ts';
import { defectsOf, type Told } from './defects.ts';
import { doubtsOf, ofProbe, type Asked } from './doubts.ts';
import type { BoundaryEvidence } from './evidence.ts';

export type Question = Asked & Told;

const joined = (texts: readonly string[]): string => [...new Set(texts)].join('; ');

/**
 * What the observations of one probe come to. Confirmed ones are defects; likely ones too, of medium severity at most, and
 * where that is less than it would be, the answer stays open. Refused everywhere is a pass, and only when the probe ran to its
 * end with the actors it needs.
 */
export const judgeObserved = (question: Question, evidence: BoundaryEvidence): Evaluation => {
  const own = ofProbe(evidence, question);
  const shown = own.filter(({ verdict }) => verdict === 'confirmed' || verdict === 'likely');
  const defects = defectsOf(shown, evidence, question);
  const doubts = [...doubtsOf(evidence, question, own)];
  const likely = shown.filter(({ verdict }) => verdict === 'likely').length;
  if (likely > 0 && compareSeverity(question.severity, 'medium') < 0) {
    doubts.push({
      reason: `${likely} likely ${likely === 1 ? 'case was' : 'cases were'} not shown by an effect`,
      unlock: 'Look at the likely finding by hand with its curl command, and fix it or accept it with a waiver.',
    });
  }
  if (doubts.length > 0) {
    return {
      unproven: joined(doubts.map((doubt) => doubt.reason)),
      unlock: joined(doubts.map((doubt) => doubt.unlock)),
      ...(defects.length > 0 ? { defects } : {}),
    };
  }
  return own.length === 0 ? 'not-applicable' : defects;
};
