const NAMES: readonly RegExp[] = [
  /^access_?token$/i,
  /^(?:auth|bearer|id|session)_?token$/i,
  /^token$/i,
  /^(?:jwt|key)$/i,
  /^(?:authentication|authorization)$/i,
];
const DEEPEST = 5;
const MOST_MEMBERS = 500;
const LONGEST = 16_384;

/** The value at `data.session.accessToken` or, as a JSON pointer, `/data/session/accessToken`; undefined when it is not there. */
export const valueAt = (json: unknown, path: string): unknown =>
  (path.startsWith('/') ? pointer(path) : path.split('.')).reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined,
    json,
  );

/** RFC 6901. */
const pointer = (path: string): string[] =>
  path
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A token without the scheme that some apps put in front; undefined for what cannot be one. */
export const asToken = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  const token = value.replace(/^(?:bearer|token|jwt)\s+/i, '');
  return token.length >= 16 && token.length <= LONGEST && /^[\x21-\x7e]+$/.test(token) ? token : undefined;
};

/** The token of a login's answer, by the names that tokens have; the best name wins, wherever it stands. */
export const findToken = (json: unknown): string | undefined => {
  const found: { rank: number; token: string }[] = [];
  let seen = 0;
  const look = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
    for (const [name, member] of Object.entries(value)) {
      if (++seen > MOST_MEMBERS) return;
      const rank = NAMES.findIndex((pattern) => pattern.test(name));
      const token = rank < 0 ? undefined : asToken(member);
      if (token === undefined) look(member, depth + 1);
      else found.push({ rank, token });
    }
  };
  look(json, 0);
  return found.toSorted((a, b) => a.rank - b.rank)[0]?.token;
};

/** Names of the members that lead to a token; undefined when it stands elsewhere. */
export const pathTo = (json: unknown, token: string, depth = 0): string[] | undefined => {
  if (asToken(json) === token) return [];
  if (typeof json !== 'object' || json === null || depth > DEEPEST) return undefined;
  for (const [name, member] of Object.entries(json).slice(0, MOST_MEMBERS)) {
    const below = pathTo(member, token, depth + 1);
    if (below !== undefined) return [name, ...below];
  }
  return undefined;
};

/** What a JSON web token says; null for what is none. Nothing of it is verified. */
export const payloadOf = (token: string): Record<string, unknown> | null => {
  const [, payload = ''] = token.split('.');
  if (!token.startsWith('eyJ') || token.length > LONGEST) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
};
