import type { Hit } from '../detect/hit.ts';
import type { Text } from '../detect/text.ts';

/** Looks closer wherever one of its anchors stands. Must look only at bytes near the anchor, so that a scan stays linear, and say so (`Text.lookedFar`) when it looks farther than `NEAR`. */
export interface Finder {
  /** Compared without case. */
  anchors: readonly string[];
  /**
   * `start` and `end` are the anchor's first byte and the one behind its last; `anchor` is its index in `anchors`.
   * Called in no order.
   */
  find(text: Text, start: number, end: number, anchor: number, emit: (hit: Hit) => void): void;
}
