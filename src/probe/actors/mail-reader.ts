import { createHttpClient, type HttpClient } from '../../net/http/client.ts';
import { openScope } from '../consent/scope.ts';
import type { ReadJson } from './mailbox.ts';

/** Reads the mailbox that the user named. It is no part of the app, so it has a way of its own and no probe can get there. */
export const createMailReader = (signal: AbortSignal): { read: ReadJson; close: () => Promise<void> } => {
  const clients = new Map<string, Promise<HttpClient | null>>();
  const open = async (origin: string): Promise<HttpClient | null> => {
    const opened = await openScope([origin]);
    return opened.ok ? createHttpClient({ pins: opened.scope.allowed, connections: 2 }) : null;
  };
  return {
    read: async (url) => {
      const { origin, pathname, search } = new URL(url);
      const known = clients.get(origin) ?? open(origin);
      clients.set(origin, known);
      const client = await known;
      const answer = await client?.exchange({
        origin,
        path: pathname + search,
        method: 'GET',
        headers: { accept: 'application/json' },
        timeout: 5_000,
        maxBytes: 4 * 1024 * 1024,
        signal,
      });
      if (answer?.ok !== true || answer.status !== 200) return null;
      try {
        return JSON.parse(Buffer.from(answer.body).toString('utf8')) as unknown;
      } catch {
        return null;
      }
    },
    close: async () => {
      await Promise.all([...clients.values()].map(async (client) => (await client)?.close()));
    },
  };
};
