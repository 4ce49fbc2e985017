import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BANNER, camelCase, type Generator } from './generator.ts';

const FOLDER = 'src/checks';

/** Ids of all checks, `<stage>/<folder>`, sorted. A check is found by being there. */
export const checkIds = (root: string): string[] =>
  globSync('*/*/check.ts', { cwd: join(root, FOLDER) })
    .map((file) => dirname(file).replaceAll('\\', '/'))
    .sort();

/** One import a check folder. */
export const checkRegistry: Generator = (root) => {
  const ids = checkIds(root);
  const name = (id: string): string => `_${camelCase(id)}`;
  const imports = ids.map((id) => `import ${name(id)} from './${id}/check.ts';\n`).join('');
  const list = ids.map((id) => `  ${name(id)},\n`).join('');
  const content = `${BANNER}import type { Check } from '../model/check.ts';\n${imports}\nexport const CHECKS: readonly Check[] = [\n${list}];\n`;
  return [{ path: `${FOLDER}/registry.generated.ts`, content }];
};
