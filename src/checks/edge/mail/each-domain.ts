import type { Evaluation, Unproven } from '../../../model/check.ts';
import type { MailDomain } from '../../../model/evidence/mail.ts';
import type { Defect } from '../../../model/finding.ts';

/** One answer for all domains: what one of them leaves open does not hide what another shows. */
export const eachDomain = (domains: readonly MailDomain[], judge: (domain: MailDomain) => Evaluation): Evaluation => {
  const all = domains.map(judge);
  const open = all.filter((one): one is Unproven => typeof one === 'object' && 'unproven' in one);
  const defects = all.flatMap((one): readonly Defect[] =>
    one === 'not-applicable' ? [] : 'unproven' in one ? (one.defects ?? []) : one,
  );
  const [first] = open;
  if (first !== undefined) return { ...first, ...(defects.length === 0 ? {} : { defects }) };
  return all.every((one) => one === 'not-applicable') ? 'not-applicable' : defects;
};

/** What stands where no name server gave an answer. */
export const noAnswer = (what: string): Unproven => ({
  unproven: `No name server answered for ${what}`,
  unlock: 'Ask again, or name another resolver: `npx launch-ready edge <domain> --resolver 9.9.9.9`.',
});
