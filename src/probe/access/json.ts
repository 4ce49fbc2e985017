/** Members whose values change by themselves. */
const VOLATILE =
  /^(?:updated_?at|modified_?at|last_?(?:seen|login|used|active|modified)(?:_?at)?|views?|view_?count|etag|request_?id|trace_?id|timestamp|now|expires(?:_?at)?|server_?time|csrf_?token|url|href|party)$/i;
const ID_NAME =
  /^(?:_?id|uuid|guid|slug|code|number|key|ref|reference|token|handle|username|\w{1,40}(?:_id|Id|ID|_uuid|Uuid))$/;
const DEEPEST = 12;
const MOST = 20_000;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every plain value with the name of its member, at most 20,000. */
export const leavesOf = (json: unknown): { name: string; value: string | number | boolean | null }[] => {
  const found: { name: string; value: string | number | boolean | null }[] = [];
  const look = (value: unknown, name: string, depth: number): void => {
    if (found.length >= MOST || depth > DEEPEST) return;
    if (Array.isArray(value)) for (const one of value) look(one, name, depth + 1);
    else if (isObject(value)) for (const [member, one] of Object.entries(value)) look(one, member, depth + 1);
    else if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
      found.push({ name, value: value as string });
  };
  look(json, '', 0);
  return found;
};

/** The innermost object that is the one of this id; undefined when none is. */
export const partOf = (json: unknown, id: string): Record<string, unknown> | undefined => {
  let found: Record<string, unknown> | undefined;
  let rank = 0;
  let steps = 0;
  const look = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || ++steps > MOST) return;
    if (Array.isArray(value)) for (const one of value) look(one, depth + 1);
    if (!isObject(value)) return;
    for (const [name, one] of Object.entries(value)) {
      if ((typeof one === 'string' || typeof one === 'number') && String(one) === id && ID_NAME.test(name)) {
        // Its own id says more than an id by which something else refers to it.
        const own = /^(?:_?id|uuid|guid|slug)$/.test(name) ? 2 : 1;
        if (own > rank) [found, rank] = [value, own];
      } else if (typeof one === 'object') look(one, depth + 1);
    }
  };
  look(json, 0);
  return found;
};

/** Values of own-id members of the items of a list, wrapped or not. */
export const idsIn = (json: unknown): string[] => {
  const ids = new Set<string>();
  const items = listIn(json) ?? [];
  for (const item of items.slice(0, 1_000)) {
    if (!isObject(item)) continue;
    const id = item['id'] ?? item['_id'] ?? item['uuid'] ?? item['slug'] ?? item['code'];
    if (typeof id === 'string' || typeof id === 'number') ids.add(String(id));
  }
  return [...ids];
};

/** The list that an answer is or holds, at most two members deep. */
export const listIn = (json: unknown, depth = 0): readonly unknown[] | undefined => {
  if (Array.isArray(json)) return json as unknown[];
  if (!isObject(json) || depth > 2) return undefined;
  const inside = Object.values(json).map((value) => listIn(value, depth + 1));
  return inside.find((list) => list !== undefined && list.length > 0) ?? inside.find((list) => list !== undefined);
};

/** JSON in one order and without what changes by itself. */
export const settled = (json: unknown, depth = 0): unknown => {
  if (depth > DEEPEST) return null;
  if (Array.isArray(json)) return json.slice(0, 2_000).map((value) => settled(value, depth + 1));
  // A signature in an address changes with each answer.
  if (typeof json === 'string') return /^(?:https?:\/\/|\/)\S*\?/.test(json) ? json.slice(0, json.indexOf('?')) : json;
  if (!isObject(json)) return json;
  const members = Object.keys(json).filter((name) => !VOLATILE.test(name));
  return Object.fromEntries(members.toSorted().map((name) => [name, settled(json[name], depth + 1)]));
};

export const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(settled(a)) === JSON.stringify(settled(b));

/** Values that say something by themselves: no flags, no empty or tiny ones. */
export const tellingValues = (json: unknown): Set<string> =>
  new Set(
    leavesOf(settled(json))
      .map(({ value }) => (typeof value === 'string' || typeof value === 'number' ? String(value) : ''))
      .filter((value) => value.length > 2),
  );
