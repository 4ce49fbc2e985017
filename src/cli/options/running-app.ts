import type { ReviewFlags } from './review-options.ts';

/** Addresses of repositories; those are cloned first, not probed. */
const REPOSITORY = /\.git\/?$|^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)(?:\/|$)/i;

/** The origin when the argument is the address of a running app; null for everything else. */
export const appAt = (argument: string): string | null =>
  /^https?:\/\//i.test(argument) && !REPOSITORY.test(argument) && URL.canParse(argument)
    ? new URL(argument).origin
    : null;

/** Without the code only what a running app shows can be judged. */
export const aloneWith = (flags: ReviewFlags): ReviewFlags =>
  flags.only === undefined && flags.stage === undefined ? { ...flags, stage: ['boundary'] } : flags;
