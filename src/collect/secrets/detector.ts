import { buildAutomaton, type Automaton } from './automaton/build.ts';
import { Scanner } from './automaton/scanner.ts';
import type { Hit } from './detect/hit.ts';
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

export interface ScanResult {
  /** In order, without overlaps. */
  hits: readonly Hit[];
  /** What the hits' places count in: the bytes given, or what they say when they are UTF-16. */
  text: Buffer;
  /** The text was made to take long, and was left before its end. */
  gaveUp: boolean;
}

const MAX_DEPTH = 3;
/** More hits than this in one text are counted as this many: a list of keys is one problem. Doubtful ones must not crowd out the others. */
const MAX_HITS = 2000;
const MAX_DOUBTFUL = 500;
/** Milliseconds a text may take, and what each megabyte adds. Ordinary text needs a thousandth of it. */
const PATIENCE = { start: 4000, megabyte: 300 };
/** Each text that was left for its time halves what the next one may take, down to a 64th: a thousand such texts must come to an end too. */
const MOST_HALVINGS = 6;
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
    const distinctive = providers.flatMap((provider) =>
      provider.rules.filter((rule) => rule.identifiedBy !== 'context').flatMap((rule) => rule.anchors),
    );
    const worthDecoding = [...distinctive.map(withoutDelimiters), ...ENCODED_ANCHORS];
    const encoded = encodedFinders([...new Set(worthDecoding)], (bytes) => this.#decoded(bytes));
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
    this.#gaveUp = false;
    const patience = PATIENCE.start + (bytes.length / 1e6) * PATIENCE.megabyte;
    this.#deadline = performance.now() + patience / 2 ** Math.min(this.#left, MOST_HALVINGS);
    const readable = decodeUtf16(bytes);
    const text = new Text(readable.bytes, isBinary(readable.bytes));
    const hits = this.#find(text);
    const { via } = readable;
    const told = via === null ? hits : hits.map((hit) => ({ ...hit, via: [via, ...(hit.via ?? [])] }));
    if (performance.now() > this.#deadline) this.#left++;
    return { hits: told, text: readable.bytes, gaveUp: this.#gaveUp };
  }

  #find(text: Text): Hit[] {
    const hits = new Map<string, Hit>();
    let doubtful = 0;
    const emit = (hit: Hit): void => {
      const isDoubtful = hit.rank === 0 || hit.verdict !== 'secret';
      if (isDoubtful && ++doubtful > MAX_DOUBTFUL) return;
      if (hits.size < MAX_HITS) hits.set(`${hit.start}:${hit.end}:${hit.rule}`, hit);
      else this.#gaveUp ||= !isDoubtful;
    };
    this.#scanner.scan(text.bytes, (marks) => {
      for (let i = 0; i < marks.length && !this.#gaveUp; i += 2) {
        if (i % MARKS_BETWEEN_LOOKS === 0) this.#gaveUp = performance.now() > this.#deadline;
        const anchor = marks[i + 1] ?? 0;
        const end = (marks[i] ?? 0) + 1;
        const start = end - (this.#anchors[anchor]?.length ?? 0);
        for (const watcher of this.#watchers[anchor] ?? []) watcher.finder.find(text, start, end, watcher.anchor, emit);
      }
    });
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

/** What is worth looking for in encoded text besides the providers' formats. */
const ENCODED_ANCHORS = [
  'postgres://',
  'postgresql://',
  'mongodb://',
  'mongodb+srv://',
  'mysql://',
  'redis://',
  'rediss://',
  'amqp://',
  'PRIVATE KEY-----',
  '"role":"service_role"',
  '"private_key":',
  'SECRET',
  'secret',
  'PASSWORD',
  'password',
  '_TOKEN=',
  'API_KEY',
  'api_key',
  'apiKey',
  '_KEY=',
];

/** Short prefixes are anchored with the character before them, which in encoded text is another. */
const withoutDelimiters = (anchor: string): string => anchor.replace(/^[^A-Za-z0-9]+/, '');

/**
 * Where hits overlap, one stays: the higher rank; a secret before what is public; the surer; the longer value; the longer match,
 * as of a rule that saw its provider's name too; the longer anchor. So a provider's password in a connection string is the
 * provider's, and `UPLOADTHING_SECRET=sk_live_…` is not Stripe's.
 */
const settle = (hits: Hit[]): Hit[] => {
  const best = hits.toSorted(
    (a, b) =>
      b.rank - a.rank ||
      VERDICT.indexOf(a.verdict) - VERDICT.indexOf(b.verdict) ||
      CONFIDENCE.indexOf(a.confidence) - CONFIDENCE.indexOf(b.confidence) ||
      b.end - b.start - (a.end - a.start) ||
      (b.matched ?? 0) - (a.matched ?? 0) ||
      (b.anchor ?? 0) - (a.anchor ?? 0),
  );
  const kept: Hit[] = [];
  for (const hit of best) {
    const over = kept.findIndex((other) => hit.start < other.end && other.start < hit.end);
    const winner = kept[over];
    if (winner === undefined) kept.push(hit);
    else if (winner.value !== hit.value) continue;
    else if (winner.rank === 3 && hit.rank === 2)
      kept[over] = { ...hit, confidence: 'certain', without: hit.confidence, via: winner.via ?? [], rank: 3 };
    else if (winner.facts === undefined && hit.facts !== undefined && winner.verdict === hit.verdict)
      kept[over] = { ...winner, facts: hit.facts };
  }
  return kept.toSorted((a, b) => a.start - b.start);
};

const VERDICT = ['secret', 'public', 'placeholder'];
const CONFIDENCE = ['certain', 'high', 'medium', 'low'];

/** NUL bytes near the start: not text. */
const isBinary = (bytes: Buffer): boolean => bytes.subarray(0, 8000).includes(0);
