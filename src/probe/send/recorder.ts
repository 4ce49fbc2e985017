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

/** The beginning of a body, and how long it was. */
interface Start {
  bytes: Uint8Array;
  of: number;
}

interface Kept extends Omit<Recorded, 'requestBody' | 'body'> {
  requestBody: Start | undefined;
  body: Start | undefined;
}

/** Every exchange of a run. Only those that an observation names go into the evidence, masked on their way out. */
export class Recorder {
  readonly #exchanges = new Map<string, Kept>();
  #next = 1;

  record(seen: Recorded): string {
    const id = `e${this.#next++}`;
    const headers = seen.headers.slice(0, 60).map(([name, value]) => [name, value.slice(0, LONGEST_HEADER)] as const);
    this.#exchanges.set(id, { ...seen, headers, requestBody: startOf(seen.requestBody), body: startOf(seen.body) });
    return id;
  }

  /** Those of the given ids that exist. */
  pick(ids: Iterable<string>): Record<string, Exchange> {
    const picked: Record<string, Exchange> = {};
    for (const id of ids) {
      const kept = this.#exchanges.get(id);
      if (kept !== undefined) picked[id] = exchangeOf(id, kept);
    }
    return picked;
  }
}

/** A copy, so that the whole is not kept for its beginning. */
const startOf = (bytes: Uint8Array | undefined): Start | undefined =>
  bytes === undefined ? undefined : { bytes: new Uint8Array(bytes.subarray(0, KEPT)), of: bytes.byteLength };

const exchangeOf = (id: string, kept: Kept): Exchange => ({
  id,
  actor: kept.actor,
  method: kept.method,
  url: maskText(kept.url),
  requestHeaders: Object.entries(kept.requestHeaders).map(([name, value]) => [name, shown(name, value)]),
  ...(kept.requestBody === undefined ? {} : { requestBody: excerpt(kept.requestBody) }),
  status: kept.status,
  headers: kept.headers.map(([name, value]) => [name, shown(name, value)]),
  ...(kept.body === undefined ? {} : { body: excerpt(kept.body) }),
  bytes: kept.body?.of ?? 0,
  ms: Math.round(kept.ms),
  ...(kept.error === undefined ? {} : { error: kept.error }),
});

const shown = (name: string, value: string): string => maskHeader(name, value.slice(0, LONGEST_HEADER));

/** Text as it is; of what is not text only that it is none. */
const excerpt = ({ bytes, of }: Start): string => {
  if (bytes.includes(0)) return `(${of.toLocaleString('en-US')} bytes that are no text)`;
  const more = of > KEPT ? ` … (${of.toLocaleString('en-US')} bytes in all)` : '';
  return maskText(text.decode(bytes)) + more;
};
