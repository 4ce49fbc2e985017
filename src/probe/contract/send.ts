import type { ProbeMode } from '../../model/evidence/boundary.ts';
import type { Socket } from '../../net/http/socket.ts';
import type { Actor } from './actor.ts';
import type { Method } from './operation.ts';

export type Body =
  | { json: unknown }
  | { form: Readonly<Record<string, string>> }
  | { raw: string | Uint8Array; contentType: string }
  | {
      file: { field: string; name: string; contentType: string; content: Uint8Array };
      fields?: Readonly<Record<string, string>>;
    };

export interface Request {
  method: Method;
  /** Absolute; its origin must be one that the user allowed. */
  url: string;
  /** Added to what the actor's session brings; a value of null takes a header away. */
  headers?: Readonly<Record<string, string | null>>;
  body?: Body;
}

export interface SendOptions {
  /** Whose session goes with it; null for nobody. */
  as: Actor | null;
  /** What the request may do to the app; the gate refuses what the run's mode does not allow. */
  mode: ProbeMode;
  /** Milliseconds for the whole exchange. Default 10,000. */
  timeout?: number;
  /** Bytes of the body that are kept. Default 1 MiB. */
  maxBytes?: number;
  /** The request is made to upset the server, so a 5xx says nothing of its health. */
  upsets?: boolean;
  /** What comes back may belong to third persons: of its values only what they look like is written down. */
  discreet?: boolean;
  /** Streams (SSE): the answer is complete when this matches what has come, or at the timeout. */
  until?: (text: string) => boolean;
}

export interface GoodAnswer {
  ok: true;
  /** Id of the exchange in the evidence. */
  exchange: string;
  status: number;
  /** Lower-case names; several of one name are joined by `, `, but set-cookie is in `cookies`. */
  headers: Readonly<Record<string, string>>;
  cookies: readonly string[];
  body: Uint8Array;
  /** The body as UTF-8. */
  text: string;
  /** The parsed body; undefined when it is not JSON. */
  json: unknown;
  /** More came than was kept. */
  cut: boolean;
  ms: number;
}

export interface NoAnswer {
  ok: false;
  exchange: string;
  /** `refused`: the gate did not send it. `stopped`: the breaker or Ctrl-C. */
  kind: 'refused' | 'stopped' | 'timeout' | 'connection' | 'protocol';
  said: string;
}

/** An error is a value. Redirects are answers, never followed. */
export type Answer = GoodAnswer | NoAnswer;

/** The only way out of a probe. */
export type Send = (request: Request, options: SendOptions) => Promise<Answer>;

/** Opens a WebSocket at an http: or https: address, through the same gate; the opening is the exchange. */
export type Listen = (
  request: Pick<Request, 'url' | 'headers'> & { method: 'GET' },
  options: SendOptions,
) => Promise<{ ok: true; exchange: string; socket: Socket } | NoAnswer>;
