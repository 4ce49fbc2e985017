import type { DmarcPolicy } from '../../../model/evidence/mail.ts';
import { isDmarc, parseDmarc, type DmarcRecord } from './record.ts';

/** Texts at a name, or null when nothing could be learnt. */
export type AskTexts = (name: string) => Promise<readonly string[] | null>;

export interface Step {
  /** Without `_dmarc.`. */
  domain: string;
  /** `several`: more than one, which are none (RFC 9989 4.10). */
  found: 'record' | 'none' | 'several' | 'error';
  record?: DmarcRecord;
}

export interface Walk {
  steps: readonly Step[];
  /** What alignment compares. */
  organizational: string;
  /** Some answer was missing: the outcome may be another. */
  isComplete: boolean;
}

/** Deeper names are cut to so many labels, so that eight questions are the most (RFC 9989 4.10). */
const MOST_LABELS = 8;

/** The names that are asked for, from a domain up to its top label. */
export const walkNames = (domain: string): string[] => {
  const labels = domain.toLowerCase().replace(/\.$/, '').split('.');
  const cut = labels.length > MOST_LABELS ? labels.slice(-(MOST_LABELS - 1)) : labels.slice(1);
  return [labels.join('.'), ...cut.map((_, index) => cut.slice(index).join('.'))];
};

/** The DNS tree walk of RFC 9989 4.10 from a domain. Questions go out side by side; the walk is judged in order. */
export const walkTree = async (domain: string, ask: AskTexts): Promise<Walk> => {
  const names = walkNames(domain);
  const all = await Promise.all(names.map((name) => stepAt(name, ask)));
  const end = all.findIndex(({ record }) => record?.psd === 'n');
  const steps = end < 0 ? all : all.slice(0, end + 1);
  return { steps, organizational: organizationalOf(steps), isComplete: steps.every(({ found }) => found !== 'error') };
};

const stepAt = async (domain: string, ask: AskTexts): Promise<Step> => {
  const texts = await ask(`_dmarc.${domain}`);
  if (texts === null) return { domain, found: 'error' };
  const records = texts.filter(isDmarc);
  const [only] = records;
  if (only === undefined) return { domain, found: 'none' };
  return records.length > 1 ? { domain, found: 'several' } : { domain, found: 'record', record: parseDmarc(only) };
};

/** RFC 9989 4.10.2: where `psd=n` says so, below the public suffix, else the highest record; the start where there is none. */
const organizationalOf = (steps: readonly Step[]): string => {
  const [start] = steps;
  const known = steps.filter(({ record }) => record !== undefined);
  const ended = known.find(({ record }) => record?.psd === 'n');
  if (ended !== undefined) return ended.domain;
  const suffix = known.find((step) => step !== start && step.record?.psd === 'y');
  if (suffix !== undefined) return steps[steps.indexOf(suffix) - 1]?.domain ?? suffix.domain;
  return known.at(-1)?.domain ?? start?.domain ?? '';
};

export interface AppliedPolicy {
  policy: DmarcPolicy;
  /** Name of the record that says so. */
  from: string;
  by: 'p' | 'sp' | 'np';
  record: DmarcRecord;
}

const LOWER: Readonly<Record<DmarcPolicy, DmarcPolicy>> = { reject: 'quarantine', quarantine: 'none', none: 'none' };

/** What receivers do with mail of a domain that fails: RFC 9989 4.10.1. `exists`: DNS has something at that name. */
export const policyFor = ({ steps, organizational }: Walk, exists: boolean): AppliedPolicy | undefined => {
  const [own] = steps;
  if (own?.record !== undefined) return applied(own.domain, 'p', own.record);
  const above =
    steps.find(({ domain, record }) => domain === organizational && record !== undefined) ??
    steps.find(({ record }) => record?.psd === 'y');
  return above?.record === undefined ? undefined : applied(above.domain, exists ? 'sp' : 'np', above.record);
};

const applied = (from: string, by: AppliedPolicy['by'], record: DmarcRecord): AppliedPolicy => ({
  policy: record.testing ? LOWER[record[by]] : record[by],
  from,
  by,
  record,
});

/** Whether what was authenticated speaks for the author: equal in strict mode, of one organization in relaxed. */
export const isAligned = (mode: 'r' | 's', author: Walk, authenticated: Walk): boolean => {
  const [a, b] = [author.steps[0]?.domain, authenticated.steps[0]?.domain];
  return a === b || (mode === 'r' && author.organizational === authenticated.organizational);
};
