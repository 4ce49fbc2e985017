import type { AdmittedPlace } from '../consent/data-places.ts';
import type { Operation } from '../contract/operation.ts';
import type { Send } from '../contract/send.ts';

const MOST = 40;

/**
 * Whether the app's own origins only hand out pages, which keep their data elsewhere. One operation that writes, or that answers with
 * anything but a page, says that there is a server; so does one that asks who it is.
 */
export const isPagesAlone = async (
  places: readonly AdmittedPlace[],
  operations: readonly Operation[],
  send: Send,
): Promise<boolean> => {
  if (places.length === 0 || operations.length > MOST || operations.some(({ method }) => method !== 'GET'))
    return false;
  for (const { origin, path } of operations) {
    const url = origin + path.replace(/\{[^{}]*\}/g, '1');
    const answer = await send({ method: 'GET', url }, { as: null, mode: 'passive', maxBytes: 2_000 });
    if (!answer.ok || !isPage(answer.status, answer.headers['content-type'])) return false;
  }
  return true;
};

const isPage = (status: number, contentType = ''): boolean =>
  status === 404 || (status >= 300 && status < 400) || (status < 300 && /^text\/html\b/i.test(contentType));
