import type { Exchange } from '../../model/evidence/boundary.ts';
import { maskHeader, maskText } from './mask-exchange.ts';

/** So much of a body is kept for the report. */
const KEPT = 2_000;
/** A value longer than this is no proof but a flood. */
const LONGEST_HEADER = 500;

const text = new TextDecoder('utf-8', { fatal: false });

export interface Recorded {
  actor: string | null;
  method: string;
  url: string;
  requestHeaders: Readonly<Record<string, string>>;
  requestBody?: Uint8Array;
  status: number | null;
  headers: readonly (readonly [string, string])[];
  body?: Uint8Array;
  ms: number;
  error?: string;
}

/** Every exchange of a run, masked when it is written. Only those that an observation names go into the evidence. */
export class Recorder {
  readonly #exchanges = new Map<string, Exchange>();
  #next = 1;

  record(seen: Recorded): string {
    const id = `e${this.#next++}`;
    this.#exchanges.set(id, {
      id,
      actor: seen.actor,
      method: seen.method,
      url: maskText(seen.url),
      requestHeaders: Object.entries(seen.requestHeaders).map(([name, value]) => [name, shown(name, value)]),
      ...(seen.requestBody === undefined ? {} : { requestBody: excerpt(seen.requestBody) }),
      status: seen.status,
      headers: seen.headers.slice(0, 60).map(([name, value]) => [name, shown(name, value)]),
      ...(seen.body === undefined ? {} : { body: excerpt(seen.body) }),
      bytes: seen.body?.byteLength ?? 0,
      ms: Math.round(seen.ms),
      ...(seen.error === undefined ? {} : { error: seen.error }),
    });
    return id;
  }

  /** Those of the given ids that exist. */
  pick(ids: Iterable<string>): Record<string, Exchange> {
    const picked: Record<string, Exchange> = {};
    for (const id of ids) {
      const exchange = this.#exchanges.get(id);
      if (exchange !== undefined) picked[id] = exchange;
    }
    return picked;
  }
}

const shown = (name: string, value: string): string => maskHeader(name, value.slice(0, LONGEST_HEADER));

/** Text as it is; of what is not text only that it is none. */
const excerpt = (bytes: Uint8Array): string => {
  const start = bytes.subarray(0, KEPT);
  if (start.includes(0)) return `(${bytes.byteLength.toLocaleString('en-US')} bytes that are no text)`;
  const more = bytes.byteLength > KEPT ? ` … (${bytes.byteLength.toLocaleString('en-US')} bytes in all)` : '';
  return maskText(text.decode(start)) + more;
};
