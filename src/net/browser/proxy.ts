import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Net } from '../net.ts';

export interface BrowserProxy {
  port: number;
  /** Lets the browser reach this host. */
  readonly admit: (host: string) => void;
  close(): Promise<void>;
}

const MOST_SOCKETS = 200;
/** Of one hop (RFC 9110 7.6.1), and what is no more true of a body that was read and unpacked. */
const OWN = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'upgrade']);

/**
 * The browser's only way out, on loopback: names are looked up and addresses reached as everywhere in a run, so that detours hold and what foreign
 * DNS says does not lead into the user's own network. Hosts that no page asked for, such as those of the browser's maker, are refused.
 */
export const openProxy = async (net: Net): Promise<BrowserProxy> => {
  const admitted = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => void plain(net, admitted, request, response));
  server.on('connection', (socket) => {
    if (sockets.size >= MOST_SOCKETS) return void socket.destroy();
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    void tunnel(net, admitted, request.url ?? '', socket, head, sockets);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    admit: (host) => void admitted.add(host.toLowerCase()),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};

const tunnel = async (
  net: Net,
  admitted: ReadonlySet<string>,
  wanted: string,
  socket: Socket,
  head: Buffer,
  sockets: Set<Socket>,
): Promise<void> => {
  const [, host = '', port = ''] = /^\[?([^\]]+)\]?:(\d{1,5})$/.exec(wanted) ?? [];
  const [place] = admitted.has(host.toLowerCase()) ? await net.places(host, Number(port)) : [];
  if (place === undefined || socket.destroyed) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  const far = connect({ host: place.address, port: place.port, noDelay: true });
  sockets.add(far);
  far.once('connect', () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    far.write(head);
    socket.pipe(far).pipe(socket);
  });
  far
    .on('error', () => socket.destroy())
    .on('close', () => {
      sockets.delete(far);
      socket.destroy();
    });
  socket.on('close', () => far.destroy());
};

const plain = async (
  net: Net,
  admitted: ReadonlySet<string>,
  { url = '', method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (target?.protocol !== 'http:' || !admitted.has(target.hostname) || method !== 'GET')
    return void response.writeHead(403).end();
  const answer = await net.http({ url });
  if (!answer.ok) return void response.writeHead(502).end();
  try {
    const kept = answer.headers.filter(([name]) => !OWN.has(name));
    response.writeHead(answer.status, kept.flat()).end(answer.body);
  } catch {
    // A header that Node does not send on.
    response.destroy();
  }
};
