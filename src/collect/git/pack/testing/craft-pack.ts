import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

export interface CraftedEntry {
  /** Whatever it shall be called: nothing checks it. */
  name: string;
  kind: number;
  /** As the header says. Default: the true one. */
  size?: number;
  /** For kind 6: which entry it is a delta of, by its place in the list. For kind 7: by name. */
  base?: number | string;
  content: Buffer;
}

const sha1 = (bytes: Buffer): Buffer => createHash('sha1').update(bytes).digest();

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];

const header = (kind: number, size: number): number[] =>
  size < 16 ? [(kind << 4) | size] : [(kind << 4) | (size & 15) | 128, ...varint(Math.floor(size / 16))];

const distance = (value: number): number[] => {
  const bytes = [value & 127];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift(128 | (--rest & 127));
  return bytes;
};

/** A delta: the sizes it claims, and its instructions. */
export const delta = (base: number, result: number, ...instructions: readonly number[]): Buffer =>
  Buffer.from([...varint(base), ...varint(result), ...instructions]);

/** Writes a pack and its index as they are asked for, sound or not, into a repository. */
export const craftPack = (root: string, entries: readonly CraftedEntry[]): void => {
  const head = Buffer.from('PACK\0\0\0\u0002\0\0\0\0', 'latin1');
  head.writeUInt32BE(entries.length, 8);
  const parts = [head];
  const offsets: number[] = [];
  let at = head.length;
  for (const { kind, size, base, content } of entries) {
    offsets.push(at);
    const before = typeof base === 'number' ? distance(at - (offsets[base] ?? 0)) : [...Buffer.from(base ?? '', 'hex')];
    const entry = Buffer.concat([
      Buffer.from([...header(kind, size ?? content.length), ...before]),
      deflateSync(content),
    ]);
    parts.push(entry);
    at += entry.length;
  }
  const body = Buffer.concat(parts);
  const checksum = sha1(body);
  const order = entries.map((_, i) => i).sort((a, b) => ((entries[a]?.name ?? '') < (entries[b]?.name ?? '') ? -1 : 1));
  const index = Buffer.alloc(8 + 1024 + entries.length * 28);
  index.writeUInt32BE(0xff744f63, 0);
  index.writeUInt32BE(2, 4);
  for (const [position, i] of order.entries()) {
    const name = Buffer.from(entries[i]?.name ?? '', 'hex');
    for (let first = name[0] ?? 0; first < 256; first++) index.writeUInt32BE(position + 1, 8 + first * 4);
    name.copy(index, 8 + 1024 + position * 20);
    index.writeUInt32BE(offsets[i] ?? 0, 8 + 1024 + entries.length * 24 + position * 4);
  }
  const indexed = Buffer.concat([index, checksum]);
  const path = join(root, '.git/objects/pack', `pack-${checksum.toString('hex')}`);
  writeFileSync(`${path}.pack`, Buffer.concat([body, checksum]));
  writeFileSync(`${path}.idx`, Buffer.concat([indexed, sha1(indexed)]));
};
