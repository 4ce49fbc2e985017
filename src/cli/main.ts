import { CommanderError } from 'commander';
import { CliError, EXIT } from './cli-error.ts';
import { commandLine } from './command-line.ts';
import { printable, printableLines } from './output/printable.ts';
import { complain, guardStreams } from './output/streams.ts';

/** Runs the command line; the exit code is left in `process.exitCode`. `args` come without node and script. */
export const main = async (args: readonly string[]): Promise<void> => {
  guardStreams();
  // Node's notes about its own unfinished parts are not for the user.
  if (process.env['LAUNCH_READY_DEBUG'] === undefined) process.removeAllListeners('warning');
  // Node's own code for a crash is 1, which would read as NO-GO.
  process.on('uncaughtException', (error) => {
    report(error);
    process.exit(EXIT.failure);
  });
  try {
    await commandLine().parseAsync(args, { from: 'user' });
  } catch (error) {
    report(error);
  }
};

const report = (error: unknown): void => {
  if (error instanceof CommanderError && error.exitCode === 0) return;
  process.exitCode = EXIT.failure;
  if (error instanceof CommanderError) complain(`launch-ready: ${usage(error)}`);
  else if (error instanceof CliError) complain(`launch-ready: ${error.message}`);
  else {
    complain(
      `launch-ready failed, and it is not your fault: ${printable(error instanceof Error ? error.message : String(error), 1000)}`,
    );
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1).join('\n') : '';
    complain(
      process.env['LAUNCH_READY_DEBUG'] === undefined
        ? 'Run it again with LAUNCH_READY_DEBUG=1 for the details.'
        : printableLines(stack),
    );
  }
};

/** Commander's message on one line, with the nearest name. */
const usage = (error: CommanderError): string => {
  const [first = '', ...rest] = printableLines(error.message.replace(/^error: /, ''), 1000).split('\n');
  const near = /Did you mean (?:one of )?(.+?)\?\)/.exec(rest.join(' '))?.[1];
  const words = first.replace(/\.$/, '');
  return `${words}. ${near === undefined ? 'See launch-ready --help.' : `Did you mean ${near}?`}`;
};
