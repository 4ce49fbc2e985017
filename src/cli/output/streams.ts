import { EXIT } from '../cli-error.ts';
import { inWords } from './write-file.ts';

let broken = false;

/**
 * Prepares stdout and stderr: a reader that went away (`| head`) ends the printing without a word, a full disk behind stdout is
 * an error with exit code 2.
 */
export const guardStreams = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    broken = true;
    if (error.code === 'EPIPE') return;
    complain(`The report could not be printed: ${inWords(error)}.`);
    process.exitCode = EXIT.failure;
  });
  process.stderr.on('error', () => {});
};

/** Prints the result. Resolves when it is handed over to the system. */
export const print = (text: string): Promise<void> =>
  new Promise((resolve) => {
    if (broken || text === '') return resolve();
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, () => resolve());
  });

/** Says something beside the result, on stderr. */
export const complain = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
