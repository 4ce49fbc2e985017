import { existsSync } from 'node:fs';
import type { EdgeFlags } from '../options/edge-options.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';

/** The browser that was asked for; undefined where none was. Throws CliError when there is none. */
export const browserFor = async ({
  browser,
  browserProgram,
  browserSandbox = true,
}: EdgeFlags): Promise<{ program: string; sandbox: boolean } | undefined> => {
  if (browserProgram !== undefined) {
    if (!existsSync(browserProgram)) throw new CliError(`No browser at ${printable(browserProgram)}.`);
    return { program: browserProgram, sandbox: browserSandbox };
  }
  if (browser !== true) return undefined;
  const { findBrowser } = await import('../../net/browser/find-browser.ts');
  const program = findBrowser();
  if (program === undefined)
    throw new CliError(
      'No Chromium, Chrome, Edge or Brave was found. Install one, or name its file with --browser-program.',
    );
  return { program, sandbox: browserSandbox };
};

/** Turns a browser that did not start into a word to the user; throws everything else as it is. */
export const asCliError = async (error: unknown): Promise<never> => {
  const { BrowserError } = await import('../../net/browser/devtools.ts');
  if (!(error instanceof BrowserError)) throw error;
  const hint = /sandbox/i.test(error.message)
    ? '\nIts sandbox wants a user other than root and a kernel that allows it. For a site that you trust: --no-browser-sandbox.'
    : '';
  throw new CliError(`${printable(error.message, 1_000)}${hint}`);
};
