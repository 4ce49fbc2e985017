/**
 * Starts a new check: its folder, a rule to replace, a good and a bad fixture, and its line in the registry.
 * Usage: npm run new-check -- <stage>/<id>, e.g. npm run new-check -- edge/plain-http-redirect
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BAR } from '../src/model/bar.ts';
import { isStageId, STAGES } from '../src/model/stage.ts';
import { checkRegistry } from './generators/check-registry.ts';
import type { GeneratedFile } from './generators/generator.ts';

const ID = /^([a-z]+)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

const checkSource = (
  id: string,
  stage: string,
  bar: string,
): string => `import { defineCheck } from '../../../model/check.ts';

export default defineCheck({
  id: '${id}',
  stage: '${stage}',
  bar: [${bar}],
  severity: 'medium',
  effort: 'hour',
  title: { pass: 'The folder is under version control', fail: 'The folder is not under version control' },
  why: 'Replace this: in one or two sentences, what it costs a marketplace when this is wrong.',
  references: [],
  needs: ['repo.summary'],
  evaluate: ({ 'repo.summary': repo }) =>
    repo.git === null
      ? [{ key: 'git', where: {}, proof: { kind: 'absence', text: \`\${repo.name} holds no .git folder.\` } }]
      : [],
  fix: () => ({ steps: ['Run git init and commit what is there.'], verify: 'npx launch-ready --only ${id}' }),
});
`;

const SUMMARY = { name: 'bazaar', git: null, files: 12, bytes: 34_000, frameworks: ['next'], clientOutputs: [] };
const GIT = { head: null, branch: 'main', remotes: [], shallow: false, partial: false, bare: false, submodules: [] };

const good = { note: 'Replace this: a case that must pass', evidence: { 'repo.summary': { ...SUMMARY, git: GIT } } };

const bad = {
  note: 'Replace this: a case that must fail, with exactly what it says',
  evidence: { 'repo.summary': SUMMARY },
  expect: [{ title: 'The folder is not under version control', severity: 'medium', where: {} }],
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Writes the files of a new check under `root` and renews the registry. Returns their paths, relative to `root`.
 * Throws an Error with a sentence for the user when the id is not free or not well formed.
 */
export const newCheck = async (root: string, id: string): Promise<readonly string[]> => {
  const stage = ID.exec(id)?.[1];
  if (stage === undefined || !isStageId(stage)) {
    const stages = STAGES.map((one) => one.id).join(', ');
    throw new Error(`"${id}" is no check id. It is <stage>/<lower-case-words>; the stages are ${stages}.`);
  }
  const folder = `src/checks/${id}`;
  if (existsSync(join(root, folder))) throw new Error(`${folder} is there already.`);
  const bar = BAR.filter((item) => item.stage === stage).map((item) => `'${item.id}'`);
  const files: GeneratedFile[] = [
    { path: `${folder}/check.ts`, content: checkSource(id, stage, bar[0] ?? '') },
    { path: `${folder}/good/passes.json`, content: json(good) },
    { path: `${folder}/bad/fails.json`, content: json(bad) },
  ];
  const write = (file: GeneratedFile): void => {
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    writeFileSync(join(root, file.path), file.content);
  };
  files.forEach(write);
  const registry = await checkRegistry(root);
  registry.forEach(write);
  return [...files, ...registry].map((file) => file.path);
};

const next = (id: string): string => `
Next:
  1. src/checks/${id}/check.ts      name the evidence in \`needs\`, write \`evaluate\`, the wording and the fix
  2. good/*.json and bad/*.json     replace both, add the cases that could go wrong
  3. npx vitest run src/checks      until it is green
  4. npm run generate               writes docs/checks/
More: docs/adding-a-check.md`;

const main = async (): Promise<void> => {
  const [id] = process.argv.slice(2);
  if (id === undefined) throw new Error('Usage: npm run new-check -- <stage>/<id>');
  const written = await newCheck(join(import.meta.dirname, '..'), id);
  console.log(`Written:\n${written.map((path) => `  ${path}`).join('\n')}\n${next(id)}`);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  });
}
