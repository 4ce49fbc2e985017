/** One request as it goes over the wire, and what came back: bytes, nothing interpreted. */
export interface WireRequest {
  /** Exact scheme, host and port. */
  origin: string;
  /** With the query. */
  path: string;
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: Uint8Array;
  /** Milliseconds for the whole exchange. */
  timeout: number;
  /** Bytes of the decoded body that are kept; what comes after them is read and dropped, up to a bound. */
  maxBytes: number;
  /** For streams: the answer is complete when this matches what has come so far. */
  until?: (text: string) => boolean;
  signal: AbortSignal;
}

export type HeaderList = readonly (readonly [name: string, value: string])[];

export interface WireAnswer {
  ok: true;
  status: number;
  /** Names in lower case, in the order of the wire. */
  headers: HeaderList;
  body: Uint8Array;
  /** More came than was kept, or it ended before it was complete. */
  cut: boolean;
  /** It ended before it was complete, and how: `the answer broke off`. */
  broken?: string;
  ms: number;
}

export interface WireError {
  ok: false;
  kind: 'timeout' | 'connection' | 'protocol' | 'stopped';
  /** For people: `connection refused`. */
  said: string;
  ms: number;
}
