import { isPlural, isVerb } from '../words.ts';
import { segmentsOf, templatize, type Templated } from '../template.ts';

const MOST_CHILDREN = 6;
const FIXED = new Set(['new', 'edit', 'search', 'export', 'import', 'me', 'all', 'mine', 'latest', 'top', 'stats']);

/** Learns from the paths of a site which words are values: a collection with many children has items. */
export class Clusters {
  readonly #children = new Map<string, Set<string>>();

  add(path: string): void {
    const segments = segmentsOf(templatize(path).template);
    for (const [index, segment] of segments.entries()) {
      const before = segments[index - 1];
      if (before === undefined || !isPlural(before) || isVerb(segment) || FIXED.has(segment) || segment.startsWith('{'))
        continue;
      const parent = `/${segments.slice(0, index).join('/')}`;
      const children = this.#children.get(parent) ?? new Set<string>();
      if (children.size < 1_000) children.add(segment);
      this.#children.set(parent, children);
    }
  }

  templatize(path: string): Templated {
    return templatize(path, (parent, segment) => {
      const children = this.#children.get(parent);
      if (children === undefined || !children.has(segment)) return false;
      if (children.size >= MOST_CHILDREN) return true;
      return segment.includes('-') && [...children].filter((child) => child.includes('-')).length >= 2;
    });
  }
}
