import type { Proof } from '../../model/finding.ts';

export interface ProofParts {
  /** What was done and seen, in sentences. */
  said: string;
  /** Requests and answers, a line each; answers are indented. Empty for other proofs. */
  exchange: readonly string[];
}

/** Takes the proof of a running app apart: its first line says what happened, the others show it. */
export const proofParts = ({ kind, text }: Proof): ProofParts => {
  if (kind !== 'exchange') return { said: text, exchange: [] };
  const [said = '', ...exchange] = text.split(/\r\n|\n|\r/);
  return { said, exchange: exchange.filter((line) => line.trim() !== '') };
};
