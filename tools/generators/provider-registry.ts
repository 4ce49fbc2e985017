import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BANNER, camelCase, type Generator } from './generator.ts';

const FOLDER = 'src/collect/secrets/providers';

/** One import a provider file; a file is found by being there. */
export const providerRegistry: Generator = (root) => {
  const files = globSync('*/*.ts', { cwd: join(root, FOLDER) })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const name = (file: string): string => `_${camelCase(basename(file, '.ts'))}`;
  const imports = files.map((file) => `import ${name(file)} from './${file}';\n`).join('');
  const list = files.map((file) => `  ${name(file)},\n`).join('');
  const content = `${BANNER}import type { Provider } from '../define-provider.ts';\n${imports}\nexport const PROVIDERS: readonly Provider[] = [\n${list}];\n`;
  return [{ path: `${FOLDER}/registry.generated.ts`, content }];
};
