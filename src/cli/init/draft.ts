import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvironmentName } from '../../model/evidence/env.ts';
import type { Evidence } from '../../model/evidence/map.ts';
import type { Target } from '../../model/target.ts';

/** What a new config says. */
export interface Draft {
  name: string;
  /** Words about what was found, for a comment. */
  found: readonly string[];
  /** Env files whose name tells the environment, for a comment. */
  known: readonly { path: string; environment: EnvironmentName }[];
  /** Env files whose environment only the user knows. */
  unknown: readonly string[];
  /** Whether `launch-ready` can be imported there, for types and completion. */
  installed: boolean;
}

/** Puts together what the config can be written from. */
export const draftOf = (target: Target, evidence: Evidence): Draft => {
  const repo = evidence['repo.summary'];
  const env = evidence['env.files'];
  const files = env?.ok === true ? env.value.files : [];
  const frameworks = repo?.ok === true ? repo.value.frameworks : [];
  const outputs = repo?.ok === true ? repo.value.clientOutputs.map((output) => output.path) : [];
  return {
    name: target.name,
    found: [
      ...(frameworks.length > 0 ? [`Recognised: ${frameworks.join(', ')}`] : []),
      ...(outputs.length > 0 ? [`Served to browsers: ${outputs.slice(0, 10).join(', ')}`] : []),
    ],
    known: files.filter((file) => file.environment !== 'unknown').slice(0, 50),
    unknown: files
      .filter((file) => file.environment === 'unknown')
      .map((file) => file.path)
      .slice(0, 50),
    installed: dependsOnUs(target.root),
  };
};

const dependsOnUs = (root: string): boolean => {
  try {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, unknown> | undefined
    >;
    return ['dependencies', 'devDependencies'].some((kind) => manifest[kind]?.['launch-ready'] !== undefined);
  } catch {
    return false;
  }
};
