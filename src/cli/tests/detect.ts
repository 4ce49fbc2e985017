import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Runner, TestsOptions } from '../../fix/tests/options.ts';
import { CliError } from '../cli-error.ts';
import { readInside } from './read-inside.ts';

/** What somebody's package.json and files say of how their tests look. */
export interface Manner extends Omit<TestsOptions, 'folder'> {
  /** Where their tests live: `test`, `tests`, or nowhere yet. */
  home: string;
}

interface Manifest {
  type?: unknown;
  scripts?: unknown;
  jest?: unknown;
  dependencies?: unknown;
  devDependencies?: unknown;
}

const namesIn = (part: unknown): string[] => (typeof part === 'object' && part !== null ? Object.keys(part) : []);

/** How tests have to look in a repository. `wanted` overrides what is detected. Throws CliError where nothing tells the runner. */
export const detectManner = (root: string, wanted?: Runner): Manner => {
  const manifest = manifestAt(root);
  const files = entriesOf(root);
  const packages = new Set([...namesIn(manifest.dependencies), ...namesIn(manifest.devDependencies)]);
  const scripts = Object.values(
    typeof manifest.scripts === 'object' && manifest.scripts !== null ? manifest.scripts : {},
  )
    .filter((one) => typeof one === 'string')
    .join('\n');
  const runner = wanted ?? runnerOf({ packages, scripts, files, jest: manifest.jest !== undefined });
  if (runner === null)
    throw new CliError('No test runner was found in package.json: say which with --runner vitest, jest or node.');
  const modules = manifest.type === 'module' ? 'esm' : 'cjs';
  const isTyped = files.includes('tsconfig.json') || packages.has('typescript');
  const base = { runner, home: homeOf(files), jestGlobals: packages.has('@jest/globals') };
  const tsconfig = readInside(root, 'tsconfig.json') ?? '';
  const takesTs = /"(?:allowImportingTsExtensions|rewriteRelativeImportExtensions|noEmit)"\s*:\s*true/.test(tsconfig);
  if (runner === 'vitest') {
    // Vite reads import in any package.
    const ending = isTyped && takesTs && /allowImportingTsExtensions|rewriteRelative/.test(tsconfig) ? '.ts' : '.js';
    return { ...base, language: isTyped ? 'ts' : 'js', modules: 'esm', ending };
  }
  if (runner === 'jest') {
    const compiles = ['ts-jest', '@swc/jest', '@babel/preset-typescript', 'next', 'jest-expo', 'react-scripts'];
    const isCompiled = isTyped && compiles.some((name) => packages.has(name));
    const usesBabel = isCompiled || files.some((name) => /^(?:babel\.config\.|\.babelrc)/.test(name));
    const isEsm = usesBabel || modules === 'esm';
    return {
      ...base,
      language: isCompiled ? 'ts' : 'js',
      modules: isEsm ? 'esm' : 'cjs',
      ending: isCompiled ? '' : '.js',
    };
  }
  // Node runs TypeScript tests only where the repository does so already.
  const runsTypes =
    isTyped && /(?:tsx|ts-node|--experimental-strip-types|\.(?:test|spec)\.m?ts|\*\.ts)\b/.test(scripts);
  return {
    ...base,
    language: runsTypes ? 'ts' : 'js',
    modules: runsTypes ? 'esm' : modules,
    ending: runsTypes ? '.ts' : '.js',
  };
};

const manifestAt = (root: string): Manifest => {
  const text = readInside(root, 'package.json');
  if (text === null) return {};
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : {};
  } catch {
    throw new CliError('package.json cannot be read: it is not valid JSON.');
  }
};

interface Signs {
  packages: ReadonlySet<string>;
  scripts: string;
  files: readonly string[];
  jest: boolean;
}

/** What the scripts call comes before what is only installed. */
const runnerOf = ({ packages, scripts, files, jest }: Signs): Runner | null => {
  if (/\bvitest\b/.test(scripts)) return 'vitest';
  if (/\bjest\b/.test(scripts)) return 'jest';
  if (/(?:^|\s)--test\b/m.test(scripts)) return 'node';
  if (packages.has('vitest') || files.some((name) => name.startsWith('vitest.config.'))) return 'vitest';
  if (packages.has('jest') || jest || files.some((name) => name.startsWith('jest.config.'))) return 'jest';
  return null;
};

const homeOf = (files: readonly string[]): string =>
  ['tests', 'test', '__tests__'].find((name) => files.includes(name)) ?? 'tests';

const entriesOf = (root: string): string[] => {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => !entry.isSymbolicLink())
      .map((entry) => entry.name)
      .filter((name) => name.length < 200 && join(root, name).startsWith(root));
  } catch {
    return [];
  }
};
