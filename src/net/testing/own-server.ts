import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';

/** An address of this process alone, so that no other one's passing port is in the way. Linux answers at all of 127/8. */
export const OWN_ADDRESS = `127.77.${(process.pid >> 8) & 255}.${process.pid & 255}`;

const MOST_PORTS = 20;

/** A port that is free for TCP and UDP: sockets of clients, which any address takes in, rest at some for a while. */
export const freePort = async (): Promise<number> => {
  for (let left = MOST_PORTS; ; left--) {
    const server = createServer();
    await once(server.listen(0, OWN_ADDRESS), 'listening');
    const { port } = server.address() as AddressInfo;
    const udp = createSocket('udp4');
    const isFree = await new Promise<boolean>((resolve) => {
      udp.once('error', () => resolve(false));
      udp.bind(port, OWN_ADDRESS, () => resolve(true));
    });
    udp.close();
    server.close();
    await once(server, 'close');
    if (isFree) return port;
    if (left === 0) throw new Error(`no port of ${OWN_ADDRESS} is free`);
  }
};

export interface OwnServer {
  readonly close: () => Promise<void>;
}

const PATIENCE = 20_000;

/** Starts a server that stays in the foreground, and waits for what it says once it listens. Throws with what it said instead. `folder`: its own, removed with it. */
export const startServer = async (
  file: string,
  args: readonly string[],
  ready: RegExp,
  folder?: string,
): Promise<OwnServer> => {
  const server = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => {
    server.once('close', () => resolve());
    server.once('error', () => resolve());
  });
  const close = async (): Promise<void> => {
    server.kill();
    await ended;
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  let said = '';
  const isReady = await new Promise<boolean>((resolve) => {
    const hear = (chunk: unknown): void => {
      said = (said + String(chunk)).slice(-20_000);
      if (ready.test(said)) resolve(true);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    void ended.then(() => resolve(false));
    AbortSignal.timeout(PATIENCE).addEventListener('abort', () => resolve(false));
  });
  if (isReady) return { close };
  await close();
  throw new Error(`${file} did not start: ${said.slice(-2_000)}`);
};
