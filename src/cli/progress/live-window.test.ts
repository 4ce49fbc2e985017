import { expect, test } from 'vitest';
import { textWidth } from '../../report/terminal/text-width.ts';
import { windowLines } from './live-window.ts';

const step = (name: string, start: number, detail = '', fraction?: number) => ({ name, start, detail, fraction });

test('never more than six lines, however much runs', () => {
  const running = Array.from({ length: 20 }, (_, index) => step(`step ${index}`, index));
  const lines = windowLines('Reviewing shop', running, 3, 5000, 0, 80);
  expect(lines).toHaveLength(6);
  expect(lines[0]).toContain('3 done');
  expect(lines[5]).toBe('  and 16 more');
});

test('names the step that everything waits for', () => {
  const running = [step('environment files', 9000), step('git history', 0, '12 of 50 blobs', 0.24)];
  const lines = windowLines('Reviewing shop', running, 0, 10_000, 0, 80);
  expect(lines[0]).toContain('waiting for git history');
  expect(lines[1]).toBe('  git history 24 % 12 of 50 blobs (10 s)');
  expect(windowLines('Reviewing shop', running, 0, 1000, 0, 80)[0]).not.toContain('waiting');
});

test('leaves no gap where a step has nothing to say yet', () => {
  expect(windowLines('Reviewing shop', [step('git history', 0)], 0, 200, 0, 80)[1]).toBe('  git history (0.2 s)');
});

test('no line is as wide as the terminal, where it would wrap', () => {
  for (const line of windowLines('Reviewing shop', [step('x', 0, '漢'.repeat(500))], 0, 1, 0, 40))
    expect(textWidth(line)).toBeLessThanOrEqual(39);
});
