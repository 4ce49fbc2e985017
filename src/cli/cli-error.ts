/** Something the user can put right: printed as one clear message, exit code 2. */
export class CliError extends Error {}

/** Exit codes: what a script may rely on. */
export const EXIT = { go: 0, noGo: 1, failure: 2, undecided: 3, interrupted: 130 } as const;
