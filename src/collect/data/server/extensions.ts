import { extensionsIn } from '../sandbox/extensions.ts';

/** Extensions that the embedded database lacks and that reach nothing outside of the database they are in. */
const HARMLESS = new Set([
  'vector',
  'postgis',
  'postgis_topology',
  'pgroonga',
  'rum',
  'pg_jsonschema',
  'pgjwt',
  'pg_uuidv7',
  'h3',
  'hypopg',
  'pgtap',
]);

/** What migrations ask for, and may have: those that read files, run programs or call other machines are left out. */
export const askedExtensions = (texts: readonly string[]): string[] => {
  const asked = new Set(extensionsIn(texts));
  for (const text of texts)
    for (const [, name = ''] of text.matchAll(/\bcreate\s+extension\s+(?:if\s+not\s+exists\s+)?"?([\w-]+)"?/gi))
      if (HARMLESS.has(name.toLowerCase())) asked.add(name.toLowerCase());
  return [...asked];
};
