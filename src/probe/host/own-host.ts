import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A place of our own that an app may be led to, and what it was asked for. */
export interface OwnHost {
  url: (path: string) => string;
  asked: readonly string[];
  close: () => Promise<void>;
}

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether what stands at an origin runs on this machine, and so reaches what listens on it alone. */
export const isOnThisMachine = (origin: string): boolean =>
  URL.canParse(origin) && LOOPBACK.test(new URL(origin).hostname);

/** Serves the given texts by path on 127.0.0.1, at a free port. Null when none can be had. */
export const openHost = async (texts: Readonly<Record<string, string>>): Promise<OwnHost | null> => {
  const asked: string[] = [];
  const server = createServer((req, res) => {
    const path = req.url ?? '/';
    if (asked.length < 50) asked.push(path.slice(0, 200));
    const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
    res
      .writeHead(text === undefined ? 404 : 200, {
        'content-type': path.endsWith('.json') ? 'application/json' : 'application/x-pem-file',
        connection: 'close',
      })
      .end(text);
  });
  const isOpen = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(0, '127.0.0.1', () => resolve(true));
  });
  if (!isOpen) return null;
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
