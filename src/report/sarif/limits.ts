/** What GitHub code scanning takes in one run; more is refused or dropped without a word. */
export const GITHUB_LIMITS = {
  results: 5_000,
  locationsPerResult: 100,
  tagsPerRule: 10,
  /** Of the file as gzip makes it. */
  gzipBytes: 10 * 1000 * 1000,
} as const;

export type SarifLimits = { readonly [K in keyof typeof GITHUB_LIMITS]: number };
