import { expect, test } from 'vitest';
import { Budget, openArchive } from './archives.ts';

const MEGABYTE = 1024 * 1024;

test('what is unpacked from one file is bounded in bytes, and the cut is said', () => {
  const budget = new Budget();
  for (let i = 0; i < 8; i++) {
    expect(budget.forEntry()).toBe(16 * MEGABYTE);
    budget.spend(16 * MEGABYTE);
  }
  expect(budget.cut).toBe(false);
  expect(budget.forEntry()).toBe(0);
  expect(budget.cut).toBe(true);
});

test('and in entries, empty ones too', () => {
  const entry = Buffer.alloc(1024);
  entry.write('a.txt', 0);
  entry.write('00000000001\0', 124);
  entry.write('0', 156);
  entry.write('ustar', 257);
  const count = (entries: number): { read: number; cut: boolean } => {
    const budget = new Budget();
    const opened = openArchive(Buffer.concat(Array.from({ length: entries }, () => entry)), 'a.tar', budget);
    return { read: [...(opened ?? [])].length, cut: budget.cut };
  };
  expect(count(10_000)).toEqual({ read: 10_000, cut: false });
  expect(count(10_001)).toEqual({ read: 10_000, cut: true });
});
