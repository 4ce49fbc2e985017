/**
 * An Aho-Corasick automaton over bytes, compiled to a dense table: every anchor of every rule is looked for in one pass.
 * Letters are compared without case; what needs case is compared again by whoever asked.
 */
export interface Automaton {
  /** Maps a byte to its class; class 0 is every byte that stands in no anchor. */
  classes: Uint8Array;
  /** `next[state << shift | class]`. */
  next: Uint16Array;
  shift: number;
  /** States from this one on end an anchor. */
  firstMatch: number;
  /** Anchor numbers that end in state `firstMatch + i`, longest first. */
  outputs: readonly (readonly number[])[];
  /** Length of the longest anchor: how much two pieces of one text must overlap. */
  longest: number;
}

const MAX_STATES = 65_535;

/** `anchors` are latin1 texts of at least one byte; numbered as given. Throws when they need more than 65,535 states. */
export const buildAutomaton = (anchors: readonly string[]): Automaton => {
  const classes = classify(anchors);
  const trie = plant(anchors, classes);
  const order = link(trie);
  return compile(trie, order, classes, anchors);
};

const fold = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

const classify = (anchors: readonly string[]): Uint8Array => {
  const classes = new Uint8Array(256);
  let count = 1;
  for (const anchor of anchors) {
    for (let i = 0; i < anchor.length; i++) {
      const byte = fold(anchor.charCodeAt(i) & 0xff);
      if (classes[byte] === 0) classes[byte] = count++;
    }
  }
  for (let byte = 65; byte <= 90; byte++) classes[byte] = classes[byte + 32] ?? 0;
  return classes;
};

interface Trie {
  width: number;
  /** `children[node * width + class]`, 0 for none. */
  children: Int32Array;
  nodes: number;
  ends: Map<number, number[]>;
}

const plant = (anchors: readonly string[], classes: Uint8Array): Trie => {
  const width = Math.max(...classes) + 1;
  const bound = anchors.reduce((sum, anchor) => sum + anchor.length, 1);
  const trie: Trie = { width, children: new Int32Array(bound * width), nodes: 1, ends: new Map() };
  for (const [number, anchor] of anchors.entries()) {
    let node = 0;
    for (let i = 0; i < anchor.length; i++) {
      const at = node * width + (classes[fold(anchor.charCodeAt(i) & 0xff)] ?? 0);
      if (trie.children[at] === 0) trie.children[at] = trie.nodes++;
      node = trie.children[at] ?? 0;
    }
    const ends = trie.ends.get(node);
    if (ends === undefined) trie.ends.set(node, [number]);
    else ends.push(number);
  }
  if (trie.nodes > MAX_STATES) throw new Error(`the anchors need ${trie.nodes} states, more than ${MAX_STATES}`);
  return trie;
};

/** Breadth first: fills in every transition by the failure links and inherits their ends. Returns the nodes in that order. */
const link = (trie: Trie): number[] => {
  const { width, children, ends } = trie;
  const failure = new Int32Array(trie.nodes);
  const order = [0];
  for (let head = 0; head < order.length; head++) {
    const node = order[head] ?? 0;
    const inherited = node === 0 ? undefined : ends.get(failure[node] ?? 0);
    if (inherited !== undefined) ends.set(node, [...(ends.get(node) ?? []), ...inherited]);
    for (let c = 0; c < width; c++) {
      const child = children[node * width + c] ?? 0;
      const fallback = node === 0 ? 0 : (children[(failure[node] ?? 0) * width + c] ?? 0);
      if (child === 0) children[node * width + c] = fallback;
      else {
        failure[child] = fallback;
        order.push(child);
      }
    }
  }
  return order;
};

/** Renumbers the states so that those that end an anchor stand last: one comparison tells them apart. */
const compile = (trie: Trie, order: readonly number[], classes: Uint8Array, anchors: readonly string[]): Automaton => {
  const plain = order.filter((node) => !trie.ends.has(node));
  const ending = order.filter((node) => trie.ends.has(node));
  const renumbered = new Uint16Array(trie.nodes);
  for (const [state, node] of [...plain, ...ending].entries()) renumbered[node] = state;
  const shift = Math.ceil(Math.log2(trie.width));
  // Shared, so that threads can use one table.
  const next = new Uint16Array(new SharedArrayBuffer((trie.nodes << shift) * 2));
  for (const node of order) {
    const row = (renumbered[node] ?? 0) << shift;
    for (let c = 0; c < trie.width; c++) next[row | c] = renumbered[trie.children[node * trie.width + c] ?? 0] ?? 0;
  }
  return {
    classes,
    next,
    shift,
    firstMatch: plain.length,
    outputs: ending.map((node) => trie.ends.get(node) ?? []),
    longest: anchors.reduce((most, anchor) => Math.max(most, anchor.length), 0),
  };
};
