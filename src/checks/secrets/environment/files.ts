import type { EnvFile, EnvironmentName, EnvVariable } from '../../../model/evidence/env.ts';

export const secretsOf = (file: EnvFile): readonly EnvVariable[] =>
  file.variables.filter((variable) => variable.value === 'secret');

/** Files of dotenvx and sops are made to be committed: their values are encrypted. */
export const isEncrypted = (file: EnvFile): boolean =>
  file.variables.some(({ name }) => /^(?:DOTENV_PUBLIC_KEY|sops_version|sops_mac)/.test(name)) &&
  secretsOf(file).length === 0;

/** Real values stand in it, or may: neither an example nor encrypted. */
export const isReal = (file: EnvFile): boolean => file.environment !== 'example' && !isEncrypted(file);

const GROUPS: Readonly<Record<EnvironmentName, string | null>> = {
  development: 'development',
  local: 'development',
  test: 'test',
  preview: 'preview',
  staging: 'staging',
  production: 'production',
  example: null,
  unknown: null,
};

/** Files on one machine are one environment; null where the name does not tell. */
export const environmentGroup = (environment: EnvironmentName): string | null => GROUPS[environment];
