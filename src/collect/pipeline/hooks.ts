import { scannerIn } from './scanner.ts';

const HOOK_FILES =
  /^(?:\.husky\/[\w.-]+|\.pre-commit-config\.ya?ml|\.?lefthook(?:-local)?\.(?:ya?ml|toml|json)|\.githooks\/[\w.-]+|\.simple-git-hooks\.(?:json|[cm]?js)|\.lintstagedrc(?:\.\w+)?|lint-staged\.config\.[cm]?[jt]s|\.overcommit\.yml)$/;

/** Hook files that scan for secrets before a commit, by path. `read` answers null for what is not there. */
export const scanningHooks = (files: readonly string[], read: (path: string) => string | null): string[] => {
  const candidates = [...files.filter((path) => HOOK_FILES.test(path)), '.git/hooks/pre-commit'];
  const found = candidates.filter((path) => scannerIn(read(path) ?? '') !== null);
  return scansFromManifest(read('package.json') ?? '') ? [...found, 'package.json'] : found;
};

/** `lint-staged`, `simple-git-hooks` and `husky` may stand in package.json itself. */
const scansFromManifest = (text: string): boolean => {
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null) return false;
    const entries = Object.entries(manifest).filter(([key]) =>
      ['lint-staged', 'simple-git-hooks', 'husky', 'pre-commit', 'gitHooks'].includes(key),
    );
    return scannerIn(JSON.stringify(Object.fromEntries(entries))) !== null;
  } catch {
    return false;
  }
};
