import type { Hit } from '../detect/hit.ts';
import { encodedForms } from '../detect/encodings.ts';
import { NEAR } from '../detect/near.ts';
import { assignedName } from './assignment.ts';
import type { Finder } from './finder.ts';

/** A secret value of the user's own env files, with what is known of it. Never leaves the process. */
export interface ExactValue {
  value: string;
  name: string;
  /** Env file that holds it, relative to the root. */
  source: string;
  known: Omit<Hit, 'start' | 'end' | 'value' | 'name' | 'via' | 'rank'>;
}

const ANCHOR_LENGTH = 24;

/** Looks for one known value, plain and encoded: full recall for one's own secrets, next to no false alarms. */
export const exactValueFinder = (exact: ExactValue): Finder => {
  const forms = encodedForms(exact.value);
  return {
    anchors: forms.map((form) => form.text.slice(0, ANCHOR_LENGTH)),
    find(text, start, _end, anchor, emit) {
      const form = forms[anchor];
      if (form === undefined) return;
      const end = start + form.text.length;
      text.lookedFar ||= form.text.length > NEAR.after;
      if (text.slice(start, end) !== form.text) return;
      const name = assignedName(text, start) ?? exact.name;
      emit({
        ...exact.known,
        confidence: 'certain',
        without: exact.known.confidence,
        start,
        end,
        value: exact.value,
        name,
        via: [...(form.via === null ? [] : [form.via]), 'exact value'],
        rank: 3,
      });
    },
  };
};
