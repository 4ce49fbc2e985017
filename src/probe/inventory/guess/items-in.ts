/** The objects of a list's answer: the answer itself, or the first list of objects in it. */
export const itemsIn = (json: unknown, depth = 0): Record<string, unknown>[] => {
  if (Array.isArray(json))
    return json
      .slice(0, 50)
      .filter(
        (item): item is Record<string, unknown> => typeof item === 'object' && item !== null && !Array.isArray(item),
      );
  if (typeof json !== 'object' || json === null || depth > 1) return [];
  for (const value of Object.values(json).slice(0, 30)) {
    const items = itemsIn(value, depth + 1);
    if (items.length > 0) return items;
  }
  return [];
};

/** By what an item is addressed, most likely first. */
const KEYS = ['id', '_id', 'uuid', 'slug', 'key', 'code', 'handle', 'username'];

export const keyOf = (item: Readonly<Record<string, unknown>>): { name: string; value: string } | undefined => {
  for (const name of [
    ...KEYS,
    ...Object.keys(item)
      .filter((key) => /^\w{1,30}(?:Id|_id|ID)$/.test(key))
      .slice(0, 1),
  ]) {
    const value = item[name];
    if ((typeof value === 'string' && /^[^\s/?#]{1,200}$/.test(value)) || typeof value === 'number')
      return { name, value: String(value) };
  }
  return undefined;
};
