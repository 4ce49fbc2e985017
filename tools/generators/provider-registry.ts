import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Provider } from '../../src/collect/secrets/define-provider.ts';
import { BANNER, type Generator } from './generator.ts';

const FOLDER = 'src/collect/secrets/providers';

/**
 * All provider files in one module, as plain data without samples: loading five hundred files takes ten times as long as
 * loading one. A file is found by being there.
 */
export const providerRegistry: Generator = async (root) => {
  const files = globSync('*/*.ts', { cwd: join(root, FOLDER) })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();
  const providers = await Promise.all(
    files.map(async (file) => ((await import(join(root, FOLDER, file))) as { default: Provider }).default),
  );
  const lines = providers.map((provider) => `  ${literal(provider)},\n`).join('');
  const content = `${BANNER}import type { LoadedProvider } from '../define-provider.ts';\n\nexport const PROVIDERS: readonly LoadedProvider[] = [\n${lines}];\n`;
  return [{ path: `${FOLDER}/registry.generated.ts`, content }];
};

const literal = (value: unknown): string => {
  if (value instanceof RegExp) return value.toString();
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([key]) => key !== 'samples');
  return `{ ${members.map(([key, member]) => `${JSON.stringify(key)}: ${literal(member)}`).join(', ')} }`;
};
