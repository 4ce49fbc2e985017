/** How a shell makes a false token out of `$VICTIM`, a real one; undefined where it takes more than a shell. */
export type Forge = (variant: string) => string | undefined;

const base64url = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** The victim's payload under a header that names no algorithm (RFC 7519 6.1), or without its signature. */
export const unsignedToken: Forge = (variant) => {
  const alg = /"([A-Za-z]+)"/.exec(variant)?.[1];
  if (alg !== undefined)
    return `${base64url(JSON.stringify({ alg, typ: 'JWT' }))}.$(printf %s "$VICTIM" | cut -d. -f2).`;
  return variant.includes('left away') ? '${VICTIM%.*}.' : undefined;
};

/** The victim's token with a signature of 32 bytes that nobody made. */
export const wronglySignedToken: Forge = () => `\${VICTIM%.*}.${'A'.repeat(43)}`;
