import { expect, test } from 'vitest';
import { asPrevious, makeBaseline, newSince, parseBaseline, serializeBaseline } from './baseline.ts';
import { buildReview } from './build-review.ts';
import { checkOf, configOf, defectOf, inputOf, runsOf, waiverOf } from './testing/literals.ts';

const reviewOf = (keys: readonly string[], over: Parameters<typeof inputOf>[1] = {}) =>
  buildReview(
    inputOf(
      runsOf(
        checkOf(
          {},
          keys.map((key) => defectOf(key)),
        ),
      ),
      over,
    ),
  );

test('is made from a review, sorted, and read back the same', () => {
  const baseline = makeBaseline(reviewOf(['a', 'b', 'c']));
  expect(baseline.createdAt).toBe('2026-06-01T10:00:00.000Z');
  expect(baseline.findings).toHaveLength(3);
  const order = baseline.findings.map((finding) => finding.fingerprint);
  expect(order).toEqual(order.toSorted());
  expect(parseBaseline(serializeBaseline(baseline))).toEqual({ ok: true, value: baseline });
});

test('what it holds is open and still counts; what it does not hold is new', () => {
  const previous = asPrevious(makeBaseline(reviewOf(['a', 'b'])));
  const review = reviewOf(['a', 'c'], { previous });
  expect(review.findings.map((finding) => finding.state).sort()).toEqual(['new', 'open']);
  expect(review.verdict.decision).toBe('NO-GO');
  expect(review.counts.mustFix).toBe(2);
  expect(newSince(review).map((finding) => finding.where.path)).toEqual(['src/c.ts']);
  expect(review.diff?.fixed.map((one) => one.title)).toEqual(['A key is tracked']);
});

test('waived findings are never new', () => {
  const review = reviewOf(['a'], { config: configOf({ waivers: [waiverOf('secrets/tracked-key')] }) });
  expect(newSince(review)).toEqual([]);
  expect(makeBaseline(review).findings).toHaveLength(1);
});

const head = '"schema":"launch-ready/baseline@1"';
test.each([
  ['nonsense', 'it is not valid JSON'],
  ['{"schema":"launch-ready/review@1.0"}', 'not launch-ready/baseline'],
  [`{${head}}`, 'createdAt is missing'],
  [`{${head},"createdAt":"yesterday","findings":[]}`, 'createdAt must be an ISO 8601 date'],
  [`{${head},"createdAt":"2026-06-01","findings":{}}`, 'findings must be a list'],
  [
    `{${head},"createdAt":"2026-06-01","findings":[{"fingerprint":"XYZ","check":"a/b","title":"t"}]}`,
    'findings[0].fingerprint must be a fingerprint of 16 hex digits',
  ],
  [
    `{${head},"createdAt":"2026-06-01","findings":[{"fingerprint":"0123456789abcdef","check":"a/b"}]}`,
    'findings[0].title is missing',
  ],
])('says what is wrong with %s', (source, error) => {
  const parsed = parseBaseline(source);
  expect(parsed.ok ? 'read' : parsed.error).toContain(error);
});

test('keeps only what it knows of a finding', () => {
  const source = `{${head},"createdAt":"2026-06-01","findings":[{"fingerprint":"0123456789abcdef","check":"a/b","title":"t","more":1}]}`;
  const parsed = parseBaseline(source);
  expect(parsed.ok && parsed.value.findings[0]).toEqual({ fingerprint: '0123456789abcdef', check: 'a/b', title: 't' });
});
