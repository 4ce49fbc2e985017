import { buildAutomaton, type Automaton } from './automaton/build.ts';
import { Scanner } from './automaton/scanner.ts';
import type { Hit } from './detect/hit.ts';
import { nearChanges } from './detect/near.ts';
import { settle } from './detect/settle.ts';
import { Text } from './detect/text.ts';
import { decodeUtf16 } from './detect/utf-16.ts';
import type { LoadedProvider } from './define-provider.ts';
import { authHeaderFinder } from './finders/auth-header.ts';
import { connectionStringFinder } from './finders/connection-string.ts';
import { encodedFinders } from './finders/encoded.ts';
import { exactValueFinder, type ExactValue } from './finders/exact-value.ts';
import type { Finder } from './finders/finder.ts';
import { genericFinder } from './finders/generic.ts';
import { jwtFinder } from './finders/jwt.ts';
import { privateKeyFinder } from './finders/private-key.ts';
import { ruleFinder } from './finders/provider-rules.ts';
import { worthDecoding } from './finders/worth-decoding.ts';

export interface ScanResult {
  /** In order, without overlaps. */
  hits: readonly Hit[];
  /** What the hits' places count in: the bytes given, or what they say when they are UTF-16. */
  text: Buffer;
  /** The text was made to take long, and was left before its end. */
  gaveUp: boolean;
  quiet: Quiet | null;
}

/** Said of bytes in which nothing was found: where a version of them is the same, it is quiet too, with two exceptions. */
export interface Quiet {
  /** Finders that take the one for text and the other for binary may see more. */
  binary: boolean;
  /** Anchors (as they stood, and their number) at which a finder looked far: there a change out of sight may matter. */
  far: ReadonlyMap<string, number>;
}

const MAX_DEPTH = 3;
/** More hits than this in one text are counted as this many: a list of keys is one problem. Doubtful ones must not crowd out the others. */
const MAX_HITS = 2000;
const MAX_DOUBTFUL = 500;
/** Milliseconds a text may take, and what each megabyte adds. Ordinary text needs a thousandth of it. */
const PATIENCE = { start: 4000, megabyte: 300 };
/** Each text that was left for its time halves what the next one may take, down to a 64th: a thousand such texts must come to an end too. */
const MOST_HALVINGS = 6;
/** With more such anchors it is quicker to scan the next version in full. */
const MOST_FAR = 12;
const MARKS_BETWEEN_LOOKS = 4096;

interface Watcher {
  finder: Finder;
  anchor: number;
}

/** All finders behind one automaton. One per thread. */
export class Detector {
  readonly automaton: Automaton;
  readonly #scanner: Scanner;
  readonly #anchors: readonly string[];
  readonly #watchers: readonly (readonly Watcher[])[];
  #depth = 0;
  #gaveUp = false;
  /** Texts that were left because their time was up. */
  #left = 0;
  #deadline = 0;

  /** `automaton`: one made earlier from the same providers and values, e.g. on another thread. */
  constructor(providers: readonly LoadedProvider[], exact: readonly ExactValue[] = [], automaton?: Automaton) {
    const rules = providers.flatMap((provider) => provider.rules.map((rule) => ruleFinder(provider, rule)));
    const plain = [...rules, jwtFinder, privateKeyFinder, connectionStringFinder, authHeaderFinder, genericFinder];
    const encoded = encodedFinders(worthDecoding(providers), (bytes) => this.#decoded(bytes));
    const finders = [...plain, ...encoded, ...exact.map(exactValueFinder)];
    const watchers = new Map<string, Watcher[]>();
    for (const finder of finders) {
      for (const [anchor, text] of finder.anchors.entries()) {
        const key = text.toLowerCase();
        const list = watchers.get(key);
        if (list === undefined) watchers.set(key, [{ finder, anchor }]);
        else list.push({ finder, anchor });
      }
    }
    this.#anchors = [...watchers.keys()];
    this.#watchers = [...watchers.values()];
    this.automaton = automaton ?? buildAutomaton(this.#anchors);
    this.#scanner = new Scanner(this.automaton);
  }

  /** Every secret, public key and placeholder in the bytes. */
  scan(bytes: Buffer): ScanResult {
    this.#startClock(bytes);
    const readable = decodeUtf16(bytes);
    const text = new Text(readable.bytes, isBinary(readable.bytes));
    const hits = this.#find(text);
    const { via } = readable;
    const told = via === null ? hits : hits.map((hit) => ({ ...hit, via: [via, ...(hit.via ?? [])] }));
    this.#stopClock();
    const quiet = via === null && hits.length === 0 ? this.#quiet(text) : null;
    return { hits: told, text: readable.bytes, gaveUp: this.#gaveUp, quiet };
  }

  /**
   * Looks at a version of quiet bytes only where it differs from them (pairs of places, ascending), and at what hangs on bytes farther
   * off. Null where it is not quiet, or that cannot be said; then a scan will tell.
   */
  staysQuiet(bytes: Buffer, base: Quiet, changes: readonly number[]): Quiet | null {
    const text = new Text(bytes, isBinary(bytes));
    if (text.binary !== base.binary || decodeUtf16(bytes).via !== null) return null;
    this.#startClock(bytes);
    for (const far of base.far) text.far.set(...far);
    const stretches = nearChanges(changes, bytes.length, this.automaton.longest);
    const isQuiet = this.#find(text, stretches).length === 0 && this.#isQuietAt(text, base.far);
    this.#stopClock();
    return isQuiet ? this.#quiet(text) : null;
  }

  #startClock(bytes: Buffer): void {
    this.#gaveUp = false;
    const patience = PATIENCE.start + (bytes.length / 1e6) * PATIENCE.megabyte;
    this.#deadline = performance.now() + patience / 2 ** Math.min(this.#left, MOST_HALVINGS);
  }

  #stopClock(): void {
    if (performance.now() > this.#deadline) this.#left++;
  }

  #isQuietAt(text: Text, anchors: ReadonlyMap<string, number>): boolean {
    let told = false;
    const emit = (): void => void (told = true);
    for (const [letters, anchor] of anchors) {
      for (
        let at = text.bytes.indexOf(letters, 0, 'latin1');
        at !== -1;
        at = text.bytes.indexOf(letters, at + 1, 'latin1')
      ) {
        this.#look(text, at, at + letters.length, anchor, emit);
        if (told || performance.now() > this.#deadline) return false;
      }
    }
    return true;
  }

  #quiet(text: Text): Quiet | null {
    return this.#gaveUp || text.far.size > MOST_FAR || text.farAtStart ? null : { binary: text.binary, far: text.far };
  }

  #look(text: Text, start: number, end: number, anchor: number, emit: (hit: Hit) => void): void {
    for (const watcher of this.#watchers[anchor] ?? []) {
      watcher.finder.find(text, start, end, watcher.anchor, emit);
      if (!text.lookedFar) continue;
      text.lookedFar = false;
      text.farAtStart ||= start < 0;
      text.far.set(text.slice(start, end), anchor);
    }
  }

  #find(text: Text, stretches: readonly number[] = [0, text.length]): Hit[] {
    const hits = new Map<string, Hit>();
    let doubtful = 0;
    const emit = (hit: Hit): void => {
      const isDoubtful = hit.rank === 0 || hit.verdict !== 'secret';
      if (isDoubtful && ++doubtful > MAX_DOUBTFUL) return;
      if (hits.size < MAX_HITS) hits.set(`${hit.start}:${hit.end}:${hit.rule}`, hit);
      else this.#gaveUp ||= !isDoubtful;
    };
    const onPiece = (marks: readonly number[]): void => {
      for (let i = 0; i < marks.length && !this.#gaveUp; i += 2) {
        if (i % MARKS_BETWEEN_LOOKS === 0) this.#gaveUp = performance.now() > this.#deadline;
        const anchor = marks[i + 1] ?? 0;
        const end = (marks[i] ?? 0) + 1;
        const start = end - (this.#anchors[anchor]?.length ?? 0);
        this.#look(text, start, end, anchor, emit);
      }
    };
    for (let i = 0; i < stretches.length; i += 2)
      this.#scanner.scan(text.bytes, onPiece, stretches[i], stretches[i + 1]);
    return settle([...hits.values()]);
  }

  #decoded(bytes: Buffer): Hit[] {
    if (this.#depth >= MAX_DEPTH) return [];
    this.#depth++;
    try {
      return this.#find(new Text(bytes, false)).filter((hit) => hit.rank > 0);
    } finally {
      this.#depth--;
    }
  }
}

/** NUL bytes near the start: not text. */
const isBinary = (bytes: Buffer): boolean => bytes.subarray(0, 8000).includes(0);
