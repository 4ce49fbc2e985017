/** The path to go to after the login, when it is one of our own pages; `fallback` for everything else. */
export const nextPath = (value: unknown, fallback: string): string =>
  typeof value === 'string' && value.length <= 500 && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value) ? value : fallback;
