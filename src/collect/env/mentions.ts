const TEXTS =
  /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py|go|rb|php|java|kts?|rs|cs|exs?|sh|bash|ya?ml|json5?|toml|tf|tfvars|prisma|graphql|html?|hcl|gradle|ini|conf|cfg|properties|nix|swift|dart)$|(?:^|\/)(?:[\w.-]*Dockerfile[\w.-]*|Containerfile|Makefile|Procfile|Justfile|Caddyfile)$/i;

/** Whether a mention there shows that a variable is used. Prose does not. */
export const countsAsMention = (path: string): boolean =>
  TEXTS.test(path) && !/(?:^|\/)(?:package-lock|pnpm-lock|composer\.lock)/.test(path);

/**
 * Names of example files that stand as whole words in code or configuration. Finds uses that no rule of this collector
 * knows: frameworks that read a variable by convention, own loaders, infrastructure.
 */
export class Mentions {
  readonly #missing: Set<string>;
  readonly #places = new Map<string, { path: string; line: number }>();
  #pattern: RegExp | null;

  constructor(names: Iterable<string>) {
    this.#missing = new Set([...names].slice(0, 1000));
    this.#pattern = this.#build();
  }

  get done(): boolean {
    return this.#missing.size === 0;
  }

  get found(): ReadonlyMap<string, { path: string; line: number }> {
    return this.#places;
  }

  look(path: string, text: string): void {
    if (this.#pattern === null) return;
    let changed = false;
    for (const match of text.matchAll(this.#pattern)) {
      const name = match[0];
      if (!this.#missing.delete(name)) continue;
      changed = true;
      this.#places.set(name, { path, line: text.slice(0, match.index).split('\n').length });
    }
    if (changed) this.#pattern = this.#build();
  }

  #build(): RegExp | null {
    return this.#missing.size === 0
      ? null
      : new RegExp(
          `\\b(?:${[...this.#missing]
            .toSorted((a, b) => b.length - a.length)
            .map(escape)
            .join('|')})\\b`,
          'g',
        );
  }
}

const escape = (name: string): string => name.replace(/[^\w]/g, '\\$&');
