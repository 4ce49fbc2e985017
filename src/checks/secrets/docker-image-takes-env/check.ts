import { defineCheck } from '../../../model/check.ts';
import type { DockerContext, EnvEvidence } from '../../../model/evidence/env.ts';
import type { Defect } from '../../../model/finding.ts';
import { isReal, secretsOf } from '../environment/files.ts';
import { again, listed } from '../environment/words.ts';
import { printable, shellWord } from '../leak/text.ts';

/** The project works with env files: one is here, or its own ignore rules speak of them. */
const knowsEnvFiles = (env: EnvEvidence): boolean =>
  env.files.length > 0 || env.gitIgnores.some(({ name, ignored }) => name === '.env' && ignored);

const takesAll = (docker: DockerContext, env: EnvEvidence): Defect[] => {
  if (docker.copiesAll === null || docker.ignoresEnv || !knowsEnvFiles(env)) return [];
  const folder = docker.dockerfile.includes('/')
    ? docker.dockerfile.slice(0, docker.dockerfile.lastIndexOf('/') + 1)
    : '';
  const reached = env.files.filter(
    (file) =>
      isReal(file) &&
      file.environment !== 'test' &&
      secretsOf(file).length > 0 &&
      (file.path.startsWith(folder) || docker.ignoreFile === '.dockerignore'),
  );
  const ignore =
    docker.ignoreFile === null
      ? 'There is no .dockerignore'
      : `${printable(docker.ignoreFile)} does not keep env files out`;
  const here = reached.length === 0 ? '' : ` Today it takes ${listed(reached.map((file) => file.path))} along.`;
  return [
    {
      key: docker.dockerfile,
      where: { path: docker.dockerfile, line: docker.copiesAll.line },
      severity: reached.length > 0 ? 'high' : 'medium',
      proof: {
        kind: 'file',
        text: `Line ${docker.copiesAll.line} is \`${printable(docker.copiesAll.text)}\`. ${ignore}.${here}`,
      },
      data: { ignoreFile: docker.ignoreFile ?? `${folder}.dockerignore`, dockerfile: docker.dockerfile },
    },
  ];
};

const writtenIn = (docker: DockerContext): Defect[] =>
  docker.secretLines.map((secret) => ({
    key: `${docker.dockerfile} ${secret.name}`,
    title: 'A secret is written into a Dockerfile',
    severity: 'high',
    where: { path: docker.dockerfile, line: secret.line },
    proof: {
      kind: 'file',
      text: `${printable(docker.dockerfile)}:${secret.line} sets ${printable(secret.name)} to ${printable(secret.masked)}.`,
    },
    data: { name: secret.name, dockerfile: docker.dockerfile },
  }));

export default defineCheck({
  id: 'secrets/docker-image-takes-env',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Docker images are built without env files', fail: 'A Docker image takes env files along' },
  why: 'Whoever can pull the image can read every file and every ENV line in it, in all its layers, even when a later step deletes them.',
  references: [
    'CWE-538',
    'CIS Docker Benchmark 4.10',
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  ],
  needs: ['env.files'],
  evaluate: ({ 'env.files': env }) => {
    if (env.docker.length === 0) return 'not-applicable';
    return env.docker.flatMap((docker) => [...takesAll(docker, env), ...writtenIn(docker)]);
  },
  fix: (defect) => {
    const { ignoreFile, name, dockerfile } = defect.data as { ignoreFile?: string; name?: string; dockerfile: string };
    if (name !== undefined) {
      return {
        steps: [
          `Rotate ${printable(name)}: it is in the repository and in every image that was built.`,
          "Take the line out and give the value when the container starts (docker run --env-file, or the host's secret store).",
          'What only the build needs comes as a build secret: RUN --mount=type=secret,id=… and docker build --secret.',
        ],
        verify: `grep -n ${shellWord(name)} -- ${shellWord(dockerfile)}`,
      };
    }
    return {
      steps: [
        `Add the lines below to ${shellWord(ignoreFile ?? '.dockerignore')}; unlike .gitignore, a name without **/ counts only at the top.`,
        'Build again, and delete images that were pushed with an env file inside; rotate what they held.',
        "Give values when the container starts: docker run --env-file, or the host's settings.",
      ],
      snippet: {
        path: ignoreFile ?? '.dockerignore',
        language: 'text',
        content: '**/.env\n**/.env.*\n!**/.env.example\n',
      },
      verify: again('docker-image-takes-env'),
    };
  },
});
