import { isScalar, LineCounter, parseAllDocuments, visit } from 'yaml';
import { tomlSettings } from './toml.ts';
import { withoutComments } from './without-comments.ts';

/** One value of a configuration file with the keys above it; numbers of list entries are keys too. */
export interface Setting {
  keys: readonly string[];
  value: string;
  /** From 1. */
  line: number;
}

const MOST_SETTINGS = 5_000;
const MOST_TEXT = 512 * 1024;

/** The values of a TOML, JSON (with comments) or YAML file in order; what cannot be read is left out. Aliases are not followed. */
export const settingsOf = (path: string, text: string): Setting[] => {
  if (text.length > MOST_TEXT) return [];
  if (path.endsWith('.toml')) return tomlSettings(text).slice(0, MOST_SETTINGS);
  return yamlSettings(/\.jsonc?$|\.json5$/.test(path) ? withoutComments(text) : text);
};

const yamlSettings = (text: string): Setting[] => {
  const found: Setting[] = [];
  const lines = new LineCounter();
  for (const document of parseAllDocuments(text, { lineCounter: lines, strict: false, uniqueKeys: false })) {
    visit(document, {
      Scalar: (key, node, path) => {
        if (key === 'key' || found.length >= MOST_SETTINGS) return;
        const keys = path.flatMap((one, at): string[] => {
          if ('key' in one) return isScalar(one.key) ? [String(one.key.value)] : [];
          const next = path[at + 1] ?? node;
          return 'items' in one && !('key' in next) && one.constructor.name === 'YAMLSeq'
            ? [String((one.items as readonly unknown[]).indexOf(next))]
            : [];
        });
        const line = node.range == null ? 1 : lines.linePos(node.range[0]).line;
        const { value } = node;
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
          found.push({ keys, value: String(value), line });
      },
    });
  }
  return found;
};
