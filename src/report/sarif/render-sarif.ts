import { gzipSync } from 'node:zlib';
import type { Review } from '../../model/review.ts';
import { visibleLines } from '../escape/visible.ts';
import { GITHUB_LIMITS, type SarifLimits } from './limits.ts';
import { notifications } from './notifications.ts';
import { result } from './result.ts';
import { rules } from './rules.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const run = (review: Review, kept: number, limits: SarifLimits): object => {
  const findings = review.findings.slice(0, kept);
  const ruleIndex = new Map([...new Set(findings.map((finding) => finding.check))].map((id, index) => [id, index]));
  return {
    tool: {
      driver: {
        name: review.tool.name,
        version: review.tool.version,
        semanticVersion: review.tool.version,
        rules: rules(findings, review.checks, limits),
        properties: { policy: review.tool.policy },
      },
    },
    automationDetails: { id: 'launch-ready/' },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The reviewed folder' } } },
    invocations: [
      {
        executionSuccessful: review.counts.crashed === 0,
        startTimeUtc: review.startedAt,
        toolExecutionNotifications: notifications(review, review.findings.length - kept),
      },
    ],
    results: findings.map((finding, index) =>
      result(finding, index, findings.length, ruleIndex.get(finding.check) ?? 0, review.diff !== null, limits),
    ),
    properties: {
      decision: review.verdict.decision,
      bar: review.bar,
      readiness: review.score.readiness.value,
      risk: review.score.risk.value,
    },
  };
};

/** No control or reordering character reaches a viewer, and no text of the repository becomes a link of its message. */
const safe = (_: string, value: unknown): unknown =>
  typeof value === 'string'
    ? visibleLines(value)
        .join('\n')
        .replace(/(?<!\\)\]\(/g, '\\](')
    : value;

const log = (review: Review, kept: number, limits: SarifLimits): string =>
  `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run(review, kept, limits)] }, safe, 1)}\n`;

/**
 * SARIF 2.1.0 for GitHub code scanning. Keeps the best ranked findings within `limits`; how many were left out is said
 * in a notification.
 */
export const renderSarif = (review: Review, limits: SarifLimits = GITHUB_LIMITS): string => {
  let kept = Math.min(review.findings.length, limits.results);
  let text = log(review, kept, limits);
  while (kept > 0 && text.length > limits.gzipBytes) {
    const size = gzipSync(text).length;
    if (size <= limits.gzipBytes) break;
    kept = Math.min(kept - 1, Math.floor(kept * (limits.gzipBytes / size) * 0.95));
    text = log(review, kept, limits);
  }
  return text;
};
