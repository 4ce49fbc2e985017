import type { Finding } from '../model/finding.ts';
import type { Review } from '../model/review.ts';
import type { Previous } from './diff.ts';
import { readJson } from './read-json.ts';
import { success, type Result } from './result.ts';
import { list, members, pattern, text } from './shape.ts';

export const BASELINE_SCHEMA = 'launch-ready/baseline@1';

/** The findings that were known at one time. They still count: a baseline is no waiver. */
export interface Baseline {
  schema: typeof BASELINE_SCHEMA;
  /** ISO 8601, UTC. */
  createdAt: string;
  findings: readonly BaselineFinding[];
}

export interface BaselineFinding {
  fingerprint: string;
  check: string;
  title: string;
}

const brief = ({ fingerprint, check, title }: BaselineFinding): BaselineFinding => ({ fingerprint, check, title });

const shape = members<Baseline>({
  createdAt: pattern(/^\d{4}-\d{2}-\d{2}(T[\d:.]{5,20}(Z|[+-]\d{2}:?\d{2}))?$/, 'an ISO 8601 date'),
  findings: list(
    members<BaselineFinding>({
      fingerprint: pattern(/^[0-9a-f]{16}$/, 'a fingerprint of 16 hex digits'),
      check: text(200),
      title: text(1_000),
    }),
    100_000,
  ),
});

/** Everything that the review found, waived or not; sorted, so that the file changes little in version control. */
export const makeBaseline = (review: Review): Baseline => ({
  schema: BASELINE_SCHEMA,
  createdAt: review.startedAt,
  findings: review.findings.map(brief).sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)),
});

export const serializeBaseline = (baseline: Baseline): string => `${JSON.stringify(baseline, null, 2)}\n`;

/** Reads the text of a baseline file; the error names the member that is wrong. */
export const parseBaseline = (source: string): Result<Baseline> => {
  const read = readJson(source, 'a baseline', 'launch-ready/baseline', 1, shape);
  if (!read.ok) return read;
  const { createdAt, findings } = read.value as unknown as Baseline;
  return success({ schema: BASELINE_SCHEMA, createdAt, findings: findings.map(brief) });
};

/** A baseline as what a review is compared with. */
export const asPrevious = (baseline: Baseline): Previous => ({
  startedAt: baseline.createdAt,
  findings: baseline.findings,
});

/** Findings that the baseline or the earlier run did not have; all that are not waived when there was neither. */
export const newSince = (review: Review): readonly Finding[] =>
  review.findings.filter((finding) => finding.state === 'new');
