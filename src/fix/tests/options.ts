export type Runner = 'vitest' | 'jest' | 'node';

/** How the tests have to look to fit in somebody's repository. */
export interface TestsOptions {
  runner: Runner;
  language: 'ts' | 'js';
  modules: 'esm' | 'cjs';
  /** How their imports name a file: `./support.js`, `./support.ts` or `./support`. */
  ending: '.ts' | '.js' | '';
  /** Folder of the tests, relative to the repository, for what is said of them. */
  folder: string;
  /** Jest's globals are imported from its package, where they are not simply there. */
  jestGlobals: boolean;
}

/** The variable that says where the app answers. Vite sets BASE_URL itself, to the path of its own pages. */
export const baseVariable = ({ runner }: Pick<TestsOptions, 'runner'>): string =>
  runner === 'vitest' ? 'APP_BASE_URL' : 'BASE_URL';

/** One file of the tests; `name` is relative to their folder. */
export interface TestFile {
  name: string;
  text: string;
}
