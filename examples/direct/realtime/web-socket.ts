import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

export interface Connection {
  send: (text: string) => void;
  close: () => void;
}

interface Handlers {
  message: (connection: Connection, data: string | Uint8Array) => void;
  gone: (connection: Connection) => void;
}

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const CLOSE = 8;

/** The server's side of RFC 6455, as far as small messages need it: no fragments, no extensions. */
export const acceptSocket = (req: IncomingMessage, socket: Duplex, { message, gone }: Handlers): Connection => {
  const accept = createHash('sha1')
    .update(String(req.headers['sec-websocket-key']) + GUID)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const connection: Connection = {
    send: (text) => void socket.write(frame(TEXT, Buffer.from(text))),
    close: () => void socket.end(frame(CLOSE, Buffer.alloc(0)), () => socket.destroy()),
  };
  let waiting = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (let read = readFrame(waiting); read !== null; read = readFrame(waiting)) {
      waiting = waiting.subarray(read.length);
      if (read.kind === CLOSE) connection.close();
      else if (read.kind <= 2) message(connection, read.kind === TEXT ? read.data.toString('utf8') : read.data);
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => gone(connection));
  return connection;
};

const frame = (kind: number, data: Buffer): Buffer => {
  const head = data.length < 126 ? Buffer.from([0x80 | kind, data.length]) : Buffer.from([0x80 | kind, 126, 0, 0]);
  if (data.length >= 126) head.writeUInt16BE(data.length, 2);
  return Buffer.concat([head, data]);
};

/** One masked frame from the front; null while it is not whole. */
const readFrame = (bytes: Buffer): { kind: number; data: Buffer; length: number } | null => {
  if (bytes.length < 6) return null;
  const short = (bytes[1] ?? 0) & 0x7f;
  const at = short === 126 ? 4 : 2;
  const size = short === 126 ? bytes.readUInt16BE(2) : short;
  if (short === 127) throw new Error('a message of the example is smaller than 64 KiB');
  if (bytes.length < at + 4 + size) return null;
  const mask = bytes.subarray(at, at + 4);
  const data = Buffer.from(bytes.subarray(at + 4, at + 4 + size).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return { kind: (bytes[0] ?? 0) & 0x0f, data, length: at + 4 + size };
};
