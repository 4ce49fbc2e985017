import type { EnvEvidence, EnvUse, EnvVariable } from '../../model/evidence/env.ts';

/** One variable as production needs it, joined from the code, the example files and the real env files. No values. */
export interface DocumentedVariable {
  name: string;
  need: 'required' | 'optional' | 'unknown';
  /** A secret by what stands in an env file, or by its name. */
  secret: boolean;
  /** Browsers receive it. */
  isPublic: boolean;
  /** The default in code, when it is harmless. */
  fallback?: string;
  comment?: string;
  usedIn: readonly { path: string; line: number }[];
  /** Env files that have a line for it. */
  files: readonly string[];
  app: string;
}

const SECRET_NAME =
  /(?:SECRET|PASSWORD|PASSWD|PASSPHRASE|TOKEN|PRIVATE_?KEY|API_?KEY|ACCESS_?KEY|SERVICE_ROLE|CREDENTIALS?|ENCRYPTION_?KEY|SIGNING_?KEY|DATABASE_URL|MONGO(?:DB)?_URI|_PWD|_PASS|_KEY)(?:$|_)/;
const PUBLIC_NAME = /PUBLIC|PUBLISHABLE|ANON_KEY|SITE_?KEY|KEY_?ID$|_DSN$|_TTL$|_NAME$|_EXPIR/;
const PUBLIC_PREFIX = /^(?:NEXT_PUBLIC_|VITE_|EXPO_PUBLIC_|REACT_APP_|NUXT_PUBLIC_|GATSBY_|STORYBOOK_)/;

/** All variables that the running app reads or that an example or production file names, by app and name. */
export const documentedVariables = (env: EnvEvidence): DocumentedVariable[] => {
  const uses = Map.groupBy(
    env.uses.filter((use) => use.role !== 'test' && use.via !== 'runtime'),
    (use) => use.name,
  );
  const lines = new Map<string, { path: string; example: boolean; variable: EnvVariable }[]>();
  for (const file of env.files) {
    for (const variable of file.variables) {
      const entry = { path: file.path, example: file.environment === 'example', variable };
      const list = lines.get(variable.name);
      if (list === undefined) lines.set(variable.name, [entry]);
      else list.push(entry);
    }
  }
  const named = env.files
    .filter((file) => file.environment === 'example' || file.environment === 'production')
    .flatMap((file) => file.variables.map((variable) => variable.name));
  const read = env.uses.filter((use) => use.role === 'app').map((use) => use.name);
  return [...new Set([...read, ...named])]
    .map((name) => join(name, uses.get(name) ?? [], lines.get(name) ?? []))
    .toSorted((a, b) => a.app.localeCompare(b.app) || a.name.localeCompare(b.name));
};

const join = (
  name: string,
  uses: readonly EnvUse[],
  lines: readonly { path: string; example: boolean; variable: EnvVariable }[],
): DocumentedVariable => {
  const app = uses.filter((use) => use.role === 'app');
  const fallback = app.find((use) => use.fallback?.kind === 'setting')?.fallback?.text;
  const comment = lines
    .toSorted((a, b) => Number(b.example) - Number(a.example))
    .find(({ variable }) => variable.comment !== undefined)?.variable.comment;
  const known = app.length > 0 ? app : uses;
  return {
    name,
    need: app.some((use) => use.required)
      ? 'required'
      : fallback !== undefined || app.some((use) => use.optional === true)
        ? 'optional'
        : 'unknown',
    secret:
      lines.some(({ variable }) => variable.value === 'secret') || (SECRET_NAME.test(name) && !PUBLIC_NAME.test(name)),
    isPublic: uses.some((use) => use.publicPrefix !== null) || PUBLIC_PREFIX.test(name),
    ...(fallback === undefined || SECRET_NAME.test(name) ? {} : { fallback }),
    ...(comment === undefined ? {} : { comment }),
    usedIn: known.slice(0, 3).map(({ path, line }) => ({ path, line })),
    files: [...new Set(lines.map(({ path }) => path))],
    app: appOf(known[0]?.path ?? lines[0]?.path ?? ''),
  };
};

/** `apps/web` of a monorepo; empty elsewhere. */
const appOf = (path: string): string =>
  /^(?:(?:apps|packages|services)\/[^/]+|supabase\/functions)(?=\/)/.exec(path)?.[0] ?? '';
