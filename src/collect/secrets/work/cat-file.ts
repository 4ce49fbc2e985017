import { readGitOutput } from '../../git/read-output.ts';

/** Takes one object: its id, full size and bytes (cut at the bound). Bytes are valid during the call only. */
export type OnObject = (oid: string, size: number, bytes: Buffer) => void;

export interface CatFileHandlers {
  onObject: OnObject;
  /** Git does not have it or cannot read it. */
  onMissing(oid: string): void;
}

/**
 * Reads objects through `git cat-file --batch`, in the order asked, and keeps at most `maxBytes` of each. Resolves with how many
 * were told; fewer than asked means that git stopped early (it does at a corrupt object).
 */
export const catFile = async (
  root: string,
  oids: readonly string[],
  maxBytes: number,
  handlers: CatFileHandlers,
): Promise<number> => {
  if (oids.length === 0) return 0;
  const parser = new BatchParser(maxBytes, handlers);
  await readGitOutput(root, ['cat-file', '--batch', '--buffer'], `${oids.join('\n')}\n`, (chunk) => parser.take(chunk));
  return parser.told;
};

const EMPTY = Buffer.alloc(0);
/** Objects that do not stand whole in one chunk are put together here; larger ones get a buffer of their own. */
const SCRATCH_SIZE = 4 * 1024 * 1024;
let scratch: Buffer | undefined;

const room = (size: number): Buffer => {
  if (size > SCRATCH_SIZE) return Buffer.allocUnsafe(size);
  scratch ??= Buffer.allocUnsafe(SCRATCH_SIZE);
  return scratch.subarray(0, size);
};

/** Reads `<oid> <type> <size>\n<bytes>\n` and `<oid> missing\n`, however the pipe cuts it. */
class BatchParser {
  told = 0;
  readonly #maxBytes: number;
  readonly #handlers: CatFileHandlers;
  #header = '';
  #current: { oid: string; size: number; kept: Buffer; filled: number; seen: number } | null = null;

  constructor(maxBytes: number, handlers: CatFileHandlers) {
    this.#maxBytes = maxBytes;
    this.#handlers = handlers;
  }

  take(chunk: Buffer): void {
    let data = chunk;
    while (data.length > 0) data = this.#current === null ? this.#readHeader(data) : this.#readBody(data);
  }

  #readHeader(data: Buffer): Buffer {
    const newline = data.indexOf(10);
    if (newline === -1) {
      this.#header += data.toString('latin1');
      return EMPTY;
    }
    const [oid = '', , size] = (this.#header + data.toString('latin1', 0, newline)).split(' ');
    this.#header = '';
    if (size === undefined) {
      this.told++;
      this.#handlers.onMissing(oid);
    } else this.#current = { oid, size: Number(size), kept: EMPTY, filled: 0, seen: 0 };
    return data.subarray(newline + 1);
  }

  #readBody(data: Buffer): Buffer {
    const current = this.#current;
    if (current === null) return data;
    const wanted = current.size - current.seen;
    const part = data.subarray(0, wanted);
    if (current.seen === 0 && data.length > current.size && current.size <= this.#maxBytes) {
      // The whole object and its closing newline stand in this chunk, so it is told before the chunk's buffer is used again: no copy.
      current.kept = part;
      current.filled = part.length;
    } else if (part.length > 0) {
      if (current.seen === 0) current.kept = room(Math.min(current.size, this.#maxBytes));
      current.filled += part.copy(current.kept, current.filled);
    }
    current.seen += part.length;
    if (data.length <= wanted) return EMPTY;
    this.told++;
    this.#current = null;
    this.#handlers.onObject(current.oid, current.size, current.kept.subarray(0, current.filled));
    return data.subarray(wanted + 1);
  }
}
