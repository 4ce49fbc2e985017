import type { DockerContext, EnvFile } from '../../../model/evidence/env.ts';
import { judgeValue } from '../value-kind.ts';
import { assignmentsOf, instructionsIn, readDockerfile } from './dockerfile.ts';
import { readDockerignore } from './dockerignore.ts';
import { copyOfAll } from './shipped.ts';

const DOCKERFILE = /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?|[\w.-]+\.(?:Dockerfile|Containerfile))$/i;
const ELSEWHERE =
  /\.dockerignore$|\.(?:md|mdx|txt|tmpl|tpl|j2|erb|hbs|example|sample)$|(?:^|\/)(?:tests?|__tests__|fixtures?|examples?|docs?|templates?|\.devcontainer)\//i;

export const isDockerfile = (path: string): boolean => DOCKERFILE.test(path) && !ELSEWHERE.test(path);

/**
 * Judges each Dockerfile: whether it takes the whole context, and whether the .dockerignore keeps env files out. The context
 * is not written in a Dockerfile: its own folder and the root are both thought possible, and in doubt the safe one counts.
 */
export const dockerContexts = (
  files: readonly string[],
  envFiles: readonly EnvFile[],
  read: (path: string) => string | null,
): DockerContext[] => {
  const present = new Set(files);
  return files
    .filter(isDockerfile)
    .slice(0, 200)
    .flatMap((path) => {
      const text = read(path);
      if (text === null) return [];
      const all = copyOfAll(readDockerfile(text));
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
      const judged = [...new Set([folder, ''])].map((context) => judgeContext(path, context, present, envFiles, read));
      const safe = judged.find((one) => one.ignoresEnv) ?? judged.find((one) => one.ignoreFile !== null) ?? judged[0];
      return [
        {
          dockerfile: path,
          copiesAll: all === null ? null : { line: all.line, text: all.text },
          ignoresEnv: safe?.ignoresEnv ?? false,
          ignoreFile: safe?.ignoreFile ?? null,
          secretLines: secretLines(text),
        },
      ];
    });
};

const judgeContext = (
  dockerfile: string,
  context: string,
  present: ReadonlySet<string>,
  envFiles: readonly EnvFile[],
  read: (path: string) => string | null,
): { ignoresEnv: boolean; ignoreFile: string | null } => {
  const ignoreFile =
    [`${dockerfile}.dockerignore`, `${context}.dockerignore`].find((candidate) => present.has(candidate)) ?? null;
  const text = ignoreFile === null ? null : read(ignoreFile);
  if (text === null) return { ignoresEnv: false, ignoreFile: null };
  const ignores = readDockerignore(text);
  const real = envFiles
    .filter(
      (file) =>
        file.path.startsWith(context) &&
        file.variables.some((variable) => variable.value === 'secret') &&
        file.environment !== 'example' &&
        file.environment !== 'test',
    )
    .map((file) => file.path.slice(context.length));
  return { ignoreFile, ignoresEnv: ['.env', ...real].every(ignores) };
};

const secretLines = (text: string): DockerContext['secretLines'] =>
  instructionsIn(text)
    .flatMap((instruction) => assignmentsOf(instruction).map((pair) => ({ ...pair, line: instruction.line })))
    .flatMap(({ name, value, line }) => {
      const judged = judgeValue(name, value, 'production');
      return judged.value === 'secret' && judged.mode !== 'test'
        ? [{ line, name, masked: judged.masked ?? '****' }]
        : [];
    })
    .slice(0, 50);
