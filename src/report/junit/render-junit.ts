import type { Finding } from '../../model/finding.ts';
import type { CheckResult, Review, UnprovenItem } from '../../model/review.ts';
import { STAGES } from '../../model/stage.ts';
import { checkNames, countedChecks } from '../arrange/check-names.ts';
import { byReason, groupUnlocks } from '../arrange/unlocks.ts';
import { xmlAttribute, xmlText } from '../escape/xml.ts';
import { counted } from '../words/count.ts';
import { placeText } from '../words/place.ts';
import { SEVERITY_SIGNS } from '../words/severity.ts';
import { timingsOf } from '../words/time.ts';

type Kind = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  suite: string;
  name: string;
  classname: string;
  kind: Kind;
  message: string;
  body: string;
}

const findingText = ({ severity, title, where, proof, why, fix, fingerprint }: Finding): string =>
  [
    `${SEVERITY_SIGNS[severity].word}: ${title} (${fingerprint})`,
    `Where: ${placeText(where) || 'the repository as a whole'}`,
    `Proof: ${proof.text}`,
    `Why: ${why}`,
    ...fix.steps.map((step, index) => `Fix ${index + 1}: ${step}`),
  ].join('\n');

const waivedText = ({ title, waiver }: Finding): string =>
  waiver === undefined ? `waived: ${title}` : `waived until ${waiver.until} by ${waiver.owner}: ${waiver.reason}`;

const failed = (findings: readonly Finding[]): Pick<Case, 'kind' | 'message' | 'body'> => {
  const open = findings.filter((finding) => finding.state !== 'waived');
  const waived = findings.find((finding) => finding.state === 'waived');
  if (open.length === 0 && waived !== undefined) return { kind: 'skipped', message: waivedText(waived), body: '' };
  const now = open.filter((finding) => finding.mustFix).length;
  const message = `${counted(open.length, 'finding')}, ${now} must be fixed now`;
  return { kind: 'failure', message, body: open.map(findingText).join('\n\n') };
};

const outcome = (
  check: CheckResult,
  findings: readonly Finding[],
  unproven: readonly UnprovenItem[],
): Pick<Case, 'kind' | 'message' | 'body'> => {
  const item = unproven.find((one) => one.check === check.id);
  const reason = [item?.reason ?? check.detail ?? 'no reason given', item?.unlock ?? '']
    .filter((part) => part !== '')
    .join(' ');
  switch (check.outcome) {
    case 'pass':
      return { kind: 'passed', message: '', body: '' };
    case 'fail':
      return failed(findings);
    case 'crashed':
      return { kind: 'error', message: check.detail ?? 'crashed', body: 'A fault of launch-ready, not of your app.' };
    case 'not-applicable':
      return { kind: 'skipped', message: 'not applicable', body: '' };
    case 'unproven':
      // Defects that were shown all the same weigh more than what was not.
      return findings.some((finding) => finding.state !== 'waived')
        ? failed(findings)
        : { kind: 'skipped', message: `unproven: ${reason}`, body: '' };
  }
};

/** Checks that are unproven, show nothing and share one reason with many of their stage; each such lot is one case. */
const lots = ({ checks, findings, unproven }: Review): readonly (readonly [Case, readonly string[]])[] => {
  const showing = new Set(findings.map((finding) => finding.check));
  const silent = new Set(
    checks.filter(({ id, outcome: is }) => is === 'unproven' && !showing.has(id)).map(({ id }) => id),
  );
  return groupUnlocks(unproven.filter((item) => silent.has(item.check))).flatMap(({ unlock, items }) =>
    byReason(items).flatMap(([reason, ids]) =>
      [...Map.groupBy(countedChecks(ids), (id) => id.slice(0, id.indexOf('/')))].map(([suite, same]) => {
        const message = `unproven: ${/[.!?]$/.test(reason) ? reason : `${reason}.`} ${unlock}`.trimEnd();
        const name = checkNames(same).join(', ');
        return [{ suite, name, classname: suite, kind: 'skipped', message, body: same.join('\n') }, same] as const;
      }),
    ),
  );
};

const cases = (review: Review): readonly Case[] => {
  const { checks, findings, unproven } = review;
  const byCheck = Map.groupBy(findings, (finding) => finding.check);
  const known = new Set(checks.map((check) => check.id));
  const together = lots(review);
  const inLots = new Set(together.flatMap(([, ids]) => ids));
  return [
    ...together.map(([lot]) => lot),
    ...checks
      .filter((check) => !inLots.has(check.id))
      .map((check) => ({
        suite: check.stage,
        name: check.title,
        classname: check.id,
        ...outcome(check, byCheck.get(check.id) ?? [], unproven),
      })),
    ...unproven
      .filter((item) => !known.has(item.check))
      .map((item) => ({
        suite: 'bar',
        name: item.check,
        classname: item.check,
        kind: 'skipped' as const,
        message: `unproven: ${item.reason} ${item.unlock}`.trimEnd(),
        body: '',
      })),
  ];
};

const tally = (list: readonly Case[]): string => {
  const having = (kind: Kind): number => list.filter((one) => one.kind === kind).length;
  return `tests="${list.length}" failures="${having('failure')}" errors="${having('error')}" skipped="${having('skipped')}"`;
};

const caseXml = ({ name, classname, kind, message, body }: Case): string => {
  const head = `    <testcase name="${xmlAttribute(name)}" classname="${xmlAttribute(classname)}"`;
  if (kind === 'passed') return `${head}/>`;
  const inner = `<${kind} message="${xmlAttribute(message)}"`;
  return `${head}>\n      ${body === '' ? `${inner}/>` : `${inner}>${xmlText(body)}</${kind}>`}\n    </testcase>`;
};

/** How many checks stand behind the cases, since one case may stand for many. */
const countsXml = ({ stages }: Review, suite: string): readonly string[] => {
  const stage = stages.find(({ id }) => id === suite);
  if (stage === undefined) return [];
  const { passed, failed: broken, unproven, notApplicable } = stage;
  const properties = Object.entries({ passed, failed: broken, unproven, notApplicable }).map(
    ([name, count]) => `<property name="checks.${name}" value="${count}"/>`,
  );
  return [`    <properties>${properties.join('')}</properties>`];
};

const ORDER: readonly string[] = [...STAGES.map((stage) => stage.id), 'bar'];

/** JUnit XML: one suite a stage, one case a check (or for many that are unproven for one reason), and one skipped case for each bar item that no check proves. */
export const renderJunit = (review: Review): string => {
  const all = cases(review);
  const suites = ORDER.map((suite) => ({ suite, list: all.filter((one) => one.suite === suite) })).filter(
    ({ list }) => list.length > 0,
  );
  const seconds = (timingsOf(review.timings).total / 1000).toFixed(3);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xmlAttribute(`launch-ready ${review.verdict.decision}`)}" ${tally(all)} time="${seconds}">`,
    ...suites.flatMap(({ suite, list }) => [
      `  <testsuite name="${suite}" ${tally(list)} timestamp="${xmlAttribute(review.startedAt)}">`,
      ...countsXml(review, suite),
      ...list.map(caseXml),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
};
