import { createContext, Script } from 'node:vm';

/** A description may carry a pattern that takes for ever: it gets this many milliseconds. */
const TIME = 60;
const LONGEST = 2_000;

const test = new Script('new RegExp(pattern, flags).test(value)');
const realm = createContext({ pattern: '', flags: '', value: '' });

/** Whether a value matches a pattern of a stranger; true when the pattern cannot be used (then the app may say so). */
export const matchesPattern = (pattern: string, value: string): boolean => {
  if (pattern.length > LONGEST) return true;
  for (const flags of ['u', '']) {
    Object.assign(realm, { pattern, flags, value });
    try {
      return test.runInContext(realm, { timeout: TIME }) === true;
    } catch (error) {
      // Errors of another realm are no instances of ours. What is wrong with `u` may be right without.
      if ((error as { name?: unknown } | null)?.name !== 'SyntaxError') return true;
    }
  }
  return true;
};
