import type { Answer } from '../../contract/send.ts';
import { asMethod } from '../draft.ts';
import type { Method } from '../../contract/operation.ts';

/** `there`: it answers as nothing else here does. `missing`: it says so. `unknown`: it answers as a made-up neighbour does, or not at all. */
export type Existence = 'there' | 'other-method' | 'missing' | 'unknown';

const MISSING = new Set([404, 410, 501]);

/** What a GET says of an address, against a made-up neighbour that cannot exist. */
export const judgeGet = (answer: Answer, control: Answer): Existence => {
  if (!answer.ok || answer.status === 429 || answer.status >= 500)
    return answer.ok && answer.status === 501 ? 'missing' : 'unknown';
  if (MISSING.has(answer.status)) return 'missing';
  if (!control.ok || control.status === 429) return 'unknown';
  // Where all that is missing is a server error, data and a guard are none.
  if (control.status >= 500) return answer.status < 300 || [401, 403].includes(answer.status) ? 'there' : 'unknown';
  if (isAlike(answer, control)) return 'unknown';
  return answer.status === 405 ? 'other-method' : 'there';
};

/** Same status and kind, and a body or target that differs by the address in it at most. */
const isAlike = (a: Answer & { ok: true }, b: Answer & { ok: true }): boolean => {
  if (a.status !== b.status) return false;
  if (a.status >= 300 && a.status < 500) return isSameTarget(a.headers['location'], b.headers['location']);
  if (kindOf(a.headers) !== kindOf(b.headers)) return false;
  if (a.text === b.text) return true;
  const isPage = /html/.test(kindOf(a.headers));
  return isPage && Math.abs(a.text.length - b.text.length) < 64 + 0.02 * b.text.length;
};

const kindOf = (headers: Readonly<Record<string, string>>): string =>
  headers['content-type']?.split(';')[0]?.trim() ?? '';

/** To the same page, whatever address it shall lead back to. */
const isSameTarget = (a = '', b = ''): boolean => a.split('?')[0] === b.split('?')[0];

/** Methods that an answer's `Allow` names: RFC 9110 10.2.1. Undefined when it names none. */
export const allowedBy = (answer: Answer): Method[] | undefined => {
  const named = answer.ok && (answer.status < 400 || answer.status === 405) ? answer.headers['allow'] : undefined;
  if (named === undefined) return undefined;
  const methods = named
    .slice(0, 300)
    .split(/[\s,]+/)
    .map(asMethod)
    .filter((method) => method !== undefined);
  return [...new Set(methods)].filter((method) => method !== 'OPTIONS' && method !== 'HEAD');
};
