import { openSocket } from '../../net/http/socket.ts';
import type { Listen } from '../contract/send.ts';
import { closedBecause, headersOf, record, type SendSettings } from './create-send.ts';

const TIMEOUT = 10_000;

/** Opens sockets through the same gate as every request. What is said there later is not written down. */
export const createListen =
  (settings: SendSettings): Listen =>
  async (request, options) => {
    const closed = closedBecause(settings, request, options);
    const url = URL.canParse(request.url) ? new URL(request.url) : null;
    const place = url === null ? undefined : settings.scope.allowed.get(url.origin);
    if (closed !== null || url === null || place === undefined) {
      const said = closed?.said ?? 'not an origin that was allowed';
      settings.refused.set(said, (settings.refused.get(said) ?? 0) + 1);
      const exchange = record(settings, request, options, {}, undefined, { error: said });
      return { ok: false, exchange, kind: 'refused', said };
    }
    return settings.meter.run(async () => {
      const headers = headersOf(settings, request, options, undefined);
      const opened = await openSocket({
        url: url.href.replace(/^http/, 'ws'),
        pin: place,
        headers,
        timeout: TIMEOUT,
        signal: settings.signal,
      });
      const outcome = opened.ok ? { status: 101 } : { error: opened.said };
      const exchange = record(settings, request, options, headers, undefined, outcome);
      return opened.ok
        ? { ok: true, exchange, socket: opened.socket }
        : { ok: false, exchange, kind: 'connection', said: opened.said };
    }, settings.signal);
  };
