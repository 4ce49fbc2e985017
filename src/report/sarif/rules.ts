import type { Finding } from '../../model/finding.ts';
import type { CheckResult } from '../../model/review.ts';
import type { Severity } from '../../model/severity.ts';
import { markdownText } from '../escape/markdown.ts';
import { prose, proseLines } from '../markdown/prose.ts';
import type { SarifLimits } from './limits.ts';

/** GitHub reads over 9 as critical, from 7 high, from 4 medium, below low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  blocker: '9.5',
  high: '8.0',
  medium: '5.0',
  low: '2.0',
  info: '0.5',
};

const PRECISION: Readonly<Record<Finding['proof']['kind'], string>> = {
  exchange: 'very-high',
  record: 'very-high',
  git: 'high',
  code: 'high',
  file: 'high',
  absence: 'medium',
};

const tags = ({ stage, bar, references }: Finding, limits: SarifLimits): readonly string[] => {
  const weaknesses = references.flatMap((reference) => {
    const number = /^CWE-(\d+)$/.exec(reference)?.[1];
    return number === undefined ? [] : [`external/cwe/cwe-${number.padStart(3, '0')}`];
  });
  return ['security', stage, ...weaknesses, ...bar].slice(0, limits.tagsPerRule);
};

const helpMarkdown = ({ why, fix, references }: Finding): string =>
  [
    proseLines(why),
    '**Fix**',
    fix.steps.map((step, index) => `${index + 1}. ${prose(step)}`).join('\n'),
    ...(references.length > 0 ? [`References: ${references.map(markdownText).join(', ')}`] : []),
  ].join('\n\n');

const rule = (finding: Finding, check: CheckResult | undefined, limits: SarifLimits): object => ({
  id: finding.check,
  name: finding.check.replace(/(?:^|[^a-z0-9]+)([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: check?.title ?? finding.title },
  fullDescription: { text: finding.why },
  help: { text: [finding.why, ...finding.fix.steps].join('\n'), markdown: helpMarkdown(finding) },
  defaultConfiguration: { level: finding.mustFix ? 'error' : 'warning' },
  properties: {
    tags: tags(finding, limits),
    precision: PRECISION[finding.proof.kind],
    'security-severity': SECURITY_SEVERITY[finding.severity],
    'problem.severity': finding.mustFix ? 'error' : finding.severity === 'info' ? 'recommendation' : 'warning',
  },
});

/** One rule a check that found something, by its best ranked finding. */
export const rules = (
  findings: readonly Finding[],
  checks: readonly CheckResult[],
  limits: SarifLimits,
): readonly object[] => {
  const byId = new Map(checks.map((check) => [check.id, check]));
  return [...Map.groupBy(findings, (finding) => finding.check)].flatMap(([id, [first]]) =>
    first === undefined ? [] : [rule(first, byId.get(id), limits)],
  );
};
