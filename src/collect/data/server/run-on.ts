import { type Ran, runSandbox } from '../sandbox/run.ts';
import { openThrowaway } from './throwaway.ts';

type Order = Parameters<typeof runSandbox>[0];

/** Runs an order in the embedded database, or in one of our own on the server that the user gave for it. What was made there is dropped. */
export const runOn = async (address: string | undefined, order: Order, signal: AbortSignal): Promise<Ran> => {
  if (address === undefined) return runSandbox(order, signal);
  const opened = await openThrowaway(address);
  if (!opened.ok)
    return { ok: false, reason: `the database that was given for it was not used, because ${opened.reason}` };
  const { throwaway } = opened;
  try {
    return await runSandbox(order, signal, undefined, throwaway);
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    await throwaway.close();
  }
};
