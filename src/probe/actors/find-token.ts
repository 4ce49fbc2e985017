const NAMES: readonly RegExp[] = [
  /^access_?token$/i,
  /^(?:auth|bearer|id|session)_?token$/i,
  /^token$/i,
  /^(?:jwt|key)$/i,
  /^authentication$/i,
];
const DEEPEST = 5;
const MOST_MEMBERS = 500;

/** The value at `data.session.accessToken`; undefined when it is not there. */
export const valueAt = (json: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (Object(value) as Record<string, unknown>)[name], json);

/** The token of a login's answer, by the names that tokens have; the best name wins, wherever it stands. */
export const findToken = (json: unknown): string | undefined => {
  const found: { rank: number; token: string }[] = [];
  let seen = 0;
  const look = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
    for (const [name, member] of Object.entries(value)) {
      if (++seen > MOST_MEMBERS) return;
      const rank = NAMES.findIndex((pattern) => pattern.test(name));
      if (rank >= 0 && typeof member === 'string' && member.length >= 16 && !/\s/.test(member)) {
        found.push({ rank, token: member });
      } else look(member, depth + 1);
    }
  };
  look(json, 0);
  return found.toSorted((a, b) => a.rank - b.rank)[0]?.token;
};
