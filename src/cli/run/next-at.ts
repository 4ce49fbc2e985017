import { resolve } from 'node:path';
import { shellWord } from '../../checks/secrets/leak/text.ts';

/** The next command for somebody who named the reviewed folder and does not stand in it. */
export const nextAt = (next: string, path: string | undefined): string => {
  if (path === undefined || resolve(path) === process.cwd()) return next;
  const isOurs = next.startsWith('npx launch-ready');
  const isApp = /^https?:\/\//.test(path);
  // What has the address already needs it once.
  if (isApp && (!isOurs || next.includes(path))) return next;
  if (/^npx launch-ready (?:explain|list)\b/.test(next)) return next;
  // An address cannot be entered.
  if (!isOurs) return path.startsWith('file:') ? next : `cd ${shellWord(path)} && ${next}`;
  return next.replace(/^npx launch-ready(?: [a-z]+)?/, (command) => `${command} ${shellWord(path)}`);
};
