import { createInterface } from 'node:readline/promises';
import { complain } from './streams.ts';

/** Whether somebody is there to be asked. */
export const canAsk = (): boolean => process.stdin.isTTY && process.stderr.isTTY;

/** Asks on the terminal; `yes` agrees without asking. Nobody there to be asked is a no, and said: nothing was `done`. */
export const agreed = async (yes: boolean, question: string, done = 'changed'): Promise<boolean> => {
  if (yes) return true;
  if (!canAsk()) {
    complain(`Nobody is here to be asked, so nothing was ${done}: add --yes to agree.`);
    return false;
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const aborted = new AbortController();
  prompt.on('close', () => aborted.abort());
  try {
    const answer = await prompt.question(`${question} [y/N] `, { signal: aborted.signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (!aborted.signal.aborted) throw error;
    return false;
  } finally {
    prompt.close();
  }
};
