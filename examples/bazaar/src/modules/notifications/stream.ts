import type { Request, RequestHandler, Response } from 'express';
import { readPrincipal } from '../../http/authenticate.ts';
import { HttpError } from '../../http/errors.ts';
import { userOf } from '../../http/guards.ts';
import type { Context } from '../../platform/context.ts';
import type { LiveEvent } from '../../platform/events.ts';
import { countUnread } from './service.ts';

const HEARTBEAT = 25_000;
const MOST_STREAMS = 5;

export interface StreamOptions {
  heartbeatMs?: number;
}

/** Live events of the caller, and of nobody else, as server-sent events. */
export const eventStream = (context: Context, { heartbeatMs = HEARTBEAT }: StreamOptions = {}): RequestHandler => {
  const open = new Map<string, number>();
  return async (req, res) => {
    const { id: userId } = userOf(req);
    const streams = open.get(userId) ?? 0;
    if (streams >= MOST_STREAMS) throw new HttpError(429, 'too_many_streams', 'Too many open pages. Please close one.');
    open.set(userId, streams + 1);
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      clearInterval(timer);
      unsubscribe();
      const left = (open.get(userId) ?? 1) - 1;
      if (left === 0) open.delete(userId);
      else open.set(userId, left);
      res.end();
    };
    res.on('close', end);
    const unsubscribe = context.events.subscribe(userId, (event) => send(res, 'notification', event));
    const timer = setInterval(() => {
      void isStillLoggedIn(context, req, userId).then((active) => (active ? res.write(':\n\n') : end()), end);
    }, heartbeatMs).unref();
    try {
      const unread = await countUnread(context, userId);
      if (ended) return;
      res.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
      send(res, 'unread', { unread });
    } catch (error) {
      end();
      throw error;
    }
  };
};

const send = (res: Response, name: string, data: LiveEvent | { unread: number }): void => {
  res.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
};

/** A stream outlives the check at its start, so it is made again: after a logout or a suspension it ends. */
const isStillLoggedIn = async (context: Context, req: Request, userId: string): Promise<boolean> =>
  (await readPrincipal(context, req))?.id === userId;
