import type { Found, Hit } from '../detect/hit.ts';
import type { Seen } from '../seen.ts';

/** Makes one of what is told again in every version of a file, so that it is kept, and sent to another thread, once. */
export class Sharing {
  readonly #found = new Map<string, Found>();
  readonly #lines = new Map<string, readonly string[]>();

  share(seen: readonly Seen[]): readonly Seen[] {
    return seen.map(({ hit, frame, ...place }) => {
      const found = withoutPlace(hit);
      return {
        ...place,
        hit: sharedOf(this.#found, JSON.stringify(found), found),
        frame: { ...frame, lines: sharedOf(this.#lines, frame.lines.join('\n'), frame.lines) },
      };
    });
  }
}

const withoutPlace = (hit: Found & Partial<Hit>): Found => {
  const found = { ...hit };
  delete found.start;
  delete found.end;
  return found;
};

const sharedOf = <T>(known: Map<string, T>, key: string, value: T): T => {
  const earlier = known.get(key);
  if (earlier === undefined) known.set(key, value);
  return earlier ?? value;
};
