import { base64Cores } from '../detect/encodings.ts';
import type { Hit } from '../detect/hit.ts';
import { NEAR } from '../detect/near.ts';
import type { Finder } from './finder.ts';

const LONGEST = 64 * 1024;
/** Four characters of base64 stand in ordinary text once in a million times. */
const SHORTEST_CORE = 4;
/** Hits come from four places of a text at a time, so only the last few stretches can hold the next one. */
const RECENT = 16;

/** Scans decoded bytes with the same finders, one level deeper. */
export type ScanDecoded = (bytes: Buffer) => readonly Hit[];

interface Encoding {
  via: 'base64' | 'hex' | 'percent';
  forms(anchor: string): string[];
  /** Whether a byte may stand in a run of this encoding. */
  isIn(byte: number): boolean;
  decode(run: string): Buffer[];
}

const isAlnum = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

const ENCODINGS: readonly Encoding[] = [
  {
    via: 'base64',
    forms: (anchor) => base64Cores(anchor).filter((core) => core.length >= SHORTEST_CORE),
    isIn: (byte) => isAlnum(byte) || byte === 43 || byte === 47 || byte === 45 || byte === 95,
    // A run may begin with characters that are not part of it (`key/eyJ…`): each alignment is tried.
    decode: (run) => [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64')),
  },
  {
    via: 'hex',
    forms: (anchor) => (anchor.length < 8 ? [] : [Buffer.from(anchor, 'latin1').toString('hex')]),
    isIn: (byte) => (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102),
    decode: (run) => [0, 1].map((skip) => Buffer.from(run.slice(skip), 'hex')),
  },
  {
    via: 'percent',
    forms: (anchor) => (anchor.includes('://') ? [encodeURIComponent(anchor)] : []),
    isIn: (byte) => isAlnum(byte) || (byte >= 37 && byte <= 46) || byte === 95 || byte === 126,
    decode: (run) => [
      Buffer.from(
        run.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ),
    ],
  },
];

/** Finds runs of encoded text by the encoded forms of the other finders' anchors, decodes them and scans what comes out. */
export const encodedFinders = (anchors: readonly string[], scan: ScanDecoded): Finder[] =>
  ENCODINGS.map((encoding) => encodedFinder(encoding, anchors, scan));

interface Stretch {
  from: number;
  to: number;
}

const isFar = (start: number, end: number, { from, to }: Stretch): boolean =>
  start - from >= NEAR.before || to - end >= NEAR.after;

const encodedFinder = (encoding: Encoding, anchors: readonly string[], scan: ScanDecoded): Finder => {
  const forms = [...new Set(anchors.flatMap((anchor) => encoding.forms(anchor)))];
  /** Stretches already decoded in a text: many anchors may stand in one, and it is decoded once. */
  const decoded = new WeakMap<Buffer, Stretch[]>();
  return {
    anchors: forms,
    find(text, start, end, anchor, emit) {
      const form = forms[anchor];
      if (form === undefined || (encoding.via === 'base64' && text.slice(start, end) !== form)) return;
      const { bytes } = text;
      const stretches = decoded.get(bytes) ?? [];
      const known = stretches.slice(-RECENT).find((stretch) => stretch.from <= start && end <= stretch.to);
      text.lookedFar ||= known !== undefined && isFar(start, end, known);
      if (known !== undefined) return;
      let from = start;
      while (from > 0 && start - from < LONGEST && encoding.isIn(bytes[from - 1] ?? 0)) from--;
      let to = end;
      while (to < bytes.length && to - end < LONGEST && encoding.isIn(bytes[to] ?? 0)) to++;
      text.lookedFar ||= isFar(start, end, { from, to });
      stretches.push({ from, to });
      decoded.set(bytes, stretches);
      for (const plain of encoding.decode(text.slice(from, to))) {
        const hits = scan(plain);
        for (const hit of hits) emit({ ...hit, start: from, end: to, via: [encoding.via, ...(hit.via ?? [])] });
        if (hits.length > 0) return;
      }
    },
  };
};
