import { copyOf, type Copy, type Stage } from './dockerfile.ts';

/**
 * The first instruction that takes the whole build context (or env files by name) into the image that is shipped: the last
 * stage, the stages it starts from, and those whose copied folder it takes over whole. What a builder stage alone sees
 * stays in the build cache.
 */
export const copyOfAll = (
  stages: readonly Stage[],
): { line: number; text: string; sources: readonly string[] } | null => {
  const shipped = shippedStages(stages);
  for (const { stage, folder } of shipped) {
    for (const { copy, workdir, text } of copiesIn(stage)) {
      if (copy.from !== null || !copy.sources.some((source) => takesEnv(source))) continue;
      const target = resolve(workdir, copy.target);
      if (folder === null || contains(folder, target)) return { line: copy.line, text, sources: copy.sources };
    }
  }
  return null;
};

const isEverything = (source: string): boolean => /^(?:\.|\.\/|\/|\*|\.\/\*)$/.test(source);
const takesEnv = (source: string): boolean =>
  isEverything(source) || (/(?:^|\/)\.env(?:[.*]|$)/.test(source) && !/example|sample|template|dist/i.test(source));

interface Shipped {
  stage: Stage;
  /** Only what lies in this folder is shipped; null: all of it. */
  folder: string | null;
}

const shippedStages = (stages: readonly Stage[]): Shipped[] => {
  const last = stages.at(-1);
  const found: Shipped[] = [];
  const pending: Shipped[] = last === undefined ? [] : [{ stage: last, folder: null }];
  for (let next = pending.pop(); next !== undefined && found.length < 50; next = pending.pop()) {
    found.push(next);
    const { stage } = next;
    const at = stages.indexOf(stage);
    const parent = stages.slice(0, at).findLast((other) => other.name === stage.from);
    if (parent !== undefined) pending.push({ stage: parent, folder: next.folder });
    for (const { copy } of copiesIn(stage)) {
      const source = stages.slice(0, at).findLast((other, i) => other.name === copy.from || String(i) === copy.from);
      if (copy.from === null || source === undefined) continue;
      for (const path of copy.sources) pending.push({ stage: source, folder: resolve(workdirOf(source), path) });
    }
  }
  return found;
};

const copiesIn = (stage: Stage): { copy: Copy; workdir: string; text: string }[] => {
  const copies: { copy: Copy; workdir: string; text: string }[] = [];
  let workdir = '/';
  for (const instruction of stage.instructions) {
    if (instruction.word === 'WORKDIR') workdir = resolve(workdir, instruction.rest.trim());
    const copy = copyOf(instruction);
    if (copy !== null) copies.push({ copy, workdir, text: `${instruction.word} ${instruction.rest}`.slice(0, 200) });
  }
  return copies;
};

const workdirOf = (stage: Stage): string =>
  stage.instructions.reduce((dir, one) => (one.word === 'WORKDIR' ? resolve(dir, one.rest.trim()) : dir), '/');

const resolve = (base: string, path: string): string => {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${base}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
};

const contains = (folder: string, path: string): boolean =>
  folder === '/' || folder === path || path.startsWith(`${folder}/`);
