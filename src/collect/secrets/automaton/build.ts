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
  const failure = link(trie);
  return compile(trie, failure, classes, anchors);
};

const fold = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

const count = (uses: Uint32Array, byte: number): void => {
  uses[byte] = (uses[byte] ?? 0) + 1;
};

const classify = (anchors: readonly string[]): Uint8Array => {
  const uses = new Uint32Array(256);
  for (const anchor of anchors) for (let i = 0; i < anchor.length; i++) count(uses, fold(anchor.charCodeAt(i) & 0xff));
  const alike = sharing(uses);
  const classes = new Uint8Array(256);
  let next = alike.length === 0 ? 1 : 2;
  for (const byte of alike) classes[byte] = 1;
  for (let byte = 0; byte < 256; byte++) if (uses[byte] !== 0 && classes[byte] === 0) classes[byte] = next++;
  for (let byte = 65; byte <= 90; byte++) classes[byte] = classes[byte + 32] ?? 0;
  return classes;
};

/**
 * Rows are as long as a power of two, so one byte too many doubles the table: then the two rarest bytes share a class. What stands
 * there is looked at again by whoever asked, as is the case of letters.
 */
const sharing = (uses: Uint32Array): number[] => {
  const used = [...uses.keys()].filter((byte) => uses[byte] !== 0);
  const isOneTooMany = used.length >= 64 && Number.isInteger(Math.log2(used.length));
  return isOneTooMany ? used.toSorted((a, b) => (uses[a] ?? 0) - (uses[b] ?? 0)).slice(0, 2) : [];
};

/**
 * A trie with its nodes in the order in which they were planted: a node's children form a list. Dense rows come last, when it is known
 * from which row each can be copied; there are tens of thousands, and filling them cell by cell would take half the start-up.
 */
interface Trie {
  nodes: number;
  /** Class of the edge that leads to a node. */
  edge: Uint8Array;
  firstChild: Int32Array;
  nextSibling: Int32Array;
  /** Anchor numbers that end at a node. */
  ends: Map<number, number[]>;
}

const plant = (anchors: readonly string[], classes: Uint8Array): Trie => {
  const bound = anchors.reduce((sum, anchor) => sum + anchor.length, 1);
  const trie: Trie = {
    nodes: 1,
    edge: new Uint8Array(bound),
    firstChild: new Int32Array(bound),
    nextSibling: new Int32Array(bound),
    ends: new Map(),
  };
  for (const [number, anchor] of anchors.entries()) {
    let node = 0;
    for (let i = 0; i < anchor.length; i++) {
      const edge = classes[fold(anchor.charCodeAt(i) & 0xff)] ?? 0;
      node = childOf(trie, node, edge) || addChild(trie, node, edge);
    }
    const ends = trie.ends.get(node);
    if (ends === undefined) trie.ends.set(node, [number]);
    else ends.push(number);
  }
  if (trie.nodes > MAX_STATES) throw new Error(`the anchors need ${trie.nodes} states, more than ${MAX_STATES}`);
  return trie;
};

/** 0, the root, when there is none: nothing leads to the root. */
const childOf = (trie: Trie, node: number, edge: number): number => {
  let child = trie.firstChild[node] ?? 0;
  while (child !== 0 && trie.edge[child] !== edge) child = trie.nextSibling[child] ?? 0;
  return child;
};

const addChild = (trie: Trie, node: number, edge: number): number => {
  const child = trie.nodes++;
  trie.edge[child] = edge;
  trie.nextSibling[child] = trie.firstChild[node] ?? 0;
  trie.firstChild[node] = child;
  return child;
};

interface Links {
  /** Where a node goes on when no child fits: the longest end of its text that is a node too. */
  failure: Int32Array;
  /** The nodes, breadth first. */
  order: Int32Array;
}

/** Finds the failure links breadth first, and hands each node the ends of the node it fails to. */
const link = (trie: Trie): Links => {
  const failure = new Int32Array(trie.nodes);
  const order = new Int32Array(trie.nodes);
  let filled = 1;
  for (let head = 0; head < filled; head++) {
    const node = order[head] ?? 0;
    for (let child = trie.firstChild[node] ?? 0; child !== 0; child = trie.nextSibling[child] ?? 0) {
      order[filled++] = child;
      if (node !== 0) failure[child] = follow(trie, failure, failure[node] ?? 0, trie.edge[child] ?? 0);
      const inherited = trie.ends.get(failure[child] ?? 0);
      if (inherited !== undefined) trie.ends.set(child, [...(trie.ends.get(child) ?? []), ...inherited]);
    }
  }
  return { failure, order };
};

const follow = (trie: Trie, failure: Int32Array, from: number, edge: number): number => {
  for (let node = from; ; node = failure[node] ?? 0) {
    const child = childOf(trie, node, edge);
    if (child !== 0 || node === 0) return child;
  }
};

/** Numbers the states so that those that end an anchor stand last (one comparison tells them apart) and fills the rows. */
const compile = (trie: Trie, { failure, order }: Links, classes: Uint8Array, anchors: readonly string[]): Automaton => {
  const ending = order.filter((node) => trie.ends.has(node));
  const state = new Uint16Array(trie.nodes);
  let plain = 0;
  for (const node of order) if (!trie.ends.has(node)) state[node] = plain++;
  for (const [index, node] of ending.entries()) state[node] = plain + index;
  const shift = Math.ceil(Math.log2(Math.max(...classes) + 1));
  // Shared, so that threads can use one table.
  const next = new Uint16Array(new SharedArrayBuffer((trie.nodes << shift) * 2));
  for (const node of order) {
    const row = (state[node] ?? 0) << shift;
    if (node !== 0) {
      // Breadth first, so the row of the shorter text is complete.
      const shorter = (state[failure[node] ?? 0] ?? 0) << shift;
      next.copyWithin(row, shorter, shorter + (1 << shift));
    }
    for (let child = trie.firstChild[node] ?? 0; child !== 0; child = trie.nextSibling[child] ?? 0) {
      next[row | (trie.edge[child] ?? 0)] = state[child] ?? 0;
    }
  }
  return {
    classes,
    next,
    shift,
    firstMatch: plain,
    outputs: Array.from(ending, (node) => trie.ends.get(node) ?? []),
    longest: anchors.reduce((most, anchor) => Math.max(most, anchor.length), 0),
  };
};
