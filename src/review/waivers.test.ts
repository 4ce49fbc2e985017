import { expect, test } from 'vitest';
import { findingOf, waiverOf } from './testing/literals.ts';
import { applyWaivers } from './waivers.ts';

const first = findingOf({ fingerprint: 'aaaaaaaa00000001', check: 'secrets/one' });
const second = findingOf({ fingerprint: 'aaaaaaaa00000002', check: 'secrets/two', bar: ['M2', 'M7'] });
const today = '2026-06-01';

const states = (...waivers: Parameters<typeof waiverOf>[]) =>
  applyWaivers(
    [first, second],
    waivers.map((waiver) => waiverOf(...waiver)),
    today,
  ).findings.map((finding) => finding.state);

test('waives by fingerprint, by a unique prefix of it, and by check', () => {
  expect(states(['aaaaaaaa00000001'])).toEqual(['waived', 'new']);
  expect(states(['AAAAAAAA00000002'])).toEqual(['new', 'waived']);
  expect(states(['secrets/two'])).toEqual(['new', 'waived']);
});

test('a prefix that fits two findings or is too short waives nothing and is reported', () => {
  const waived = applyWaivers([first, second], [waiverOf('aaaaaaaa0'), waiverOf('aaaaaaa')], today);
  expect(waived.findings.map((finding) => finding.state)).toEqual(['new', 'new']);
  expect(waived.notes).toEqual([
    'The waiver for aaaaaaaa0 (Ann) fits 2 findings; give more of the fingerprint.',
    'The waiver for aaaaaaa (Ann) matches nothing found in this run.',
  ]);
});

test('a bar item covers a finding only when all items that the finding concerns are waived', () => {
  expect(states(['M2'])).toEqual(['waived', 'new']);
  expect(states(['M2'], ['m7', { until: '2026-06-10' }])).toEqual(['waived', 'waived']);
  const both = applyWaivers([second], [waiverOf('M2'), waiverOf('M7', { until: '2026-06-10' })], today);
  expect(both.findings[0]?.waiver?.until).toBe('2026-06-10');
  expect(applyWaivers([findingOf({ bar: [] })], [waiverOf('M2')], today).findings[0]?.state).toBe('new');
});

test('a waived finding stays visible with reason, owner and end', () => {
  const [finding] = applyWaivers([first], [waiverOf('secrets/one')], today).findings;
  expect(finding).toMatchObject({
    state: 'waived',
    mustFix: true,
    waiver: { reason: 'Known and watched.', owner: 'Ann', until: '2026-06-30' },
  });
});

test('the end date is inclusive', () => {
  expect(states(['secrets/one', { until: today }])).toEqual(['waived', 'new']);
  expect(states(['secrets/one', { until: '2026-05-31' }])).toEqual(['new', 'new']);
});

test('an ended waiver leaves the finding open and its proof says so', () => {
  const long = { ...first, proof: { kind: 'code', text: 'p'.repeat(4_000) } as const };
  const waived = applyWaivers([long], [waiverOf('secrets/one', { until: '2026-05-31' })], today);
  expect(waived.findings[0]?.state).toBe('new');
  expect(waived.findings[0]?.proof.text).toHaveLength(4_000);
  expect(waived.findings[0]?.proof.text.endsWith('\nThe waiver of Ann ended on 2026-05-31.')).toBe(true);
  expect(waived.notes).toEqual(['The waiver for secrets/one (Ann) ended on 2026-05-31.']);
});

test('an ended waiver of a bar item is said at its findings and kept for the item', () => {
  const waived = applyWaivers([first], [waiverOf('M2', { until: '2026-05-31' })], today);
  expect(waived.findings[0]?.proof.text).toContain('The waiver of Ann ended on 2026-05-31.');
  expect(waived.endedBar.get('M2')).toBe('The waiver of Ann ended on 2026-05-31.');
  expect(waived.bar.size).toBe(0);
});

test('a renewed waiver counts although the old one still stands', () => {
  const waived = applyWaivers(
    [first],
    [waiverOf('secrets/one', { until: '2026-01-01' }), waiverOf('secrets/one')],
    today,
  );
  expect(waived.findings[0]?.state).toBe('waived');
  expect(waived.findings[0]?.proof.text).toBe('seen');
});

test.each(['', 'never', '99999', '31.12.2026'])('an end date that cannot be read (%j) waives nothing', (until) => {
  expect(states(['secrets/one', { until }])).toEqual(['new', 'new']);
});

test('a waiver of something that was not found is reported', () => {
  expect(applyWaivers([first], [waiverOf('secrets/gone'), waiverOf('M8')], today).notes).toEqual([
    'The waiver for secrets/gone (Ann) matches nothing found in this run.',
  ]);
});
