/** One HTTP request and the first part of its answer. Every request of the program goes through here. */
export interface HttpRequest {
  url: string;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Milliseconds for the whole exchange. Default 10,000. */
  timeout?: number;
  /** Bytes of the answer's body that are kept. Default 64 KB; the rest is not read. */
  maxBytes?: number;
  signal: AbortSignal;
}

/** An error is a value: `error` names what happened, e.g. `TimeoutError`. */
export type HttpAnswer = { ok: true; status: number; headers: Headers; body: string } | { ok: false; error: string };

/** Sends one request. Redirects are answers, never followed: a secret goes to the named host only. */
export const request = async (wanted: HttpRequest): Promise<HttpAnswer> => {
  const { url, method = 'GET', headers = {}, body, timeout = 10_000, maxBytes = 64 * 1024, signal } = wanted;
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      ...(body === undefined ? {} : { body }),
    });
    return { ok: true, status: response.status, headers: response.headers, body: await readSome(response, maxBytes) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.name : 'unknown error' };
  }
};

const readSome = async (response: Response, maxBytes: number): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8');
};
