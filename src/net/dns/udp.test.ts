import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import type { Place } from './exchange.ts';
import { overUdp } from './udp.ts';

let server: Socket | undefined;
afterEach(async () => {
  server?.close();
  if (server !== undefined) await once(server, 'close');
  server = undefined;
});

/** A server that answers as `reply` says, and the ports that it was asked from. */
const opened = async (
  reply: (query: Buffer, back: (bytes: Buffer) => void, nth: number) => void,
): Promise<{ place: Place; ports: number[] }> => {
  const ports: number[] = [];
  const socket = createSocket('udp4');
  server = socket;
  socket.on('message', (query: Buffer, { port, address }: RemoteInfo) => {
    ports.push(port);
    reply(query, (bytes) => socket.send(bytes, port, address), ports.length);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { place: { address: '127.0.0.1', port: socket.address().port }, ports };
};

const ask = (place: Place, text: string, ms = 5_000) =>
  overUdp(place, Buffer.from(text), (bytes) => bytes.toString() === text, ms);

test('one after the other share a port for a while, those side by side never', async () => {
  const { place, ports } = await opened((query, back) => back(query));
  for (let at = 0; at < 40; at++) expect(String(await ask(place, `${at}`))).toBe(`${at}`);
  const runs = [...Map.groupBy(ports, (port) => port).values()].map((list) => list.length);
  expect(runs.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...runs)).toBeLessThanOrEqual(16);

  ports.length = 0;
  const waiting: (() => void)[] = [];
  const held = await (async () => {
    server?.removeAllListeners('message');
    server?.on('message', (query: Buffer, { port, address }: RemoteInfo) => {
      ports.push(port);
      waiting.push(() => server?.send(query, port, address));
      if (waiting.length === 20) for (const go of waiting) go();
    });
    return Promise.all(Array.from({ length: 20 }, (_, at) => ask(place, `side ${at}`)));
  })();
  expect(held.map(String)).toEqual(Array.from({ length: 20 }, (_, at) => `side ${at}`));
  expect(new Set(ports).size).toBe(20);
});

test('an answer that comes twice, or too late, is none to the next question', async () => {
  const late: (() => void)[] = [];
  const { place, ports } = await opened((query, back, nth) => {
    if (nth === 2) return void late.push(() => back(query));
    back(query);
    back(query);
    for (const go of late) go();
  });
  expect(String(await ask(place, 'first'))).toBe('first');
  expect(await ask(place, 'silent', 50)).toBe('timeout');
  expect(String(await ask(place, 'third'))).toBe('third');
  // Who was silent is not asked again from where the late answer goes.
  expect(ports[2]).not.toBe(ports[1]);
});

test('a port that is closed, and one that closes between two questions', async () => {
  const { place } = await opened((query, back) => back(query));
  expect(String(await ask(place, 'there'))).toBe('there');
  server?.close();
  await once(server!, 'close');
  server = undefined;
  expect(await ask(place, 'gone')).toBe('unreachable');
  expect(await ask(place, 'gone')).toBe('unreachable');
});
