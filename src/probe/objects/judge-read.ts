import type { ProbeVerdict } from '../../model/evidence/boundary.ts';
import type { Answer } from '../contract/send.ts';
import { isGood, isSilent, told } from '../access/answers.ts';
import { sameJson, tellingValues } from '../access/json.ts';

/** What a read of somebody else's object looked like. */
export interface ReadSeen {
  control: Answer;
  attack: Answer;
  missing?: Answer | undefined;
  /** Private canaries of the owner that the owner's own answer holds, and those of them that the attacker saw. */
  planted: readonly string[];
  read: readonly string[];
  /** Canaries in the answer for an object that does not exist. */
  inMissing: readonly string[];
  /** The app itself shows the object to its owner in a list, and does not to the attacker in the same list. */
  scoped: boolean;
  /** It is a deal's (a cart, an order, an address), and the answer names the owner as the one whose it is. */
  named: boolean;
  /** What it is called belongs to few people: an order, a message, a payout. */
  privateThing: boolean;
  /** Anybody reads it, by what its description or its kind says. */
  showcase: boolean;
  /** Nobody gets the same without any login, by an id that cannot be guessed, and nothing says that a login is needed. */
  capability: boolean;
}

export interface Judged {
  verdict: ProbeVerdict;
  said: string;
}

/** Enough of the owner's values stand in the other answer for it to be the same object. */
export const isTwin = (control: Answer, attack: Answer): boolean => {
  if (!isGood(control) || !isGood(attack)) return false;
  if (control.json === undefined || attack.json === undefined)
    return control.text.length > 200 && control.text === attack.text;
  const own = tellingValues(control.json);
  if (own.size < 3) return false;
  const other = tellingValues(attack.json);
  const same = [...own].filter((value) => other.has(value)).length;
  return same / own.size >= 0.9;
};

/** Pure. Confirmed only with the owner's control, another answer for what does not exist, and private data seen. */
export const judgeRead = (seen: ReadSeen): Judged => {
  const { control, attack, missing } = seen;
  if (!isGood(control)) return { verdict: 'inconclusive', said: `the owner’s own request ${told(control)}` };
  if (isSilent(attack)) return { verdict: 'inconclusive', said: `the attempt ${told(attack)}` };
  if (!isGood(attack)) return { verdict: 'refuted', said: `the attempt ${told(attack)}` };
  if (seen.showcase) return { verdict: 'refuted', said: 'it is shown to everybody' };
  if (seen.capability)
    return { verdict: 'refuted', said: 'its address cannot be guessed and is the key to it, by design' };
  const leaked = seen.read.filter((value) => !seen.inMissing.includes(value));
  if (leaked.length > 0)
    return { verdict: 'confirmed', said: 'what its owner had written into it privately was in the answer' };
  if (seen.planted.length > 0)
    return { verdict: 'refuted', said: 'the answer held nothing of what its owner had written into it' };
  const isSame = seen.named && isGood(attack) && sameJson(control.json, attack.json);
  if (!isSame && !isTwin(control, attack)) return { verdict: 'refuted', said: 'another answer came than the owner’s' };
  if (missing === undefined || isSilent(missing))
    return { verdict: 'inconclusive', said: 'the control with an unknown id was not answered' };
  if (
    isGood(missing) &&
    (sameJson(missing.json, isGood(attack) ? attack.json : undefined) || isTwin(control, missing))
  ) {
    return { verdict: 'refuted', said: 'an id that does not exist gets the same' };
  }
  if (seen.scoped && seen.privateThing) {
    return {
      verdict: 'confirmed',
      said: 'it is the owner’s very answer, though the app lists this object to its owner alone',
    };
  }
  if (isSame && seen.privateThing)
    return {
      verdict: 'confirmed',
      said: 'it is the owner’s very answer, which names the owner as the one whose it is',
    };
  if (seen.privateThing) return { verdict: 'likely', said: 'it is the owner’s very answer' };
  return { verdict: 'refuted', said: 'nothing private was in it' };
};

/** Bits that somebody must guess. */
export const entropyOf = (id: string): number => {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-/i.test(id)) return 74;
  if (/^\d+$/.test(id)) return 0;
  const random = /[a-z0-9_-]{16,}$/i.exec(id)?.[0] ?? '';
  const mixed = /\d/.test(random) && /[a-z]/i.test(random);
  return mixed ? Math.round(Math.min(random.length, 40) * 4) : 0;
};
