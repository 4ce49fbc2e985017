import { join } from 'node:path';
import { generateTests } from '../../fix/tests/generate.ts';
import { commandOf } from '../../fix/tests/readme-file.ts';
import type { Runner } from '../../fix/tests/options.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { complain, print } from '../output/streams.ts';
import { writeWhole } from '../output/write-file.ts';
import { targetAt } from '../run/gather.ts';
import { detectManner } from './detect.ts';
import { trialsToTest } from './find-review.ts';
import { folderInside, planWrites, type PlannedFile } from './plan-writes.ts';

export interface TestsFlags {
  from?: string;
  runner?: Runner;
  folder?: string;
  dryRun?: boolean;
  force?: boolean;
  json?: boolean;
  quiet?: boolean;
}

/** Writes the regression tests into the reviewed folder, or says what it would write. Throws CliError. */
export const runTests = async (path: string, flags: TestsFlags): Promise<void> => {
  const { target } = await targetAt(path, undefined);
  const { root } = target;
  const trials = await trialsToTest(root, flags.from);
  const { home, ...manner } = detectManner(root, flags.runner);
  const folder = folderInside(root, flags.folder ?? `${home}/launch-ready`);
  const options = { ...manner, folder };
  const files = generateTests(trials, options);
  if (files.length === 0)
    throw new CliError(
      'The review saw nothing that was refused or broken, so there is nothing to hold: give it two accounts of each role (boundary.actors) and review again.',
    );
  const planned = planWrites(root, folder, files, flags.force === true);
  if (flags.dryRun !== true) for (const file of planned) await write(root, file);
  const command = commandOf(options);
  if (flags.json === true) {
    const listed = planned.map(({ path: name, does }) => ({ path: name, does }));
    await print(
      JSON.stringify(
        { runner: options.runner, folder, written: flags.dryRun !== true, files: listed, command },
        null,
        2,
      ),
    );
    return;
  }
  await print(planned.map((file) => line(file, flags.dryRun === true)).join('\n'));
  if (flags.quiet === true) return;
  const kept = planned.filter(({ does }) => does === 'kept').length;
  if (kept > 0)
    complain(
      `${kept === 1 ? 'One file is' : `${kept} files are`} no longer as written and stay${kept === 1 ? 's' : ''}: --force replaces ${kept === 1 ? 'it' : 'them'}.`,
    );
  complain(`Run them: ${command}   (${folder}/README.md says with which variables)`);
};

const write = async (root: string, { path, text, does }: PlannedFile): Promise<void> => {
  if (does === 'write' || does === 'update' || does === 'replace') await writeWhole(join(root, path), text, root);
};

const WORDS = {
  write: 'written',
  update: 'updated',
  replace: 'replaced',
  same: 'the same',
  kept: 'kept, changed by you',
} as const;
const WOULD = {
  ...WORDS,
  write: 'would be written',
  update: 'would be updated',
  replace: 'would be replaced',
} as const;

const line = ({ path, does }: PlannedFile, isDry: boolean): string =>
  `${printable(path)}  ${(isDry ? WOULD : WORDS)[does]}`;
