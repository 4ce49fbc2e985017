import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyFlaw, changesDatabase } from '../../tools/bazaar/apply-flaw.ts';
import { bootCopy, bootEmbedded, type RunningCopy } from '../../tools/bazaar/boot-copy.ts';
import { buildClient, copyApp, WORKSHOP } from '../../tools/bazaar/copy-app.ts';
import type { Flaw } from '../../tools/bazaar/flaw.ts';

export interface Bazaar extends RunningCopy {
  /** The copy that runs. */
  folder: string;
}

/** A fresh copy of Bazaar, with a flaw or without; on PostgreSQL where it is installed, or on the embedded database as `npm start` has it. */
export const startBazaar = async (flaw?: Flaw, embedded = false): Promise<Bazaar> => {
  const home = join(WORKSHOP, `bench-${flaw?.id ?? 'clean'}`);
  const folder = await copyApp(home);
  if (flaw !== undefined) await applyFlaw(folder, flaw);
  if (flaw?.build === true) await buildClient(folder);
  const running = embedded
    ? await bootEmbedded(folder)
    : await bootCopy(folder, flaw !== undefined && changesDatabase(flaw));
  return {
    ...running,
    folder,
    stop: async () => {
      await running.stop();
      rmSync(home, { recursive: true, force: true });
      rmSync(`${folder}.config.json`, { force: true });
    },
  };
};
