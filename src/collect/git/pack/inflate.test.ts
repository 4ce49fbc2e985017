import { constants, deflateRawSync, deflateSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Workshop } from './workshop.ts';

const workshop = new Workshop();

/** As it stands `before` bytes into an entry, with what another left behind it. */
const put = (packed: Buffer, before: number): number => {
  workshop.entry.fill(0xa5, 0, before + packed.length + 32);
  return before + packed.copy(workshop.entry, before);
};

const unpack = (packed: Buffer, size: number, before = 3): Buffer | null => {
  workshop.clear();
  const end = put(packed, before);
  return workshop.whole(before, end, size)?.bytes ?? null;
};

const byNode = (packed: Buffer, size: number): Buffer | null => {
  try {
    const bytes = inflateSync(packed, { maxOutputLength: size + 1 });
    return bytes.length === size ? bytes : null;
  } catch {
    return null;
  }
};

/** Numbers that are the same in every run. */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed * 2654435761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
};

const noise = (length: number, letters: number, seed: number): Buffer => {
  const next = numbers(seed);
  return Buffer.from(Array.from({ length }, () => next(1 + next(letters))));
};

const words = (length: number, seed: number): Buffer => {
  const next = numbers(seed);
  const parts = Array.from({ length: 40 }, () => noise(1 + next(30), 90, next(1e6)));
  return Buffer.concat(Array.from({ length }, () => parts[next(40)] ?? Buffer.alloc(0)));
};

/** Lengths of codes up to fifteen bits: each letter twice as often as the next. */
const steep = Buffer.concat(Array.from({ length: 17 }, (_, i) => Buffer.alloc(2 ** (17 - i), i * 13)));

const TEXTS: readonly (readonly [string, Buffer])[] = [
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from('a')],
  ['a short text', Buffer.from('a short text, a short text and a short text')],
  ['zeros', Buffer.alloc(300_000)],
  ['noise', noise(200_000, 256, 1)],
  ['noise of few letters', noise(200_000, 5, 2)],
  ['words', words(20_000, 3)],
  ['few words', words(60, 4)],
  ['letters of very different number', steep],
  ['distances from near to far', Buffer.concat([words(500, 5), noise(32_000, 256, 6), words(500, 5), words(90, 7)])],
  ['all bytes at their largest', Buffer.alloc(70_001, 255)],
];

const WAYS: readonly (readonly [string, ZlibOptions])[] = [
  ...[0, 1, 4, 6, 9].map((level) => [`level ${level}`, { level }] as const),
  ['fixed codes', { strategy: constants.Z_FIXED }],
  ['codes only', { strategy: constants.Z_HUFFMAN_ONLY }],
  ['runs', { strategy: constants.Z_RLE }],
  ['a small window', { windowBits: 9, memLevel: 1 }],
];

describe.each(TEXTS)('unpacks %s', (_, text) => {
  test.each(WAYS)('packed with %s', (_way, options) => {
    const packed = deflateSync(text, options);
    for (const before of [0, 1, 2, 7]) expect(unpack(packed, text.length, before)?.equals(text)).toBe(true);
    expect(unpack(packed, text.length + 1)).toBe(null);
    const shorter = text.length === 0 ? null : unpack(packed, text.length - 1);
    expect(shorter).toBe(null);
  });
});

test('says of damaged and cut streams what Node says', () => {
  const next = numbers(9);
  let accepted = 0;
  for (const [, text] of TEXTS) {
    const short = text.subarray(0, 3000);
    for (const [, options] of WAYS) {
      const packed = deflateSync(short, options);
      for (let i = 0; i < 60; i++) {
        const bad = Buffer.from(packed);
        const changes = 1 + next(3);
        for (let n = 0; n < changes; n++)
          bad[next(i % 2 === 0 ? Math.min(90, bad.length) : bad.length)]! ^= 1 << next(8);
        const expected = byNode(bad, short.length);
        if (expected !== null) accepted++;
        expect(unpack(bad, short.length)).toEqual(expected);
        expect(unpack(packed.subarray(0, next(packed.length)), short.length)).toBe(null);
      }
    }
  }
  expect(accepted).toBeLessThan(500);
});

test('takes those blocks that Node takes, whoever made them', () => {
  const next = numbers(11);
  let [taken, missed, made] = [0, 0, 0];
  for (let i = 0; i < 3000; i++) {
    const body = i % 3 === 0 ? noise(2 + next(120), 256, i) : deflateRawSync(words(1 + next(20), i));
    // A last block of each kind, or one with damage in it.
    if (i % 3 === 0) body[0] = ((body[0] ?? 0) & 0xf8) | 1 | (next(3) << 1);
    else for (let n = next(3); n >= 0; n--) body[next(i % 3 === 1 ? 20 : body.length) % body.length]! ^= 1 << next(8);
    const { bytes, end } = rawByNode(body);
    if (bytes === null) made += takesAny(body) ? 1 : 0;
    else if (unpack(sealed(body.subarray(0, end), bytes), bytes.length)?.equals(bytes)) taken++;
    else missed++;
  }
  expect({ made, missed }).toEqual({ made: 0, missed: 0 });
  expect(taken).toBeGreaterThan(100);
});

const HEADER = Buffer.from([0x78, 0x9c]);

/** Whether blocks that Node does not take are taken here, wherever they end. */
const takesAny = (body: Buffer): boolean => {
  workshop.clear();
  const head = workshop.head(3, put(Buffer.concat([HEADER, body, Buffer.alloc(8)]), 3), 1_000_000);
  if (head === null) return false;
  const bytes = Buffer.from(head);
  return Array.from(body).some((_, i) => unpack(sealed(body.subarray(0, i + 1), bytes), bytes.length) !== null);
};

const rawByNode = (body: Buffer): { bytes: Buffer | null; end: number } => {
  try {
    const { buffer, engine } = inflateRawSync(body, { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return { bytes: buffer, end: engine.bytesWritten };
  } catch {
    return { bytes: null, end: 0 };
  }
};

/** Raw blocks as a stream with the checksum of these bytes. */
const sealed = (body: Buffer, bytes: Buffer): Buffer => {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(adler32(bytes));
  return Buffer.concat([HEADER, body, checksum]);
};

const adler32 = (bytes: Buffer): number => {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
};

describe('tells what a stream begins with', () => {
  test.each(TEXTS)('of %s', (_, text) => {
    for (const [, options] of WAYS) {
      const packed = deflateSync(text, options);
      for (const length of [20, 100, 512, packed.length - 5]) {
        if (length <= 2 || length > packed.length) continue;
        workshop.clear();
        const head = workshop.head(3, put(packed.subarray(0, length), 3), 16_384) ?? Buffer.from('damaged');
        const node = inflateSync(packed.subarray(0, length), { finishFlush: constants.Z_SYNC_FLUSH });
        expect(head.equals(text.subarray(0, head.length))).toBe(true);
        // The last symbol may be one that Node gives in part.
        expect(head.length).toBeGreaterThanOrEqual(Math.min(node.length, 16_384) - 258);
      }
    }
  });
});
