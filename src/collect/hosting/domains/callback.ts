/** Only words in the path: what looks like a code or a key in it stays where it is. */
const WORDS = /^(?:\/[a-z][a-z_-]{0,30})*\/?$/i;

/** An address that others call, without what may be secret in it; undefined for what is none. */
export const callbackOf = (value: string): string | undefined => {
  if (!URL.canParse(value)) return undefined;
  const { protocol, host, pathname } = new URL(value);
  return /^https?:$/.test(protocol) && WORDS.test(pathname) ? `${protocol}//${host}${pathname}` : undefined;
};
