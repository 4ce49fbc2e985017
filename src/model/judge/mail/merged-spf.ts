import type { MailDomain, MailSender, SpfTerm } from '../../evidence/mail.ts';

/** RFC 7208 4.6.4. */
const MOST_LOOKUPS = 10;

/** The one SPF record that a domain should have, made of what stands there. */
export interface MergedSpf {
  text: string;
  /** Lookups of ten that it uses; undefined where not all of its terms were followed. */
  lookups?: number;
  added: readonly string[];
  /** Terms that were taken out, with why. */
  removed: readonly { term: string; why: string }[];
  /** It says something else than what stands there. */
  isNew: boolean;
}

/** Puts the includes that are missing before the end of the record, and takes out what breaks it. Null where there is nothing to say, or what stands there cannot be read. */
export const mergedSpf = (domain: MailDomain): MergedSpf | null => {
  const { spf, senders } = domain;
  if (spf.state !== 'read' && spf.state !== 'none' && spf.state !== 'several') return null;
  const texts = spf.text === undefined ? [] : [spf.text, ...(spf.others ?? [])];
  const wanted = senders.filter(({ ofDomain, spfAtApex, aligned }) => ofDomain && spfAtApex && aligned.spf === 'no');
  if (texts.length === 0 && wanted.length === 0) return null;
  const terms = unique(texts.flatMap((text) => text.trim().split(/\s+/).slice(1)));
  const added = wanted
    .flatMap(({ includes }) => includes.slice(0, 1).map((name) => `include:${name}`))
    .filter((term) => !terms.some((one) => one.toLowerCase() === term));
  const broken = spf.terms.filter(leadsNowhere).map(({ text }) => ({ term: text, why: 'leads to no SPF record' }));
  const costs = costsOf(spf.terms, senders, added, spf.state === 'several');
  const before = spf.terms.filter((term) => !leadsNowhere(term)).reduce((sum, { lookups }) => sum + lookups, 0);
  const idle =
    before + (costs ?? 0) > MOST_LOOKUPS
      ? spf.terms.filter(({ text }) => isIdle(text, senders)).map(({ text }) => ({ term: text, why: IDLE }))
      : [];
  const removed = [...broken, ...idle];
  const kept = terms.filter((term) => !removed.some((one) => one.term === term));
  const isEnd = (term: string): boolean => /^[-+~?]?all$/i.test(term);
  const isModifier = (term: string): boolean => /^[a-z][\w.-]*=/i.test(term);
  const ends = kept.filter(isEnd);
  const modifiers = kept.filter(isModifier);
  const end = endOf(ends, modifiers);
  const text = [
    'v=spf1',
    ...kept.filter((term) => !isEnd(term) && !isModifier(term)),
    ...added,
    ...modifiers,
    ...end,
  ].join(' ');
  const gone = spf.terms.filter((term) => removed.some((one) => one.term === term.text));
  const lookups =
    costs === undefined ? undefined : spf.terms.reduce((sum, one) => sum + one.lookups, costs) - sumOf(gone);
  return {
    text,
    ...(lookups === undefined ? {} : { lookups }),
    added,
    removed,
    isNew: texts.length !== 1 || text.toLowerCase() !== (spf.text ?? '').trim().split(/\s+/).join(' ').toLowerCase(),
  };
};

const IDLE = 'bounces of this provider go to a name of its own, so it does nothing here';

const unique = (terms: readonly string[]): string[] => [
  ...new Map(terms.map((term) => [term.toLowerCase().replace(/^\+/, ''), term])).values(),
];

const leadsNowhere = ({ mechanism, into }: SpfTerm): boolean =>
  (mechanism === 'include' || mechanism === 'redirect') && (into?.state === 'none' || into?.state === 'loop');

const sumOf = (terms: readonly SpfTerm[]): number => terms.reduce((sum, { lookups }) => sum + lookups, 0);

/** What the new includes cost; undefined where the old ones were not followed. */
const costsOf = (
  terms: readonly SpfTerm[],
  senders: readonly MailSender[],
  added: readonly string[],
  isCut: boolean,
): number | undefined => {
  if (isCut && terms.length === 0) return undefined;
  return added.reduce<number | undefined>((sum, term) => {
    const costs = senders.find(({ includes }) => `include:${includes[0] ?? ''}` === term)?.includeCosts;
    return sum === undefined || costs === undefined ? undefined : sum + costs;
  }, 0);
};

/** Whether an include is only of providers whose bounces go elsewhere. */
const isIdle = (term: string, senders: readonly MailSender[]): boolean => {
  const [, name = ''] = /^[-+~?]?include:(\S+)$/i.exec(term) ?? [];
  const users = senders.filter(({ includes }) => includes.includes(name.toLowerCase()));
  return users.length > 0 && users.every(({ spfAtApex }) => !spfAtApex);
};

/** Of several ends the milder one; none that lets everybody send. A redirect is an end of its own. */
const endOf = (ends: readonly string[], modifiers: readonly string[]): string[] => {
  if (ends.length === 0 && modifiers.some((one) => /^redirect=/i.test(one))) return [];
  return ends.length > 0 && ends.every((one) => one.startsWith('-')) ? ['-all'] : ['~all'];
};

/** The record as it is published: what an `evaluate` hands to its fix. Empty where there is nothing better than what stands there. */
export const mergedSpfText = (domain: MailDomain): string => {
  const merged = mergedSpf(domain);
  return merged === null || !merged.isNew ? '' : merged.text;
};
