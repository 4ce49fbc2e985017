/** Extensions that come with the embedded database, by their SQL name; the module's file is named alike, with `_` for `-`. */
const BUILT_IN = new Set([
  'pgcrypto',
  'uuid-ossp',
  'pg_trgm',
  'citext',
  'unaccent',
  'hstore',
  'ltree',
  'btree_gin',
  'btree_gist',
  'fuzzystrmatch',
  'tablefunc',
  'cube',
  'earthdistance',
  'intarray',
  'moddatetime',
  'isn',
  'seg',
]);

/** Those that migrations ask for. Policies of Supabase projects use the first two without asking. */
export const extensionsIn = (texts: readonly string[]): string[] => {
  const asked = new Set(['pgcrypto', 'uuid-ossp']);
  for (const text of texts)
    for (const [, name = ''] of text.matchAll(/\bcreate\s+extension\s+(?:if\s+not\s+exists\s+)?"?([\w-]+)"?/gi))
      if (BUILT_IN.has(name.toLowerCase())) asked.add(name.toLowerCase());
  if (asked.has('earthdistance')) asked.add('cube');
  return [...asked];
};

export const isBuiltIn = (name: string): boolean => BUILT_IN.has(name.toLowerCase());

/** Types of extensions that may not be there. */
const FOREIGN_TYPE =
  /(?<![\w."'])(?:(?:extensions|public)\.)?(vector|halfvec|sparsevec|geography|geometry)(?:\s*\([^()]{0,60}\))?(?=\s*(?:,|\)|$|;|not\b|null\b|default\b|\[))/gim;

/** Types of extensions that are not there, read as text: their rows are not what is asked about. */
export const withoutForeignTypes = (text: string, there: ReadonlySet<string>): string =>
  text.replace(FOREIGN_TYPE, (whole, type: string) =>
    there.has(/^geo/i.test(type) ? 'postgis' : 'vector') ? whole : 'text',
  );
