import type { TestsOptions } from './options.ts';

export interface Import {
  names: readonly string[];
  /** `node:…`, a package, or a file of this folder without its ending: `./support`. */
  from: string;
  /** The default export, instead of names. */
  whole?: string;
}

/**
 * A module's text: imports in the repository's manner, types only in TypeScript. In `body`, `⟨…⟩` marks what is TypeScript's, and
 * a line that begins with `export` exports.
 */
export const moduleText = (
  { language, modules, ending }: TestsOptions,
  imports: readonly Import[],
  body: string,
): string => {
  const typed = language === 'ts' ? body.replaceAll(/[⟨⟩]/g, '') : body.replaceAll(/⟨[^⟨⟩]*⟩\n?/g, '');
  const isCommon = modules === 'cjs' && language === 'js';
  const lines = imports.flatMap(({ names, from, whole }) => {
    if (whole === undefined && names.length === 0) return [];
    const path = `'${from.startsWith('./') ? `${from}${isCommon ? '' : ending}` : from}'`;
    const what = whole ?? `{ ${names.toSorted().join(', ')} }`;
    return [isCommon ? `const ${what} = require(${path});` : `import ${what} from ${path};`];
  });
  const exported = [...typed.matchAll(/^export (?:const|let) (\w+)/gm)].map(([, name = '']) => name);
  const plain = isCommon ? typed.replaceAll(/^export /gm, '') : typed;
  const tail = isCommon && exported.length > 0 ? `\nmodule.exports = { ${exported.join(', ')} };\n` : '';
  const head = isCommon ? `'use strict';\n\n` : '';
  return `${head}${lines.join('\n')}${lines.length > 0 ? '\n\n' : ''}${plain.trim()}\n${tail}`;
};

/** Names of what a runner gives, and how a test says how long it may take. */
export const runnerImports = ({ runner, jestGlobals }: TestsOptions, names: readonly string[]): Import[] => {
  const own = names.map((name) => (name === 'before' && runner !== 'node' ? 'beforeAll' : name));
  if (runner === 'jest') return jestGlobals ? [{ names: own, from: '@jest/globals' }] : [];
  return [{ names: own, from: runner === 'node' ? 'node:test' : 'vitest' }];
};

/** Where something is made before the tests: `before(async () => { … })`. Node's has no limit of time. */
export const beforeSource = ({ runner }: TestsOptions, body: string): string =>
  runner === 'node' ? `before(async () => {\n${body}\n  });` : `beforeAll(async () => {\n${body}\n  }, PATIENCE);`;

/** What stands behind a test's function: Node's has no limit of time, the others' is a few seconds. */
export const patience = ({ runner }: TestsOptions): string => (runner === 'node' ? '' : ', PATIENCE');
