import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** An event of a page (`session`), or of the browser itself. */
export interface DevtoolsEvent {
  method: string;
  params: Readonly<Record<string, unknown>>;
  session?: string;
}

export interface Devtools {
  /** One command; rejects with what the browser says, or once it is gone. */
  send(method: string, params?: Readonly<Record<string, unknown>>, session?: string): Promise<Record<string, unknown>>;
  /** Gets every event, in their order, until the returned function is called. */
  listen(hear: (event: DevtoolsEvent) => void): () => void;
  /** Ends the browser and waits until it is gone. */
  close(): Promise<void>;
}

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  sessionId?: string;
  result?: Record<string, unknown>;
  error?: { message?: string };
}

/** The browser did not start. Its message is for the user. */
export class BrowserError extends Error {}

/** A page can make a message long, not endless. */
const MOST_BYTES = 64 * 1024 * 1024;
const PATIENCE = 15_000;
const LAST_WORD = 3_000;

/** Starts a browser that is spoken to by a pipe, so that nobody else on the machine can (Chrome DevTools protocol, `--remote-debugging-pipe`). Rejects with BrowserError when it does not start. */
export const startDevtools = async (program: string, args: readonly string[]): Promise<Devtools> => {
  const browser = spawn(program, ['--remote-debugging-pipe', ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, , errors, writes, reads] = browser.stdio as [null, null, Readable, Writable, Readable];
  const waiting = new Map<
    number,
    { resolve: (value: Record<string, unknown>) => void; reject: (why: Error) => void }
  >();
  const listeners = new Set<(event: DevtoolsEvent) => void>();
  let said = '';
  let gone = false;
  let last = 0;
  errors.on('data', (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-2_000)));
  const over = (): void => {
    gone = true;
    for (const { reject } of waiting.values()) reject(new Error('the browser is gone'));
    waiting.clear();
  };
  const ended = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error'])
      browser.once(event, () => {
        over();
        resolve();
      });
  });
  // A browser that ends while it is written to.
  writes.on('error', () => {});
  reads.on('error', () => {});
  readMessages(reads, (message) => {
    if (message === null) return void browser.kill('SIGKILL');
    if (message.id !== undefined) {
      const one = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error === undefined) one?.resolve(message.result ?? {});
      else one?.reject(new Error(message.error.message ?? 'refused'));
    } else if (message.method !== undefined)
      for (const hear of listeners)
        hear({
          method: message.method,
          params: message.params ?? {},
          ...(message.sessionId === undefined ? {} : { session: message.sessionId }),
        });
  });
  const devtools: Devtools = {
    send: (method, params = {}, session) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(new Error('the browser is gone'));
        const id = ++last;
        waiting.set(id, { resolve, reject });
        const sessionId = session === undefined ? {} : { sessionId: session };
        writes.write(`${JSON.stringify({ id, method, params, ...sessionId })}\0`);
      }),
    listen: (hear) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    close: async () => {
      if (!gone) writes.write(`${JSON.stringify({ id: ++last, method: 'Browser.close' })}\0`);
      const late = setTimeout(() => browser.kill('SIGKILL'), LAST_WORD);
      await ended;
      clearTimeout(late);
    },
  };
  const late = setTimeout(() => browser.kill('SIGKILL'), PATIENCE);
  try {
    await devtools.send('Browser.getVersion');
    return devtools;
  } catch {
    await ended;
    // Its last line: the others are of what it lacks and does without.
    const why = said.trim().split('\n').at(-1) ?? '';
    throw new BrowserError(`The browser ${program} did not start${why === '' ? '' : `: ${why}`}`);
  } finally {
    clearTimeout(late);
  }
};

/** Messages end with a zero octet. `null`: one that is too long or is none. */
const readMessages = (reads: Readable, hear: (message: Message | null) => void): void => {
  let parts: Buffer[] = [];
  let size = 0;
  reads.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      const whole = Buffer.concat([...parts, chunk.subarray(from, end)]).toString('utf8');
      parts = [];
      size = 0;
      from = end + 1;
      hear(parsed(whole));
    }
    parts.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > MOST_BYTES) hear(null);
  });
};

const parsed = (text: string): Message | null => {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return null;
  }
};
