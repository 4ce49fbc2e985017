import type { BarId } from '../../model/bar.ts';
import { defineCheck, type Check } from '../../model/check.ts';
import type { Effort } from '../../model/effort.ts';
import type { Defect, Fix } from '../../model/finding.ts';
import { printable } from '../secrets/leak/text.ts';
import { isObservedData } from './defects.ts';
import { NEEDS } from './evidence.ts';
import { judgeObserved, type Question } from './observed.ts';
import { snippetFor, type Remedy } from './remedies/remedy.ts';

/** The words of one check; everything else is the same for all of them. */
export interface ObservedWords extends Omit<Question, 'title'> {
  bar: readonly BarId[];
  effort: Effort;
  title: { pass: string; fail: string };
  why: string;
  references: readonly string[];
  /** `{it}` is the operation, or what else it is about. */
  steps: readonly string[];
  /** What stands for the masked values of a request that nobody in particular sent. */
  visitor?: string;
  /** The same in the app's own framework. */
  remedy?: Remedy;
  /** What the command must answer when it is mended, as the end of "it must …". */
  expect: string;
}

const ROLE = /^[\w -]{1,40}$/;

/** What has to be filled in before the command works: logins and what is masked. */
const fillIn = (curl: string, role: string, visitor: string): string => {
  const variables = [...new Set(curl.match(/\$[A-Z][A-Z0-9_]*/g))].join(' and ');
  const whose = role !== 'nobody' && ROLE.test(role) ? `the login of a ${role}` : visitor;
  return [
    ...(variables === '' ? [] : [`with ${whose} in ${variables}`]),
    ...(curl.includes('****') ? ['with your own values for ****'] : []),
  ]
    .map((part) => ` ${part}`)
    .join(' and');
};

const sentTo = (curl: string, role: string, { expect, visitor = 'a value of your own' }: ObservedWords): string =>
  `Deploy it, and send the request below again${fillIn(curl, role, visitor)}: it must ${expect}.`;

const fixOf = (words: ObservedWords, { data }: Defect): Fix => {
  const again = `npx launch-ready --only boundary/${words.probe}`;
  if (!isObservedData(data)) return { steps: words.steps.map((step) => step.replaceAll('{it}', 'it')), verify: again };
  const steps = words.steps.map((step) => step.replaceAll('{it}', () => printable(data.subject)));
  const snippet = words.remedy === undefined ? undefined : snippetFor(words.remedy, data.frameworks);
  return {
    steps: data.curl === null ? steps : [...steps, sentTo(data.curl, data.role, words)],
    ...(snippet === undefined ? {} : { snippet }),
    verify: data.curl ?? again,
  };
};

/** A check that speaks of what the probe of the same name observed. */
export const defineObservedCheck = (words: ObservedWords): Check<(typeof NEEDS)[number]> =>
  defineCheck({
    id: `boundary/${words.probe}`,
    stage: 'boundary',
    bar: words.bar,
    severity: words.severity,
    effort: words.effort,
    title: words.title,
    why: words.why,
    references: words.references,
    needs: NEEDS,
    evaluate: (evidence) => judgeObserved(words, evidence),
    fix: (defect) => fixOf(words, defect),
  });
