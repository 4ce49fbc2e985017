import type { Review } from '../../model/review.ts';

// JSON escapes what lies below U+0020 by itself; these would still reach a terminal or an editor as they are.
const UNSEEN = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The Review itself, indented, with control and reordering characters escaped. Parses to exactly the Review. */
export const renderJson = (review: Review): string =>
  `${JSON.stringify(review, null, 2).replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
