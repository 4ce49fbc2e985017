import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import type { Config } from '../../model/target.ts';
import { withDefaults } from './defaults.ts';
import { positionAt, SourceError } from './source/literal.ts';

const MAX_BYTES = 1024 * 1024;

const KINDS: Readonly<Record<string, 'json' | 'js' | 'ts'>> = {
  '.json': 'json',
  '.jsonc': 'json',
  '.js': 'js',
  '.mjs': 'js',
  '.cjs': 'js',
  '.ts': 'ts',
  '.mts': 'ts',
};

const NEVER_RUN = 'The config is data and is never run: write plain values.';

/**
 * Reads one config file, without ever running it. `shown` is how messages name it. The error has one line for each
 * complaint, `file:line:column key: what is wrong`.
 */
export const loadConfig = async (
  path: string,
  shown: string,
): Promise<{ ok: true; config: Config } | { ok: false; error: string }> => {
  const kind = KINDS[extname(path).toLowerCase()];
  if (kind === undefined)
    return { ok: false, error: `${shown} is not a config: its name must end in .ts, .js, .mjs, .json or .jsonc.` };
  const read = readText(path);
  if (!read.ok) return { ok: false, error: `${shown} cannot be read: ${read.error}.` };
  const at = (offset: number): string => {
    const { line, column } = positionAt(read.text, offset);
    return `${shown}:${line}:${column}`;
  };
  try {
    const { readSource } = await import('./source/read-source.ts');
    const literal = await readSource(read.text, kind);
    const { validateConfig } = await import('./validate-config.ts');
    const valid = validateConfig(literal);
    if (valid.ok) return { ok: true, config: withDefaults(valid.input) };
    return {
      ok: false,
      error: valid.complaints
        .map((one) => `${at(one.offset)} ${one.key === '' ? 'the config' : one.key}: ${one.message}`)
        .join('\n'),
    };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { ok: false, error: `${at(error.offset)} ${error.message}.${kind === 'json' ? '' : ` ${NEVER_RUN}`}` };
  }
};

const readText = (path: string): { ok: true; text: string } | { ok: false; error: string } => {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return { ok: false, error: 'it is not a file' };
    if (stat.size > MAX_BYTES) return { ok: false, error: 'it is larger than 1 MB' };
    return { ok: true, text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { ok: false, error: 'there is no such file' };
    return { ok: false, error: code === 'EACCES' || code === 'EPERM' ? 'no permission' : String(code) };
  }
};
