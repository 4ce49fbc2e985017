import type { Step } from '../../../model/progress.ts';
import { request } from '../../../net/request.ts';
import type { Verify } from '../define-provider.ts';
import type { Gathered } from '../gather.ts';
import { PROVIDERS } from '../providers/registry.generated.ts';

export interface Liveness {
  state: 'live' | 'dead' | 'unknown';
  detail: string;
}

const AT_ONCE = 4;
const MAX_REQUESTS = 200;

/** How a rule's key is asked for, if its provider can be. */
export const verifierOf = (rule: string): Verify | undefined =>
  PROVIDERS.flatMap((provider) => provider.rules).find((one) => one.id === rule)?.verify;

/**
 * Asks each provider once for each value, read-only, at its own fixed address; never follows a redirect. Runs only with the
 * user's consent: it is the one thing here that sends a secret anywhere, and it sends it to whom it belongs.
 */
export const verifyLiveness = async (
  gathered: readonly Gathered[],
  step: Step,
  signal: AbortSignal,
): Promise<Map<string, Liveness>> => {
  const answers = new Map<string, Liveness>();
  const queue = gathered.flatMap(({ hit }) => {
    const verify = hit.verdict === 'secret' ? verifierOf(hit.rule) : undefined;
    return verify === undefined ? [] : [{ value: hit.value, verify }];
  });
  const asked = queue.slice(0, MAX_REQUESTS);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < asked.length && !signal.aborted) {
      const one = asked[next++];
      if (one === undefined) return;
      answers.set(one.value, await ask(one.verify, one.value, signal));
      step.update(`${answers.size} of ${asked.length}`, answers.size / asked.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  step.end(`${answers.size} asked`);
  return answers;
};

/** One request. Anything but a clear answer is unknown. */
export const ask = async (verify: Verify, secret: string, signal: AbortSignal): Promise<Liveness> => {
  const fill = (text: string): string => text.replaceAll('{secret}', () => secret);
  const url = address(verify.url, secret);
  if (url === null) return { state: 'unknown', detail: 'not asked: the value would change where the request goes' };
  const headers: Record<string, string> = { 'user-agent': 'launch-ready (secret liveness check, read-only)' };
  for (const [name, value] of Object.entries(verify.headers ?? {})) headers[name] = fill(value);
  if (verify.basic !== undefined)
    headers['authorization'] = `Basic ${Buffer.from(fill(verify.basic)).toString('base64')}`;
  const answer = await request({
    url,
    method: verify.method ?? 'GET',
    headers,
    signal,
    ...(verify.body === undefined ? {} : { body: fill(verify.body) }),
  });
  return answer.ok
    ? judge(verify, answer.status, answer.body)
    : { state: 'unknown', detail: `no answer (${answer.error})` };
};

/**
 * The address with the secret in it: as it is in the path (Telegram's and Discord's hold `:` and `/`), encoded in the query. Null when
 * the value would send the request to another host than the table names.
 */
const address = (template: string, secret: string): string | null => {
  const [path = '', query] = template.split('?', 2);
  const url =
    path.replaceAll('{secret}', () => secret) +
    (query === undefined ? '' : `?${query.replaceAll('{secret}', () => encodeURIComponent(secret))}`);
  return URL.canParse(url) && new URL(url).host === hostOf(template) ? url : null;
};

const hostOf = (template: string): string => new URL(template.replaceAll('{secret}', 'x')).host;

const judge = (verify: Verify, status: number, body: string): Liveness => {
  const detail = `${hostOf(verify.url)} answered ${status}`;
  if (verify.live.includes(status)) {
    if (verify.liveText === undefined || body.includes(verify.liveText)) return { state: 'live', detail };
    return { state: 'dead', detail: `${detail} with an error` };
  }
  return { state: verify.dead.includes(status) ? 'dead' : 'unknown', detail };
};
