import { Agent, WebSocket } from 'undici';
import { pinned } from './client.ts';

/** A conversation over a WebSocket (RFC 6455), texts only. */
export interface Socket {
  say(text: string): void;
  /** The next text that fits, of those not yet taken; null when none comes within so many milliseconds, or the socket closes. */
  hear(fits: (text: string) => boolean, milliseconds: number): Promise<string | null>;
  close(): Promise<void>;
}

export type Opened = { ok: true; socket: Socket } | { ok: false; said: string };

export interface SocketRequest {
  /** ws: or wss:. */
  url: string;
  /** Where the host is really reached. */
  pin: { address: string; port?: number };
  headers: Readonly<Record<string, string>>;
  /** Milliseconds until it is open. */
  timeout: number;
  signal: AbortSignal;
}

const MOST_WAITING = 200;

/** Opens a socket at the pinned address. Never rejects. */
export const openSocket = async ({ url, pin, headers, timeout, signal }: SocketRequest): Promise<Opened> => {
  const target = new URL(url);
  if (pin.port !== undefined) target.port = String(pin.port);
  const agent = new Agent({ connect: { lookup: pinned(pin.address), timeout } });
  const ws = new WebSocket(target, { dispatcher: agent, headers: { ...headers } });
  const waiting: string[] = [];
  const listeners = new Set<() => void>();
  const wake = (): void => {
    for (const listener of listeners) listener();
  };
  ws.addEventListener('message', ({ data }: { data: unknown }) => {
    if (typeof data === 'string' && waiting.length < MOST_WAITING) waiting.push(data);
    wake();
  });
  ws.addEventListener('close', wake);
  ws.addEventListener('error', wake);
  const until = async <T>(look: () => T | undefined, milliseconds: number): Promise<T | null> => {
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]);
    return new Promise((resolve) => {
      const settle = (): void => {
        const found = look();
        if (found === undefined && !deadline.aborted && ws.readyState <= WebSocket.OPEN) return;
        listeners.delete(settle);
        deadline.removeEventListener('abort', settle);
        resolve(found ?? null);
      };
      listeners.add(settle);
      deadline.addEventListener('abort', settle);
      settle();
    });
  };
  ws.addEventListener('open', wake);
  const close = async (): Promise<void> => {
    ws.close();
    await agent.destroy();
  };
  const isOpen = await until(() => (ws.readyState === WebSocket.OPEN ? true : undefined), timeout);
  if (isOpen !== true) {
    await close();
    return { ok: false, said: 'the socket was not opened' };
  }
  return {
    ok: true,
    socket: {
      say: (text) => ws.send(text),
      hear: (fits, milliseconds) =>
        until(() => {
          const at = waiting.findIndex(fits);
          return at === -1 ? undefined : waiting.splice(at, 1)[0];
        }, milliseconds),
      close,
    },
  };
};
