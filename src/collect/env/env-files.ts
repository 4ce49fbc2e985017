import type { EnvFile, EnvironmentName, EnvVariable } from '../../model/evidence/env.ts';
import { parseDotenv } from './dotenv.ts';
import { environmentOf } from './file-name.ts';
import { readText } from './read-text.ts';
import type { KnownValue } from './shared.ts';
import { scanText } from '../secrets/scan-text.ts';
import { judgeValue } from './value-kind.ts';

export interface EnvFileFacts {
  /** Null outside of git. */
  tracked: ReadonlySet<string> | null;
  ignored: ReadonlySet<string>;
  configured: Readonly<Record<string, EnvironmentName>>;
}

/** Reads env files. `known` holds the secret values, for comparing them here; it must not leave the collector. */
export const readEnvFiles = (
  root: string,
  paths: readonly string[],
  facts: EnvFileFacts,
): { files: EnvFile[]; known: KnownValue[] } => {
  const files: EnvFile[] = [];
  const known: KnownValue[] = [];
  for (const path of paths) {
    const text = readText(root, path);
    if (text === null) continue;
    const environment = environmentOf(path, facts.configured);
    const { entries, malformed } = parseDotenv(text);
    const variables = entries.map((entry): EnvVariable => {
      const judged = judgeValue(entry.name, entry.value, environment);
      if (judged.value === 'secret') {
        known.push({
          path,
          line: entry.line,
          name: entry.name,
          environment,
          value: entry.value.trim(),
          ...(judged.rule === undefined ? {} : { rule: judged.rule }),
        });
      }
      return { name: entry.name, line: entry.line, ...judged, ...commentOf(entry.comment) };
    });
    files.push({
      path,
      environment,
      tracked: facts.tracked?.has(path) ?? false,
      ignored: facts.ignored.has(path),
      variables,
      malformed,
    });
  }
  return { files, known };
};

/** A comment is shown in reports; one that holds an assignment or a key (a value commented out) is not. */
const commentOf = (comment: string | undefined): { comment?: string } => {
  if (
    comment === undefined ||
    /[A-Za-z_]\w*\s*=\s*\S/.test(comment) ||
    scanText(comment).some((hit) => hit.verdict === 'secret')
  )
    return {};
  return { comment };
};
