import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseReview } from '../../review/parse-review.ts';
import type { Review } from '../../model/review.ts';
import { launch, workFolder } from '../testing/run-bin.ts';
import { commitAll, liveKey } from '../testing/sample-app.ts';

let folder: ReturnType<typeof workFolder>;
beforeEach(() => {
  folder = workFolder();
});
afterEach(() => folder.remove());

const review = async (): Promise<Review> => {
  const ran = await launch(folder.path, ['.', '--json', '--no-save', '--quiet']);
  const parsed = parseReview(ran.stdout);
  if (!parsed.ok) throw new Error(ran.stderr);
  return parsed.value;
};
const allow = (id: string, until: string): string =>
  folder.write('launch-ready.config.json', JSON.stringify({ secrets: { allow: [{ id, reason: 'revoked', until }] } }));

test('a secret is accepted by the id that its finding shows, visibly, and fails again when the date has passed', async () => {
  folder.write('src/pay.ts', `export const key = '${liveKey()}';\n`);
  commitAll(folder.path);
  const first = await review();
  expect(first.verdict.decision).toBe('NO-GO');
  const id = /secrets\.allow.*: ([0-9a-f]{16})\./.exec(first.findings[0]?.proof.text ?? '')?.[1] ?? '';

  allow(id, '2999-12-31');
  const accepted = await review();
  expect(accepted.bar.M2).toBe('waived');
  expect(accepted.counts).toMatchObject({ waived: 1, mustFix: 0 });
  expect(accepted.findings.find((one) => one.state === 'waived')?.waiver).toMatchObject({ reason: 'revoked' });
  expect(accepted.coverage.join('\n')).toContain(`1 entry for what was found, which does not count as open: ${id}`);

  allow(id, '2020-12-31');
  const ended = await review();
  expect(ended.bar.M2).toBe('broken');
  expect(ended.findings[0]?.proof.text).toContain('ended on 2020-12-31');
});

test('what the config excludes leaves M2 unproven, and that is said', async () => {
  folder.write('src/pay.ts', 'export const price = 1;\n');
  folder.write('hidden/pay.ts', `export const key = '${liveKey()}';\n`);
  folder.write('launch-ready.config.json', '{"secrets":{"exclude":["hidden/**"]}}');
  commitAll(folder.path);
  const { bar, coverage } = await review();
  expect(bar.M2).toBe('unproven');
  expect(coverage.join('\n')).toContain('1 file excluded by the config: hidden/**');
});
