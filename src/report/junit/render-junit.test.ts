import { describe, expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample-finding.ts';
import { boundaryReview, goReview, noAppReview, noGoReview, sampleReviews } from '../testing/sample-review.ts';
import { renderJunit } from './render-junit.ts';

const attribute = (text: string, name: string): number =>
  Number(new RegExp(`<testsuites [^>]*${name}="(\\d+)"`).exec(text)?.[1]);

/** Start and end tags in order; throws where they do not nest. */
const nesting = (xml: string): number => {
  const open: string[] = [];
  let count = 0;
  for (const [, close, name = '', attributes = ''] of xml.matchAll(/<(\/?)([a-z]+)((?:\s+[a-z]+="[^"<]*")*)\/?>/g)) {
    count += 1;
    if (close === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else if (!xml.includes(`<${name}${attributes}/>`)) open.push(name);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`);
  return count;
};

describe('renderJunit', () => {
  it('has one case a check and one for each bar item without a check', () => {
    for (const review of sampleReviews()) {
      const text = renderJunit(review);
      const known = new Set(review.checks.map((check) => check.id));
      const expected = review.checks.length + review.unproven.filter((item) => !known.has(item.check)).length;
      expect(text.match(/<testcase /g)).toHaveLength(expected);
      expect(attribute(text, 'tests')).toBe(expected);
    }
  });

  it('counts failures, errors and skips as it writes them', () => {
    const text = renderJunit(noGoReview());
    expect([attribute(text, 'failures'), attribute(text, 'errors'), attribute(text, 'skipped')]).toEqual(
      ['failure', 'error', 'skipped'].map((kind) => text.match(new RegExp(`<${kind} `, 'g'))?.length),
    );
    expect(attribute(text, 'failures')).toBe(8);
    expect(attribute(text, 'errors')).toBe(1);
  });

  it('says why an unproven check was skipped', () => {
    expect(renderJunit(noGoReview())).toContain(
      '<skipped message="unproven: Whether the exposed keys were rotated cannot be seen from the repository. Run `npx launch-ready secrets --verify`, which asks each provider read-only."/>',
    );
  });

  it('is well-formed, whatever the repository holds', () => {
    const text = renderJunit(noGoReview());
    expect(nesting(text)).toBeGreaterThan(20);
    expect(text).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\]\]>|<script/u);
    expect(text).toContain(']]&gt;&lt;failure/&gt;\\u0000\\ud800');
  });

  it('fails an unproven check that showed defects, and skips one whose findings are all waived', () => {
    const checks = [{ id: 'secrets/x', stage: 'secrets', title: 'X', outcome: 'unproven' }] as const;
    const finding = sampleFinding({ check: 'secrets/x' });
    expect(renderJunit({ ...goReview(), checks, findings: [finding] })).toContain(
      '<failure message="1 finding, 1 must be fixed now">',
    );
    const waived = sampleFinding({
      check: 'secrets/x',
      state: 'waived',
      waiver: { reason: 'Known.', owner: 'ada', until: '2027-01-31' },
    });
    expect(renderJunit({ ...goReview(), checks: [{ ...checks[0], outcome: 'fail' }], findings: [waived] })).toContain(
      '<skipped message="waived until 2027-01-31 by ada: Known."/>',
    );
  });

  it('has one skipped case for many checks that one reason leaves open, which counts as one and says how many', () => {
    const text = renderJunit(noAppReview());
    expect(text.match(/No running app was named/g)).toHaveLength(1);
    expect(text).toContain('<testcase name="86 checks of the boundary stage" classname="boundary">');
    expect(text).toContain('boundary/question-1\n');
    expect(attribute(text, 'tests')).toBe(text.match(/<testcase /g)?.length);
    expect(attribute(text, 'skipped')).toBe(text.match(/<skipped /g)?.length);
    expect(text).toContain('<property name="checks.unproven" value="86"/>');
    expect(nesting(text)).toBeGreaterThan(10);
    expect(nesting(renderJunit(boundaryReview()))).toBeGreaterThan(10);
  });
});
