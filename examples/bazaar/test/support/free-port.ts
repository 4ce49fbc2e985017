import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that a system hands out by itself (from 32768 on Linux), so that nobody's passing connection takes it before it is used. */
const [FIRST, LAST] = [20_000, 32_000];
const TRIES = 50;

/** A port of 127.0.0.1 at which nobody listens, for a server that starts a little later. */
export const freePort = async (): Promise<number> => {
  for (let left = TRIES; left > 0; left--) {
    const port = randomInt(FIRST, LAST);
    const server = createServer();
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening');
    } catch {
      continue;
    }
    server.close();
    await once(server, 'close');
    return port;
  }
  throw new Error(`no port of 127.0.0.1 from ${FIRST} to ${LAST} is free`);
};
