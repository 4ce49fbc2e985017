import { connect } from 'node:net';

/** What came back, or why nothing did. */
export type Sent = Buffer | 'timeout' | 'unreachable' | 'garbled';

export interface Place {
  /** An address, never a name. */
  address: string;
  port: number;
}

/** True for the answer that is waited for; others are forged or late and pass by. */
export type Fits = (bytes: Buffer) => boolean;

/** One question and its answer over TCP, RFC 7766: two bytes of length in front. An answer has 64 KB at most by that. */
export const overTcp = async ({ address, port }: Place, query: Buffer, fits: Fits, ms: number): Promise<Sent> => {
  const socket = connect(port, address);
  try {
    return await new Promise<Sent>((resolve) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const timer = setTimeout(() => resolve('timeout'), ms);
      socket.once('close', () => {
        clearTimeout(timer);
        resolve('unreachable');
      });
      socket.on('error', () => resolve('unreachable'));
      socket.once('connect', () => {
        const length = Buffer.alloc(2);
        length.writeUInt16BE(query.length);
        socket.write(Buffer.concat([length, query]));
      });
      socket.on('data', (chunk) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size < 2) return;
        const all = Buffer.concat(chunks);
        const wanted = all.readUInt16BE(0);
        if (size < wanted + 2) return;
        const bytes = all.subarray(2, wanted + 2);
        resolve(fits(bytes) ? bytes : 'garbled');
      });
    });
  } finally {
    socket.destroy();
  }
};

const MOST_BYTES = 65_535;

/** The same over HTTPS, RFC 8484. */
export const overHttps = async (url: string, query: Buffer, fits: Fits, ms: number): Promise<Sent> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/dns-message', 'content-type': 'application/dns-message' },
      body: new Uint8Array(query),
      redirect: 'error',
      signal: AbortSignal.timeout(ms),
    });
    if (!response.ok || !/^application\/dns-message\b/i.test(response.headers.get('content-type') ?? '')) {
      await response.body?.cancel();
      return 'garbled';
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_BYTES) return 'garbled';
    }
    const bytes = Buffer.concat(chunks);
    return fits(bytes) ? bytes : 'garbled';
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
  }
};
