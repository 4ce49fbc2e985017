/** A value as it stands in the config's text: what it is, and where it and its parts are (UTF-16 offsets). */
export interface Literal {
  value: unknown;
  start: number;
  /** Members of an object by key, items of an array by index. */
  parts: ReadonlyMap<string | number, { keyStart: number; literal: Literal }>;
}

/** The text holds something that is not plain data, or does not parse. */
export class SourceError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Offset of the key at `path`, or of the nearest thing around it that exists in the text. */
export const offsetOf = (literal: Literal, path: readonly PropertyKey[]): number => {
  let at = literal.start;
  let here: Literal | undefined = literal;
  for (const key of path) {
    const part: { keyStart: number; literal: Literal } | undefined = here?.parts.get(
      typeof key === 'symbol' ? '' : key,
    );
    if (part === undefined) break;
    at = part.keyStart;
    here = part.literal;
  }
  return at;
};

/** Line and column of an offset, both from 1. */
export const positionAt = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, Math.max(0, offset)).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
