import { setTimeout } from 'node:timers/promises';

const LEAST = 400;

/** Answers no sooner than 0.4 s, so that the time does not tell whether there was an account to write to. */
export const sameTime = async <T>(work: () => Promise<T>): Promise<T> => {
  const [result] = await Promise.all([work(), setTimeout(LEAST)]);
  return result;
};
