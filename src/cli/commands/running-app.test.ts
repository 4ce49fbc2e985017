import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLOSED_RULES, OPEN_RULES, startFirebase, type RunningFirebase } from '../../../examples/direct/firebase.ts';
import { parseReview } from '../../review/parse-review.ts';
import { launch, workFolder } from '../testing/run-bin.ts';

let folder: ReturnType<typeof workFolder>;
let running: RunningFirebase | undefined;
beforeEach(() => {
  folder = workFolder();
});
afterEach(async () => {
  folder.remove();
  await running?.close();
});

test('the address of an app is all that is needed', async () => {
  running = await startFirebase(OPEN_RULES);
  const ran = await launch(folder.path, [running.app, '--yes', '--json']);
  expect(ran.code).toBe(1);
  expect(ran.stderr).toMatch(/^Data {5}http:\S+ \(firebase small-market\), named in its code/m);
  const review = parseReview(ran.stdout);
  if (!review.ok) throw new Error(review.error);
  expect(review.value.target.name).toBe(new URL(running.app).host);
  const found = review.value.findings.map(({ check }) => check);
  expect(found).toEqual(expect.arrayContaining(['boundary/data-open-read', 'boundary/data-open-write']));
  expect(review.value.findings.every(({ stage }) => stage === 'boundary')).toBe(true);
});

test('nothing is sent to the data before somebody agrees', async () => {
  running = await startFirebase(CLOSED_RULES);
  const ran = await launch(folder.path, [running.app]);
  expect(ran.stderr).toContain('add --yes to agree');
  expect(running.asked).toEqual([]);
});

test('where only the data lies no paths of an app are guessed', async () => {
  running = await startFirebase(CLOSED_RULES);
  await launch(folder.path, [running.app, '--target', running.data, '--mode', 'read', '--yes']);
  const foreign = running.asked.filter((one) => !/^GET \/(?:$|v1\/projects\/|v0\/b\/|[\w-]*\.json)/.test(one));
  expect(foreign).toEqual([]);
  expect(running.asked.length).toBeGreaterThan(5);
});
