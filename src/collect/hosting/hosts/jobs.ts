import type { EnvironmentName } from '../../../model/evidence/env.ts';
import type { PipelineJob } from '../../../model/evidence/hosting.ts';
import { type Setting, settingsOf } from '../text/settings.ts';
import { deploysTo } from './deploy-steps.ts';

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const SECRET = /\bsecrets\.([A-Za-z_]\w*)/g;
const MOST_WORKFLOWS = 300;

/** The jobs of GitHub's workflows: what they deploy, in which environment, and the names of the secrets that they read. */
export const jobsIn = (paths: readonly string[], read: (path: string) => string | null): PipelineJob[] =>
  paths
    .filter((path) => WORKFLOW.test(path))
    .slice(0, MOST_WORKFLOWS)
    .flatMap((path) => {
      const text = read(path);
      return text === null ? [] : jobsOf(path, settingsOf(path, text));
    });

const jobsOf = (path: string, settings: readonly Setting[]): PipelineJob[] => {
  const shared = settings.filter(({ keys: [key] }) => key === 'env');
  const byJob = Map.groupBy(
    settings.filter(({ keys }) => keys[0] === 'jobs' && keys.length > 2),
    ({ keys }) => keys[1] ?? '',
  );
  return [...byJob].map(([job, own]) => {
    const at = (...keys: string[]): string | undefined =>
      own.find((one) => keys.length === one.keys.length - 2 && keys.every((key, i) => one.keys[i + 2] === key))?.value;
    const steps = own.filter(({ keys }) => keys[2] === 'steps' && /^(?:run|uses|command)$/.test(keys.at(-1) ?? ''));
    const deploys = steps.flatMap(({ value }) => deploysTo(value) ?? [])[0] ?? null;
    const environment = at('environment') ?? at('environment', 'name') ?? null;
    const secrets = [...own, ...shared].flatMap(({ value }) =>
      [...value.matchAll(SECRET)].map(([, name = '']) => name),
    );
    return {
      path,
      line: own[0]?.line ?? 1,
      job,
      deploys,
      environment,
      stage: stageOf([environment ?? '', job, at('name') ?? '', at('if') ?? '', path]),
      secrets: [...new Set(secrets)].filter((name) => name !== 'GITHUB_TOKEN').toSorted(),
    };
  });
};

const STAGES: readonly (readonly [EnvironmentName, RegExp])[] = [
  ['production', /(?:^|[\W_])(?:production|prod|live)(?:$|[\W_])/i],
  ['staging', /(?:^|[\W_])(?:staging|stage|uat)(?:$|[\W_])/i],
  ['preview', /(?:^|[\W_])previews?(?:$|[\W_])/i],
  ['development', /(?:^|[\W_])(?:development|develop|dev)(?:$|[\W_])/i],
];

/** The first text that names one stage and no other. */
const stageOf = (texts: readonly string[]): EnvironmentName => {
  for (const text of texts) {
    const named = STAGES.filter(([, pattern]) => pattern.test(text));
    if (named.length === 1 && named[0] !== undefined) return named[0][0];
  }
  return 'unknown';
};
