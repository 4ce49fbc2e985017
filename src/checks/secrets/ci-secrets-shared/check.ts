import { defineCheck } from '../../../model/check.ts';
import type { PipelineJob } from '../../../model/evidence/hosting.ts';
import { again, listed } from '../environment/words.ts';
import { printable } from '../leak/text.ts';

/** Tokens of the deploying account, registries, stores of apps and tools: one for all environments is usual. */
const OF_TOOLS =
  /^(?:GH|GITHUB|GHCR|VERCEL|NETLIFY|FLY|RAILWAY|RENDER|HEROKU|CLOUDFLARE|CF|DOCKER\w*|NPM|SLACK|DISCORD|TELEGRAM|SENTRY|CODECOV|SONAR|SNYK|TURBO|CHROMATIC|EXPO|SSH|FASTLY|APP_?STORE|APPLE|ASC|GOOGLE_PLAY|PLAY|ANDROID|KEYSTORE|MATCH|FASTLANE)_/;

export default defineCheck({
  id: 'secrets/ci-secrets-shared',
  stage: 'secrets',
  bar: ['M7'],
  severity: 'medium',
  effort: 'hour',
  title: {
    pass: 'Deploys of different environments read secrets of their own',
    fail: 'Deploys of two environments read the same secrets',
  },
  why: 'Staging works with the keys of production: a broken staging deploy migrates, mails or charges for real.',
  references: [
    'https://docs.github.com/en/actions/concepts/workflows-and-actions/deployment-environments',
    'OWASP ASVS 5.0 13.3.2',
  ],
  needs: ['hosting.jobs'],
  evaluate: ({ 'hosting.jobs': jobs }) => {
    const deploys = jobs.filter(({ deploys: host }) => host !== null);
    const staged = deploys.filter(({ stage }) => stage !== 'unknown');
    if (new Set(staged.map(({ stage }) => stage)).size < 2) return 'not-applicable';
    // A job with an environment may get another value under the same name.
    const open = staged.filter(({ environment }) => environment === null);
    const production = open.filter(({ stage }) => stage === 'production');
    return production.flatMap((job) => {
      const others = open.filter((other) => other.stage !== 'production');
      const names = [...new Set(others.flatMap((other) => shared(job, other)))].toSorted();
      const [first] = others.filter((other) => shared(job, other).length > 0);
      if (first === undefined) return [];
      return [
        {
          key: `${job.path} ${job.job}`,
          where: { path: job.path, line: job.line },
          proof: {
            kind: 'file',
            text: `The jobs ${printable(job.job)} (${printable(job.path)}) and ${printable(first.job)} (${printable(first.path)}) read ${listed(names)}; neither has an environment of its own, so both get the same values.`,
          },
          data: { names },
        },
      ];
    });
  },
  fix: (defect) => ({
    steps: [
      'Make the environments production and staging in the settings of the repository; let production ask for an approval.',
      `Give each its own ${listed((defect.data as { names: readonly string[] }).names, 12)}, and delete them from the repository’s own secrets.`,
      'Write environment: production (and staging) into the jobs.',
    ],
    verify: again('ci-secrets-shared'),
  }),
});

const shared = (one: PipelineJob, other: PipelineJob): string[] =>
  one.secrets.filter((name) => other.secrets.includes(name) && !OF_TOOLS.test(name));
