import type { Skipped } from '../../../model/evidence/secrets.ts';
import type { Detector, Quiet } from '../detector.ts';
import { looksLikeMedia } from '../media.ts';
import { scanContent } from '../scan-content.ts';
import type { JobResult, SeenIn } from './protocol.ts';
import { Sharing } from './sharing.ts';

const STEP = 512;

/** Scans blobs as they come and counts what became of them. */
export class Tally {
  readonly #detector: Detector;
  readonly #maxBytes: number;
  readonly #onProgress: (items: number) => void;
  readonly #found: SeenIn[] = [];
  readonly #sharing = new Sharing();
  readonly #skipped: { reason: Skipped['reason']; at: string }[] = [];
  #items = 0;
  #bytes = 0;

  constructor(detector: Detector, maxBytes: number, onProgress: (items: number) => void) {
    this.#detector = detector;
    this.#maxBytes = maxBytes;
    this.#onProgress = onProgress;
  }

  skip(reason: Skipped['reason'], at: string): void {
    this.#skipped.push({ reason, at });
  }

  /** Counts a blob as read. */
  count(size: number): void {
    if (++this.#items % STEP === 0) this.#onProgress(STEP);
    this.#bytes += Math.min(size, this.#maxBytes);
  }

  /** Scans a blob of `size` bytes, of which `content` is what is looked at, and counts it. */
  read(at: string, size: number, content: Buffer): Quiet | null {
    this.count(size);
    if (looksLikeMedia(content)) {
      this.skip('media', at);
      return null;
    }
    if (size > this.#maxBytes) this.skip('too large', at);
    const scanned = scanContent(this.#detector, content, at);
    if (scanned.gaveUp) this.skip('time', at);
    if (scanned.archiveCut) this.skip('archive bound', at);
    if (scanned.seen.length > 0) this.#found.push({ at, seen: this.#sharing.share(scanned.seen) });
    return scanned.quiet;
  }

  result(): JobResult {
    this.#onProgress(this.#items % STEP);
    return { found: this.#found, items: this.#items, bytes: this.#bytes, skipped: this.#skipped };
  }
}
