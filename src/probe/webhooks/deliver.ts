import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import type { Endpoint } from './endpoints.ts';

/** Posts an event as a provider does: nobody's session, exact bytes. */
export const deliver = (
  { send }: ProbeContext,
  { url }: Pick<Endpoint, 'url'>,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> =>
  send(
    { method: 'POST', url, headers, body: { raw: body, contentType: 'application/json' } },
    { as: null, mode: 'write', upsets: true },
  );
