import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { craftPack, delta, type CraftedEntry } from './testing/craft-pack.ts';
import { digest, emptyRepository, pack, readPacks, storeBlobs } from './testing/repository.ts';

let root: string;
let blobs: Buffer[];
let oids: string[];
beforeEach(() => {
  root = emptyRepository();
  blobs = versions(40);
  oids = storeBlobs(root, blobs);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Versions of one text, each with another change. */
const versions = (count: number): Buffer[] => {
  const lines = Array.from({ length: 300 }, (_, i) => `line ${i} ${'abc'.repeat(i % 17)} ${i * 7919}\n`);
  return Array.from({ length: count }, (_, i) => {
    lines[(i * 37) % lines.length] = `changed in version ${i}\n`;
    if (i % 5 === 0) lines.splice((i * 11) % lines.length, 2);
    if (i % 7 === 0) lines.unshift(...lines.splice(100, 20));
    return Buffer.from(lines.join(''));
  });
};

const all = (): Map<string, string> => new Map(oids.map((oid, i) => [oid, digest(blobs[i] ?? Buffer.alloc(0))]));
const packFile = (extension: string): string => {
  const folder = join(root, '.git/objects/pack');
  return join(folder, readdirSync(folder).find((name) => name.endsWith(extension)) ?? '');
};

describe('reads the same bytes as were stored', () => {
  test.each([
    ['deltas by offset', ['--delta-base-offset', '--depth=50']],
    ['deltas by name', ['--depth=50']],
    ['deep chains', ['--delta-base-offset', '--depth=4000', '--window=40']],
    ['no deltas', ['--window=0']],
  ])('from a pack with %s', async (what, options) => {
    pack(root, oids, ...options);
    const read = await readPacks(root);
    expect(read.blobs).toEqual(all());
    expect(read.left).toEqual([]);
    expect(read.deltas > 20).toBe(what !== 'no deltas');
  });

  test('from several packs, one of which repeats the other', async () => {
    pack(root, oids.slice(0, 20));
    pack(root, oids.slice(10), '--delta-base-offset');
    const read = await readPacks(root);
    expect(read.blobs).toEqual(all());
    expect(read.left).toEqual([]);
  });

  test('and leaves loose objects and those of alternates to git', async () => {
    pack(root, oids.slice(0, 30));
    const other = emptyRepository();
    const [lent = ''] = storeBlobs(other, [Buffer.from('lent')]);
    pack(other, [lent]);
    writeFileSync(join(root, '.git/objects/info/alternates'), `${join(other, '.git/objects')}\n`);
    const read = await readPacks(root);
    expect(read.blobs.size).toBe(30);
    expect(read.left.toSorted()).toEqual([...oids.slice(30), lent].toSorted());
    rmSync(other, { recursive: true, force: true });
  });

  test('and leaves what is larger than asked for, with its deltas', async () => {
    pack(root, oids, '--delta-base-offset');
    const read = await readPacks(root, 1000);
    expect(read.blobs.size).toBe(0);
    expect(read.left.toSorted()).toEqual(oids.toSorted());
  });

  test('with the empty blob among them', async () => {
    const [empty = ''] = storeBlobs(root, [Buffer.alloc(0)]);
    pack(root, [...oids, empty]);
    expect((await readPacks(root)).blobs.get(empty)).toBe(digest(Buffer.alloc(0)));
  });
});

describe('leaves to git', () => {
  const nothing = { blobs: new Map<string, string>(), deltas: 0 };

  test('a repository of SHA-256', async () => {
    const modern = emptyRepository('--object-format=sha256');
    const stored = storeBlobs(modern, blobs.slice(0, 3));
    pack(modern, stored);
    const read = await readPacks(modern);
    expect(read).toMatchObject({ ...nothing, left: expect.arrayContaining(stored) });
    rmSync(modern, { recursive: true, force: true });
  });

  test('a pack with an index of version 1', async () => {
    pack(root, oids, '--index-version=1');
    expect((await readPacks(root)).left).toHaveLength(oids.length);
  });

  test('a pack behind a symbolic link', async () => {
    pack(root, oids);
    const away = join(mkdtempSync(join(tmpdir(), 'launch-ready-away-')), 'pack');
    renameSync(packFile('.pack'), away);
    symlinkSync(away, packFile('.idx').replace(/idx$/, 'pack'));
    expect((await readPacks(root)).left).toHaveLength(oids.length);
  });
});

describe('damage', () => {
  test('anywhere in a pack: every blob is the one stored or left to git', async () => {
    pack(root, oids, '--delta-base-offset');
    const path = packFile('.pack');
    const sound = readFileSync(path);
    rmSync(path);
    const expected = all();
    for (let at = 0; at < sound.length; at += 61) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path, damaged);
      const read = await readPacks(root);
      const wrong = [...read.blobs].filter(([name, content]) => content !== expected.get(name));
      expect(wrong).toEqual([]);
      expect(read.blobs.size + read.left.length).toBe(read.asked);
    }
  }, 120_000);

  test('anywhere in an index ends nothing', async () => {
    pack(root, oids, '--delta-base-offset');
    const path = packFile('.idx');
    const sound = readFileSync(path);
    rmSync(path);
    for (let at = 0; at < sound.length; at += 61) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      writeFileSync(path, damaged);
      const read = await readPacks(root);
      expect(read.blobs.size).toBeLessThanOrEqual(oids.length);
    }
  }, 120_000);

  test('a pack that is cut off', async () => {
    pack(root, oids);
    const path = packFile('.pack');
    const sound = readFileSync(path);
    rmSync(path);
    writeFileSync(path, sound.subarray(0, sound.length / 2));
    expect((await readPacks(root)).blobs.size).toBe(0);
  });
});

describe('a pack made to harm', () => {
  const name = (i: number): string => i.toString(16).padStart(2, '0').repeat(20);
  const base = Buffer.alloc(1000, 'b');
  const BLOB = 3;
  const crafted = async (...entries: readonly CraftedEntry[]): Promise<Awaited<ReturnType<typeof readPacks>>> => {
    const harmful = emptyRepository();
    craftPack(harmful, entries);
    // Not asked of git: it follows deltas that go round in a circle for ever.
    const read = await readPacks(
      harmful,
      Infinity,
      entries.map((entry) => entry.name),
    );
    rmSync(harmful, { recursive: true, force: true });
    return read;
  };
  const whole: CraftedEntry = { name: name(1), kind: BLOB, content: base };
  const copyAll = [0xb0, 0xe8, 0x03];

  test('that is none: what the others are measured by', async () => {
    const sound = { name: name(2), kind: 6, base: 0, content: delta(1000, 1001, ...copyAll, 1, 0x21) };
    const read = await crafted(whole, sound);
    expect(read.blobs.get(name(2))).toBe(digest(Buffer.concat([base, Buffer.from('!')])));
  });

  test.each([
    ['a copy from behind the base', delta(1000, 2000, 0xb1, 0x01, 0xe8, 0x03, 0xb0, 0xe8, 0x03)],
    ['a copy from far behind the base', delta(1000, 1000, 0xbf, 0xff, 0xff, 0xff, 0xff, 0xe8, 0x03)],
    ['more than the result holds', delta(1000, 10, ...copyAll)],
    ['less than the result holds', delta(1000, 4000, ...copyAll)],
    ['another base', delta(999, 1000, ...copyAll)],
    ['a result past all bounds', delta(1000, 2 ** 40, ...copyAll)],
    ['an instruction that is reserved', delta(1000, 1000, ...copyAll, 0)],
    ['an insertion that is cut off', delta(1000, 1005, ...copyAll, 5, 1)],
    ['a copy that is cut off', delta(1000, 1000, 0xff)],
    ['no sizes', Buffer.from([0xff])],
    ['nothing', Buffer.alloc(0)],
  ])('a delta with %s is left, and all that is made of it', async (_, content) => {
    const read = await crafted(
      whole,
      { name: name(2), kind: 6, base: 0, content },
      { name: name(3), kind: 6, base: 1, content: delta(1000, 1000, ...copyAll) },
      { name: name(4), kind: 6, base: 0, content: delta(1000, 1000, ...copyAll) },
    );
    expect([...read.blobs.keys()].toSorted()).toEqual([name(1), name(4)]);
  });

  test.each([
    ['smaller', 10],
    ['larger', 5000],
    ['past all bounds', 2 ** 45],
  ])('a size that is said to be %s than it is', async (_, size) => {
    const read = await crafted({ ...whole, size }, { ...whole, name: name(2) });
    expect([...read.blobs.keys()]).toEqual([name(2)]);
  });

  test('deltas that are made of one another come to an end', async () => {
    const round = (own: number, other: number): CraftedEntry => ({
      name: name(own),
      kind: 7,
      base: name(other),
      content: delta(1000, 1000, ...copyAll),
    });
    const read = await crafted(whole, round(2, 3), round(3, 2), round(4, 4));
    expect([...read.blobs.keys()]).toEqual([name(1)]);
    expect(read.left.toSorted()).toEqual([name(2), name(3), name(4)]);
  });

  test('deltas that grow and branch keep within their memory', async () => {
    const doubled = (i: number): CraftedEntry => ({
      name: name(i + 2),
      kind: 6,
      base: i,
      content: delta(1000 * 2 ** i, 1000 * 2 ** (i + 1), ...copies(2 ** (i + 1))),
    });
    const copies = (count: number): number[] => Array.from({ length: count }, () => copyAll).flat();
    const before = process.memoryUsage().rss;
    const read = await crafted(whole, ...Array.from({ length: 15 }, (_, i) => doubled(i)));
    expect(read.blobs.size).toBe(14);
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });
});
