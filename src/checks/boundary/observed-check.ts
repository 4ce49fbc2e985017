import type { BarId } from '../../model/bar.ts';
import { defineCheck, type Check } from '../../model/check.ts';
import type { Effort } from '../../model/effort.ts';
import type { Defect, Fix } from '../../model/finding.ts';
import { printable } from '../secrets/leak/text.ts';
import { isObservedData, type ObservedData } from './defects.ts';
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
  /** Where some subjects are of another make: what mends those. */
  otherwise?: { of: (subject: string) => boolean; steps: readonly string[]; remedy?: Remedy; expect?: string };
  /** What `{it}` is called in the steps. Default: as it stands. */
  naming?: (subject: string) => string;
  /** What stands for the masked values of a request that nobody in particular sent. */
  visitor?: string;
  /** The same in the app's own framework. */
  remedy?: Remedy;
  /** What the command must answer when it is mended, as the end of "it must …". */
  expect: string;
}

/** What has to be filled in before the command works: logins, ids, and what is masked. */
const fillIn = ({ needs, curl }: ObservedData, visitor: string): string => {
  const parts = [
    ...needs.map(({ variable, what = visitor }) => (variable === 'body' ? what : `${what} in \`$${variable}\``)),
    ...(curl?.includes('****') === true ? ['your own values for ****'] : []),
  ];
  const last = parts.pop();
  return last === undefined ? '' : `, with ${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`}`;
};

const sentTo = (data: ObservedData, { expect, replay, visitor = 'a value of your own' }: ObservedWords): string =>
  `Deploy it, ${replay?.before === undefined ? '' : `${replay.before} `}and send the request below again${fillIn(data, visitor)}: it must ${expect}.`;

/** What `launch-ready tests` writes tests of: see src/probe/trials. */
const HELD = new Set([
  'object-read',
  'object-write',
  'object-delete',
  'object-action',
  'list-leak',
  'anonymous-access',
  'role-function',
  'admin-function',
  'mass-assignment',
  'webhook-unsigned',
  'webhook-signature-unchecked',
  'webhook-stale',
  'webhook-replay',
  'login-unlimited',
]);

const KEEP = 'So that it stays mended: `npx launch-ready tests` writes tests of what was tried here for your own CI.';

const fixOf = (words: ObservedWords, { data }: Defect): Fix => {
  const again = `npx launch-ready --only boundary/${words.probe}`;
  if (!isObservedData(data)) return { steps: words.steps.map((step) => step.replaceAll('{it}', 'it')), verify: again };
  const {
    steps: ways,
    remedy,
    expect,
    naming = (subject: string) => subject,
  } = data.subject !== undefined && words.otherwise?.of(data.subject) === true
    ? { ...words, remedy: undefined, ...words.otherwise }
    : words;
  const steps = ways.map((step) => step.replaceAll('{it}', () => printable(naming(data.subject))));
  const snippet = remedy === undefined ? undefined : snippetFor(remedy, data.frameworks);
  return {
    steps: [
      ...steps,
      ...(data.curl === null ? [] : [sentTo(data, { ...words, expect: expect ?? words.expect })]),
      ...(HELD.has(words.probe) ? [KEEP] : []),
    ],
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
