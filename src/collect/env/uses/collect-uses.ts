import type { EnvUse } from '../../../model/evidence/env.ts';
import { isGivenByPlatform, isStandardName, publicPrefixOf } from '../names.ts';
import { roleOf } from '../role.ts';
import { judgeFallback } from './fallback-kind.ts';
import { isGuarded } from './guard.ts';
import { usesInScript } from './javascript.ts';
import { type Language, markCode } from './mark-code.ts';
import { usesInCompose, usesInGo, usesInPrisma, usesInPython } from './others.ts';
import { lineCounter, type RawUse } from './raw-use.ts';
import type { Awaiting } from './schema/environment-schemas.ts';
import { type Handed, handedIn } from './schema/handed.ts';
import { fileSpeaksOf } from './schema/naming.ts';
import { usesInSchemas, validatorIn } from './schema.ts';

export interface FileUses {
  uses: readonly EnvUse[];
  validatedBy: string | null;
  /** Uses by a schema that is the environment's if a file gives the environment to one of `names`. */
  awaiting: readonly { names: readonly string[]; uses: readonly EnvUse[]; validatedBy: string }[];
  /** Functions and schemas that this file gives the environment to. */
  handed: readonly Handed[];
}

export interface UseOptions {
  /** SvelteKit or Astro is present, so that `PUBLIC_` reaches the browser. */
  plainPublic: boolean;
  /** Names that need no documenting. */
  undocumented: ReadonlySet<string>;
}

const SCRIPT = /\.(?:[cm]?[jt]sx?)$/i;
const MARKUP = /\.(?:vue|svelte|astro)$/i;
const COMPOSE = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/i;
const MOST_IN_FILE = 1000;
/** Whatever its name: only tests and their set-up load a test runner. */
const IN_TEST_RUNNER =
  /(?:\bfrom[ \t]{0,4}|\brequire\([ \t]{0,4}|^import[ \t]{0,4})['"](?:vitest|@jest\/globals|@playwright\/test|node:test|bun:test|@testing-library\/[\w-]{1,40})['"]/m;

/** Whether a file is read for uses at all. */
export const readsEnv = (path: string): boolean =>
  SCRIPT.test(path) || MARKUP.test(path) || COMPOSE.test(path) || /\.(?:py|go|prisma)$/i.test(path);

/** A quick look before any decoding: none of the forms that are read can stand without one of these. */
export const mayReadEnv = (path: string, bytes: Buffer): boolean => {
  if (COMPOSE.test(path)) return bytes.includes('$');
  return ANCHORS.some((anchor) => bytes.includes(anchor)) || mayHoldSchema(path, bytes);
};

/** A schema that is applied to what a function is given needs none of the words above. */
const mayHoldSchema = (path: string, bytes: Buffer): boolean =>
  SCRIPT.test(path) &&
  bytes.includes('bject(') &&
  (fileSpeaksOf(path) !== null || /[{,\s]['"]?[A-Z][A-Z0-9]*_[A-Z0-9_]+['"]?:/.test(bytes.toString('latin1')));

const ANCHORS = [
  '.env',
  'env(',
  '$env/',
  'Env(',
  'EnvVar',
  'EnvOr',
  'EnvString',
  'environ',
  'getenv',
  'os.Getenv',
  'os.LookupEnv',
  'envVar(',
  'envOrThrow(',
  'env }',
  'env,',
  'BaseSettings',
  'ProcessEnv',
  'ConfigModule',
];

/** Uses of environment variables in one file. `path` decides the language and who reads it. */
export const usesIn = (path: string, text: string, options: UseOptions): FileUses => {
  const { raw, validatedBy, awaiting, handed } = rawUses(path, text);
  const role = IN_TEST_RUNNER.test(text) ? 'test' : roleOf(path);
  const lineOf = lineCounter(text);
  const told = (found: readonly RawUse[]): EnvUse[] => {
    const best = new Map<string, EnvUse>();
    for (const use of found.slice(0, MOST_IN_FILE)) {
      if (use.name === '' || isStandardName(use.name)) continue;
      const free = options.undocumented.has(use.name) || isGivenByPlatform(use.name, path);
      const judged =
        use.fallback === undefined
          ? undefined
          : judgeFallback(use.name, use.fallback, role !== 'app' || isGuarded(text, use.name, use.at));
      const seen: EnvUse = {
        name: use.name,
        path,
        line: lineOf(use.at),
        via: use.via,
        publicPrefix: publicPrefixOf(use.name, options.plainPublic),
        required: use.required,
        ...(use.optional === true ? { optional: true } : {}),
        role: free && role === 'app' ? 'tool' : role,
        ...(judged === undefined ? {} : { fallback: judged }),
      };
      best.set(use.name, merge(best.get(use.name), seen));
    }
    return [...best.values()];
  };
  return {
    uses: told(raw),
    validatedBy: role === 'test' ? null : validatedBy,
    awaiting:
      role === 'test'
        ? []
        : awaiting.map(({ names, raw: held }) => ({ names, uses: told(held), validatedBy: libraryOf(text) })),
    // A test that reads the app's schema shows that it is the environment's too.
    handed,
  };
};

/** One use a file and name: the first place, unless a later one has the default that matters. */
const merge = (first: EnvUse | undefined, next: EnvUse): EnvUse => {
  if (first === undefined) return next;
  const telling = next.fallback?.kind === 'secret-like' && first.fallback?.kind !== 'secret-like' ? next : first;
  const fallback = telling.fallback ?? next.fallback;
  const optional = first.optional === true || next.optional === true;
  return {
    ...telling,
    required: first.required || next.required,
    ...(optional ? { optional } : {}),
    ...(fallback === undefined ? {} : { fallback }),
  };
};

interface Raw {
  raw: readonly RawUse[];
  validatedBy: string | null;
  awaiting: readonly Awaiting[];
  handed: readonly Handed[];
}

const rawUses = (path: string, text: string): Raw => {
  const marks = (language: Language): Uint8Array => markCode(text, language);
  const plain = (raw: readonly RawUse[], validatedBy: string | null = null): Raw => ({
    raw,
    validatedBy,
    awaiting: [],
    handed: [],
  });
  if (/\.py$/i.test(path)) return plain(usesInPython(text, marks('python')), validatorIn(text));
  if (/\.go$/i.test(path)) return plain(usesInGo(text, marks('go')));
  if (/\.prisma$/i.test(path)) return plain(usesInPrisma(text));
  if (COMPOSE.test(path)) return plain(usesInCompose(text, marks('hash')));
  const code = marks(MARKUP.test(path) ? 'markup' : 'javascript');
  const schemas = usesInSchemas(path, text, code);
  return {
    raw: [...usesInScript(text, code), ...schemas.raw],
    validatedBy: validatorIn(text) ?? (schemas.raw.length > 0 ? libraryOf(text) : null),
    awaiting: schemas.awaiting,
    handed: handedIn({ text, marks: code }),
  };
};

/** The library that a schema is written with. */
const libraryOf = (text: string): string =>
  /['"](zod|valibot|@hapi\/joi|joi|yup|@sinclair\/typebox|superstruct)(?:\/[\w-]+)?['"]/
    .exec(text)?.[1]
    ?.replace(/^@\w+\//, '') ?? 'a schema';
