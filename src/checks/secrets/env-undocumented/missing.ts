import type { EnvEvidence, EnvUse } from '../../../model/evidence/env.ts';
import { appOf } from '../environment/apps.ts';

export interface Missing {
  /** `apps/web`; empty for what belongs to no app or package of its own. */
  app: string;
  /** The example file that should name them. */
  example: string;
  exists: boolean;
  /** One use of each variable, required ones first. */
  uses: readonly EnvUse[];
}

/** Packages with fewer are told together. */
const OWN_FINDING = 4;

/**
 * Variables that the running app reads and that no example file names, by app. A name in any example file counts everywhere,
 * and so does one in the schema that validates the environment; but where an example file is what people copy, it has to have
 * what the schema does not start without.
 */
export const missingVariables = (env: EnvEvidence): Missing[] => {
  const examples = env.files.filter((file) => file.environment === 'example');
  const documented = new Set(examples.flatMap((file) => file.variables.map((variable) => variable.name)));
  for (const use of env.uses) {
    const asksInVain = examples.length > 0 && use.via === 'schema' && use.required;
    if (use.path === env.validated?.path && !asksInVain) documented.add(use.name);
  }
  const open = env.uses.filter(
    (use) => use.role === 'app' && !documented.has(use.name) && /^[A-Z][A-Z0-9_]+$/.test(use.name),
  );
  const byName = [...Map.groupBy(open, (use) => use.name).values()].flatMap((same) => same.toSorted(byNeed)[0] ?? []);
  const byApp = Map.groupBy(byName, (use) => appOf(use.path));
  const large = [...byApp].filter(([app, uses]) => app !== '' && uses.length >= OWN_FINDING);
  const rest = [...byApp].filter(([app, uses]) => app === '' || uses.length < OWN_FINDING).flatMap(([, uses]) => uses);
  return [...large.toSorted(([a], [b]) => a.localeCompare(b)), ['', rest] as const].flatMap(([app, uses]) => {
    if (uses.length === 0) return [];
    const example =
      examples.find((file) => app !== '' && file.path.startsWith(`${app}/`)) ??
      examples.find((file) => !file.path.includes('/'));
    const largest = examples.toSorted((a, b) => b.variables.length - a.variables.length)[0];
    const path = (example ?? largest)?.path;
    return [{ app, example: path ?? '.env.example', exists: path !== undefined, uses: uses.toSorted(byNeed) }];
  });
};

/** What the app ends without comes first, then what has no default. */
const byNeed = (a: EnvUse, b: EnvUse): number => need(b) - need(a) || a.name.localeCompare(b.name);
const need = (use: EnvUse): number => Number(use.required) * 2 + Number(!hasDefault(use));

export const hasDefault = (use: EnvUse): boolean => use.fallback !== undefined || use.optional === true;
