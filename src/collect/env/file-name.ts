import type { EnvironmentName } from '../../model/evidence/env.ts';

const NOT_VALUES =
  /\.(?:schema|vault|ts|tsx|js|mjs|cjs|json|ya?ml|md|d\.ts|html|css|py|go|sh|rb|php|zip|gz|enc|gpg|age|asc|sops|map|snap)$/i;

/**
 * Whether a path names a file of `NAME=value` lines: `.env`, `.env.*`, `*.env`. Encrypted forms, schemas and code are
 * left out. `.envrc` is a shell script and so is left out too.
 */
export const isEnvFile = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (NOT_VALUES.test(name)) return false;
  return (
    /^\.env(?:$|[.\-_])/i.test(name) ||
    /^[\w.-]{1,80}\.env$/i.test(name) ||
    /^env\.(?:example|sample|template|local|development|production|staging)$/i.test(name)
  );
};

const WORDS: readonly (readonly [RegExp, EnvironmentName])[] = [
  [/^(?:example|examples|sample|template|tmpl|tpl|dist|default|defaults|defined|skeleton|example\d*)$/, 'example'],
  [/^(?:production|prod|prd|live)$/, 'production'],
  [/^(?:staging|stage|stg|uat|preprod)$/, 'staging'],
  [/^(?:preview|previews|review)$/, 'preview'],
  [/^(?:test|tests|testing|ci|e2e|playwright|cypress|vitest|jest)$/, 'test'],
  [/^(?:development|dev|develop|gitpod|codespaces|devcontainer)$/, 'development'],
  [/^(?:local|docker|compose)$/, 'local'],
];

/**
 * The environment a file's name tells. `example` wins over all (`.env.production.example` holds no values), `local` loses
 * to all (`.env.production.local` is production on this machine). Plain `.env` says nothing.
 */
export const environmentOf = (
  path: string,
  configured: Readonly<Record<string, EnvironmentName>> = {},
): EnvironmentName => {
  const told = configured[path] ?? configured[`./${path}`];
  if (told !== undefined) return told;
  const segments = path.toLowerCase().split('/');
  const name = segments.pop() ?? '';
  const words = name.split(/[.\-_]/).filter((word) => word !== '' && word !== 'env');
  const found = WORDS.find(([pattern]) => words.some((word) => pattern.test(word)));
  if (found !== undefined) return found[1];
  const folder = segments.at(-1) ?? '';
  const byFolder = WORDS.find(([pattern, environment]) => environment !== 'local' && pattern.test(folder));
  return byFolder?.[1] ?? 'unknown';
};
