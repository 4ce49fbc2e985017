import type { ProbeVerdict } from '../../model/evidence/boundary.ts';
import type { Answer } from '../contract/send.ts';
import { isGood, isRefused, isSilent } from '../access/answers.ts';
import { tellingValues } from '../access/json.ts';

/** What a read that is meant for others came to. */
export interface FunctionRead {
  /** Of somebody for whom it is meant. */
  control: Answer | undefined;
  attack: Answer;
  /** Private things of others, or their addresses, in the attacker's answer. */
  secrets: number;
  /** Its neighbours, or its description, refuse this role. */
  guarded: boolean;
}

/** Pure: both answers hold the same things. */
export const isSameAnswer = (a: Answer | undefined, b: Answer | undefined): boolean => {
  if (!isGood(a) || !isGood(b) || a.json === undefined || b.json === undefined) return false;
  const own = tellingValues(a.json);
  const other = tellingValues(b.json);
  return own.size >= 3 && [...own].filter((value) => other.has(value)).length / own.size >= 0.9;
};

/** Pure. Shown by data of others, or by the answer of those for whom it is meant where a guard is known to be wanted. */
export const judgeFunctionRead = ({ control, attack, secrets, guarded }: FunctionRead): ProbeVerdict => {
  if (isSilent(attack)) return 'inconclusive';
  if (!isGood(attack)) return 'refuted';
  if (!isGood(control)) return secrets > 0 && guarded ? 'likely' : 'inconclusive';
  if (secrets > 0) return 'confirmed';
  if (!isSameAnswer(control, attack)) return 'refuted';
  return guarded ? 'confirmed' : 'likely';
};

/** Pure: what a harmless first try says: a guard stood in the way, something else, or nothing. */
export const firstTry = (answer: Answer | undefined): 'guarded' | 'open' | 'silent' | 'held' => {
  if (answer === undefined) return 'silent';
  if (!answer.ok) return answer.kind === 'refused' || answer.kind === 'stopped' ? 'held' : 'silent';
  if (isRefused(answer)) return 'guarded';
  if (isSilent(answer)) return 'silent';
  return 'open';
};
