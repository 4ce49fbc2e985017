import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collector } from '../../model/collector.ts';
import type { PipelineEvidence } from '../../model/evidence/pipeline.ts';
import { readText } from '../env/read-text.ts';
import { scanningHooks } from './hooks.ts';
import { readWorkflow } from './workflow.ts';

/** Folders and files at the root that CI systems read. */
const FOLDERS = [
  '.github/workflows',
  '.github/actions',
  '.circleci',
  '.gitlab',
  '.husky',
  '.githooks',
  '.azure-pipelines',
  '.buildkite',
  '.woodpecker',
];
const FILES =
  /^(?:\.gitlab-ci\.ya?ml|bitbucket-pipelines\.yml|azure-pipelines[\w.-]*\.ya?ml|\.travis\.yml|\.drone\.yml|\.woodpecker\.ya?ml|appveyor\.yml|cloudbuild\.ya?ml|buildspec\.ya?ml|render\.yaml|vercel\.json|netlify\.toml)$/;
const MOST = 500;

/** CI files and commit hooks, as far as secrets are concerned. */
export const pipelineCollector = (): Collector<'pipeline.files'> => ({
  provides: ['pipeline.files'],
  async collect({ target, progress }) {
    const step = progress.step('CI and hooks');
    try {
      const { root } = target;
      const top = await readdir(root, { withFileTypes: true });
      const atRoot = top.filter((entry) => entry.isFile()).map((entry) => entry.name);
      const inFolders = (await Promise.all(FOLDERS.map((folder) => filesUnder(root, folder, 3)))).flat();
      const files = [...atRoot, ...inFolders].toSorted();
      const read = (path: string): string | null => readText(root, path);
      const workflows = files
        .filter(
          (path) =>
            FILES.test(path) || (/\.ya?ml$/.test(path) && FOLDERS.some((folder) => path.startsWith(`${folder}/`))),
        )
        .slice(0, MOST)
        .flatMap((path) => {
          const text = read(path);
          return text === null ? [] : [readWorkflow(path, text)];
        });
      const value: PipelineEvidence = { workflows, hooks: scanningHooks(files, read) };
      return { 'pipeline.files': { ok: true, value } };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        'pipeline.files': {
          ok: false,
          reason: `The CI files could not be read: ${reason.slice(0, 300)}`,
          unlock: 'Check that the folder is readable.',
        },
      };
    } finally {
      step.end();
    }
  },
});

const filesUnder = async (root: string, folder: string, depth: number): Promise<string[]> => {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const nested =
    depth <= 0
      ? []
      : await Promise.all(
          entries
            .filter((entry) => entry.isDirectory())
            .map((entry) => filesUnder(root, `${folder}/${entry.name}`, depth - 1)),
        );
  return [
    ...entries.filter((entry) => entry.isFile()).map((entry) => `${folder}/${entry.name}`),
    ...nested.flat(),
  ].slice(0, MOST);
};
