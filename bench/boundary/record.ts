/** Loaded before launch-ready (`--import`): writes down what it sends, and what it costs itself. The file holds credentials: it is the caller's to remove. */
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import process from 'node:process';

export interface Sent {
  method: string;
  /** Scheme, host and port. */
  origin: string;
  /** With the query. */
  path: string;
  headers: Record<string, string>;
  hasBody: boolean;
  /** Undefined when no answer came. */
  status?: number;
  contentType?: string;
}

export interface Recording {
  sent: Sent[];
  /** Processor time of this process, user and system, seconds. */
  cpu: number;
}

interface UndiciRequest {
  method: string;
  origin: string | URL;
  path: string;
  host: string | null;
  headers: readonly (string | Buffer)[];
  body: unknown;
}

const file = process.env['LAUNCH_READY_RECORDING'];
if (file !== undefined) {
  const sent: Sent[] = [];
  const bySource = new WeakMap<object, Sent>();
  const pairs = (list: readonly (string | Buffer)[]): [string, string][] =>
    Array.from({ length: Math.floor(list.length / 2) }, (_, index) => [
      String(list[2 * index]).toLowerCase(),
      String(list[2 * index + 1]),
    ]);
  subscribe('undici:request:create', (message) => {
    const { request } = message as { request: UndiciRequest };
    const { method, origin, path, host, headers, body } = request;
    const own = Object.fromEntries(pairs(headers));
    const url = new URL(String(origin));
    const one = { method, origin: `${url.protocol}//${host ?? url.host}`, path, headers: own, hasBody: body !== null };
    sent.push(one);
    bySource.set(request, one);
  });
  subscribe('undici:request:headers', (message) => {
    const { request, response } = message as {
      request: UndiciRequest;
      response: { statusCode: number; headers: readonly Buffer[] };
    };
    const one = bySource.get(request);
    if (one === undefined) return;
    one.status = response.statusCode;
    one.contentType = new Map(pairs(response.headers)).get('content-type') ?? '';
  });
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const recording: Recording = { sent, cpu: (user + system) / 1e6 };
    writeFileSync(file, JSON.stringify(recording), { mode: 0o600 });
  });
}
