import { describe, expect, test } from 'vitest';
import { buildAutomaton } from './build.ts';
import { PIECE, Scanner } from './scanner.ts';

const hitsOf = (anchors: readonly string[], text: Buffer): string[] => {
  const hits: string[] = [];
  new Scanner(buildAutomaton(anchors)).scan(text, (marks) => {
    for (let i = 0; i < marks.length; i += 2) hits.push(`${marks[i]}:${anchors[marks[i + 1] ?? -1]}`);
  });
  return hits.sort();
};

/** What a plain search says, letter case aside. */
const naive = (anchors: readonly string[], text: Buffer): string[] => {
  const lower = text.toString('latin1').toLowerCase();
  const hits: string[] = [];
  for (const anchor of anchors) {
    const wanted = anchor.toLowerCase();
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1))
      hits.push(`${at + wanted.length - 1}:${anchor}`);
  }
  return hits.sort();
};

/** Deterministic text over few letters, so that anchors overlap, nest and abut all the time. */
const dense = (length: number, letters: string): Buffer => {
  const text = Buffer.alloc(length);
  let state = 12345;
  for (let i = 0; i < length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    text[i] = letters.charCodeAt((state >> 16) % letters.length);
  }
  return text;
};

describe('Scanner', () => {
  const anchors = ['aba', 'ab', 'bab', 'aabb', 'abcabc', 'c', 'sk_live_', '://'];

  test('finds what a plain search finds, at every length around its four streams', () => {
    for (const length of [0, 1, 2, 7, 8, 63, 64, 65, 127, 128, 129, 130, 131, 1000, 4099]) {
      const text = dense(length, 'abcABC');
      expect(hitsOf(anchors, text), `length ${length}`).toEqual(naive(anchors, text));
    }
  });

  test('finds an anchor wherever it lies across two pieces or two streams', () => {
    for (const at of [PIECE - 8, PIECE - 7, PIECE - 1, PIECE, PIECE / 4 - 3, PIECE / 2 - 1, 2 * PIECE - 4]) {
      const text = Buffer.alloc(2 * PIECE + 100, '.');
      text.write('SK_Live_', at);
      expect(hitsOf(anchors, text), `at ${at}`).toEqual([`${at + 7}:sk_live_`]);
    }
  });

  test('takes every byte value', () => {
    const text = Buffer.from(Array.from({ length: 1024 }, (_, i) => i & 0xff));
    expect(hitsOf(['\xff\x00\x01', 'zz'], text)).toEqual(['257:\xff\x00\x01', '513:\xff\x00\x01', '769:\xff\x00\x01']);
  });

  test('only places between the two that are asked for', () => {
    const text = dense(3000, 'abcABC');
    for (const [from, to] of [
      [0, 3000],
      [1, 2],
      [3, 900],
      [700, 2999],
    ] as const) {
      const hits: string[] = [];
      const onPiece = (marks: readonly number[]): void => {
        for (let i = 0; i < marks.length; i += 2) hits.push(`${marks[i]}:${anchors[marks[i + 1] ?? -1]}`);
      };
      new Scanner(buildAutomaton(anchors)).scan(text, onPiece, from, to);
      const wanted = naive(anchors, text).filter((hit) => parseInt(hit, 10) >= from && parseInt(hit, 10) < to);
      expect(hits.sort(), `${from} to ${to}`).toEqual(wanted);
    }
  });

  test('one byte too many for a short row shares a class: all is found that was, and no more than alike', () => {
    const signs = Array.from({ length: 60 }, (_, i) => String.fromCharCode(190 + i).repeat(3));
    const many = [...signs, 'ab!', 'ab?'];
    expect(buildAutomaton(many).shift).toBe(6);
    expect(hitsOf(many, Buffer.from('ab! ab? ab.'))).toEqual(['2:ab!', '2:ab?', '6:ab!', '6:ab?']);
  });

  test('a text of nothing but hits is bounded by its length', () => {
    expect(hitsOf(['aa'], Buffer.alloc(3 * PIECE, 'a'))).toHaveLength(3 * PIECE - 1);
  });
});
