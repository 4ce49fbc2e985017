import { decoded } from '../template.ts';
import { isTree, type Tree } from './read-text.ts';

const MOST_HOPS = 20;

export interface Resolver {
  /** The node itself, or what its local `$ref` leads to; undefined when that is not there, not local or a circle. */
  at(node: unknown): Tree | undefined;
  /** References that lead out of the document; they are never fetched. */
  remote: Set<string>;
}

/** Resolves `#/…` in one document, and nothing else. */
export const createResolver = (root: Tree): Resolver => {
  const remote = new Set<string>();
  return {
    remote,
    at: (node) => {
      let now: unknown = node;
      for (let hops = 0; hops < MOST_HOPS; hops++) {
        if (!isTree(now)) return undefined;
        const ref = now['$ref'];
        if (typeof ref !== 'string') return now;
        if (!ref.startsWith('#')) {
          if (remote.size < 50) remote.add(ref.slice(0, 200));
          return undefined;
        }
        now = pointed(root, ref);
      }
      return undefined;
    },
  };
};

/** RFC 6901, in a URI fragment. */
const pointed = (root: Tree, ref: string): unknown => {
  let now: unknown = root;
  for (const step of ref.slice(1).split('/').slice(1, 40)) {
    const key = decoded(step).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof now !== 'object' || now === null || !Object.hasOwn(now, key)) return undefined;
    now = (now as Record<string, unknown>)[key];
  }
  return now;
};
