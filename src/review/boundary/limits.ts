/** How much of the running app a Review carries. Reports rely on them. */
export const BOUNDARY_LIMITS = {
  rows: 500,
  roles: 16,
  exchanges: 400,
  untested: 100,
  sensitive: 120,
  actors: 50,
  left: 50,
  origins: 20,
  /** Characters of an operation's id. */
  operation: 300,
  name: 100,
  header: 240,
  headers: 14,
  body: 2_400,
  /** Of an exchange that shows nothing wrong. */
  plainBody: 400,
} as const;

/** Entries of each kind from which tests are written. */
export const MOST_TRIALS = 300;
