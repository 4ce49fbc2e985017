import type { Confidence, Verdict3 } from '../../model/evidence/secrets.ts';
import { baseDetector } from './base-detector.ts';
import { mask } from './mask.ts';

export interface TextHit {
  rule: string;
  ruleName: string;
  verdict: Verdict3;
  confidence: Confidence;
  testMode: boolean;
  /** The secret itself: stays in the collector. */
  value: string;
  masked: string;
}

/** Looks through a short text, such as one env value. With a name it is read as `name=text`, so that context counts. */
export const scanText = (text: string, name?: string): TextHit[] => {
  const bytes = Buffer.from(name === undefined ? text : `${name}=${text}`, 'latin1');
  return baseDetector()
    .scan(bytes)
    .hits.map((hit) => ({
      rule: hit.rule,
      ruleName: hit.ruleName,
      verdict: hit.verdict,
      confidence: hit.confidence,
      testMode: hit.testMode,
      value: hit.value,
      masked: mask(hit.value),
    }));
};
