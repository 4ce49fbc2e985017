import { shapeOf } from '../template.ts';
import type { CodeRoute } from './code-routes.ts';

const sideOf = ({ file, path }: CodeRoute): string => `${/(?:^|\/)(?:api|rest)\//i.test(path) ? 'api' : ''} ${file}`;

/** Whether the routes of a file are at an origin, by those of them that could be asked for. */
export class Vote {
  readonly #files = new Map<string, number>();
  readonly #here = new Map<string, number>();
  readonly #pages = new Map<string, number>();

  /** `code`: all routes; an address that several files have vouches for none of them. */
  constructor(code: readonly CodeRoute[]) {
    const files = Map.groupBy(code, ({ path }) => shapeOf(path));
    for (const [shape, routes] of files) this.#files.set(shape, new Set(routes.map(({ file }) => file)).size);
  }

  count(route: CodeRoute, found: boolean): void {
    const shape = shapeOf(route.path);
    // Missing says something only where a plain GET must have found it.
    const says = found ? 1 : route.methods.includes('GET') && !shape.includes('{') ? -1 : 0;
    if (this.#files.get(shape) === 1) this.#here.set(route.file, (this.#here.get(route.file) ?? 0) + says);
  }

  /** What a route answers with: forms stand beside the pages that they are on, an API in the same file on another side. */
  answered(route: CodeRoute, withPage: boolean): void {
    const key = sideOf(route);
    this.#pages.set(key, (this.#pages.get(key) ?? 0) + (withPage ? 1 : -1));
  }

  /** Its side of its file answers with pages, as far as it was seen. */
  isOfPages(route: CodeRoute): boolean {
    return (this.#pages.get(sideOf(route)) ?? 0) > 0;
  }

  isHere({ file }: CodeRoute): boolean {
    return (this.#here.get(file) ?? 0) > 0;
  }
}
