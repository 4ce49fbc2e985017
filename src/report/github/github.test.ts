import { describe, expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample-finding.ts';
import { goReview, noGoReview, sampleReviews } from '../testing/sample-review.ts';
import { renderAnnotations } from './render-annotations.ts';
import { renderStepSummary, STEP_SUMMARY_BYTES } from './render-step-summary.ts';

describe('renderAnnotations', () => {
  const lines = renderAnnotations(noGoReview()).trimEnd().split('\n');

  it('gives ten errors, the warnings, and one notice with what is left', () => {
    const kinds = lines.map((line) => /^::(\w+) /.exec(line)?.[1]);
    expect(kinds).toEqual([...Array<string>(10).fill('error'), ...Array<string>(4).fill('warning'), 'notice']);
    expect(lines.at(-1)).toBe('::notice title=Launch Ready%3A NO-GO::6 more findings in the report');
  });

  it('names file, line and column', () => {
    expect(renderAnnotations({ ...goReview(), findings: [sampleFinding()] })).toMatch(
      /^::error file=\.env,line=3,col=19,title=Blocker%3A A secret stands in a tracked file::A Stripe live secret key stands in this file\.%0A/,
    );
  });

  it('keeps hostile names and texts within their own command', () => {
    const hostile = lines.find((line) => line.includes('owned'));
    expect(hostile).toMatch(
      /^::error file=src\/a%0A%3A%3Aerror%3A%3Aowned%0D%0Ab\\x1b\[31m%2Cc%3Ad%25\.ts,line=12,title=/,
    );
    expect(lines.filter((line) => !/^::(error|warning|notice) /.test(line))).toEqual([]);
  });

  it('is empty when nothing is open', () => {
    expect(renderAnnotations(goReview())).toBe('');
  });
});

describe('renderStepSummary', () => {
  it('has the verdict, the bar and the next command', () => {
    for (const review of sampleReviews()) {
      const text = renderStepSummary(review);
      expect(text).toContain(review.verdict.decision);
      expect(text).toContain('## Minimum bar');
      expect(text.endsWith(`\`\`\`sh\n${review.next}\n\`\`\`\n`)).toBe(true);
    }
  });

  it('stays within 1 MiB and says that it was cut', () => {
    const coverage = Array.from({ length: 9000 }, (_, index) => `Skipped: ${'ü'.repeat(100)} ${index}`);
    const review = { ...noGoReview(), coverage };
    const text = renderStepSummary(review);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(STEP_SUMMARY_BYTES);
    expect(text).toContain('_Cut here:');
    expect(text.endsWith(`${review.next}\n\`\`\`\n`)).toBe(true);
  });

  it('stays small with very many findings', () => {
    const findings = Array.from({ length: 5000 }, (_, index) =>
      sampleFinding({ fingerprint: String(index), where: { path: `f${index}.ts` } }),
    );
    const text = renderStepSummary({ ...noGoReview(), findings });
    expect(text).toContain('… and 4,800 more rows');
    expect(text).toContain('## Unproven');
  });
});
