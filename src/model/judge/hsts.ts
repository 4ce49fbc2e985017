/** Seconds and flags of Strict-Transport-Security (RFC 6797 6.1); undefined where it cannot be read. */
export const parseHsts = (text: string): { maxAge: number; subdomains: boolean; preload: boolean } | undefined => {
  const parts = text.split(';').map((part) => part.trim().toLowerCase());
  const age = parts.find((part) => /^max-age\s*=/.test(part));
  const seconds = /=\s*"?(\d{1,12})"?$/.exec(age ?? '')?.[1];
  if (seconds === undefined) return undefined;
  return {
    maxAge: Number(seconds),
    subdomains: parts.includes('includesubdomains'),
    preload: parts.includes('preload'),
  };
};
