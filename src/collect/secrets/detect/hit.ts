import type { Confidence, Power, Rotation, Verdict3 } from '../../../model/evidence/secrets.ts';

/** What a finder says of one place in a text. Lives only inside the process: it holds the value. */
export interface Hit {
  rule: string;
  ruleName: string;
  provider: string;
  providerName: string;
  verdict: Verdict3;
  confidence: Confidence;
  power: Power;
  testMode: boolean;
  impact: string;
  rotation: { kind: Rotation['kind']; at: string; notes?: readonly string[] };
  /** Byte offsets of the value in the text. */
  start: number;
  end: number;
  value: string;
  name?: string;
  via?: readonly string[];
  facts?: Readonly<Record<string, string>>;
  /** Where two hits overlap, the higher stays: 3 the user's own value, 2 a provider's format, 1 context, 0 generic. */
  rank: 0 | 1 | 2 | 3;
  /** How telling the place was: length of all that the rule matched around the value, and of the anchor that led to it. */
  matched?: number;
  anchor?: number;
  /** With rank 3: how sure it would be without being the user's own value. An env file says nothing new about itself. */
  without?: Confidence;
  /** Typed along the keyboard or the alphabet: hardly a real value. */
  typed?: true;
  /** Stood without quotes (`KEY=value`): counts only in files where that is an assignment. See path-role.ts. */
  bare?: true;
}

/** A hit without its place: the same in every version of a text. */
export type Found = Omit<Hit, 'start' | 'end'>;
