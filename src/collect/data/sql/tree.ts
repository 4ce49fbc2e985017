/** A node of PostgreSQL's own syntax tree, as libpg-query gives it. */
export type Tree = Readonly<Record<string, unknown>>;

export const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every object in a tree with the name under which it stands. Without recursion: trees of hostile statements are deep. */
export function* nodesIn(root: unknown): Generator<{ name: string; node: Tree }> {
  const open: { name: string; value: unknown }[] = [{ name: '', value: root }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { name, value } = next;
    if (!isTree(value)) continue;
    if (!Array.isArray(value)) yield { name, node: value };
    for (const [key, inner] of Object.entries(value))
      open.push({ name: Array.isArray(value) ? name : key, value: inner });
  }
}

export const textAt = (node: unknown, key: string): string | undefined => {
  const value = isTree(node) ? node[key] : undefined;
  return typeof value === 'string' ? value : undefined;
};

export const listAt = (node: unknown, key: string): readonly unknown[] => {
  const value = isTree(node) ? node[key] : undefined;
  return Array.isArray(value) ? value : [];
};

/** The strings of a list of names: `["public", "orders"]`. */
export const namesOf = (list: readonly unknown[]): string[] =>
  list.flatMap((one) => textAt(isTree(one) ? one['String'] : undefined, 'sval') ?? []);

/** `schema.name` of a list of names. */
export const qualified = (names: readonly string[]): string => {
  const name = names.at(-1) ?? '';
  return `${names.at(-2) ?? 'public'}.${name}`;
};

/** `schema.table` of a RangeVar. */
export const relationOf = (range: unknown): string | undefined => {
  const name = textAt(range, 'relname');
  return name === undefined ? undefined : `${textAt(range, 'schemaname') ?? 'public'}.${name}`;
};
