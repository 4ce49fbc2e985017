import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { Fits, Place, Sent } from './exchange.ts';

/** A port is used for some questions one after the other, then for none again: whoever forges answers has to guess it anew (RFC 5452 4.5). */
const MOST_USES = 16;
const MOST_AT_REST = 32;
/** Milliseconds that a socket waits for the next question. */
const REST = 200;

interface Lent {
  socket: Socket;
  uses: number;
  /** What it heard last: the network may bring it twice. */
  heard?: Buffer;
  rest?: NodeJS.Timeout;
}

/** Sockets that wait, by the place that they are connected to. */
const atRest = new Map<string, Lent[]>();

const keyOf = ({ address, port }: Place): string => `${address} ${port}`;

const borrow = (place: Place): Lent => {
  const lent = atRest.get(keyOf(place))?.pop();
  if (lent === undefined) {
    const socket = createSocket(isIPv6(place.address) ? 'udp6' : 'udp4');
    // What comes after the answer is of no matter.
    socket.on('error', () => {});
    return { socket, uses: 0 };
  }
  clearTimeout(lent.rest);
  lent.socket.ref();
  return lent;
};

const bring = (place: Place, lent: Lent): void => {
  const list = atRest.get(keyOf(place)) ?? [];
  if (lent.uses >= MOST_USES || list.length >= MOST_AT_REST) return void lent.socket.close();
  lent.socket.unref();
  lent.rest = setTimeout(() => {
    const left = (atRest.get(keyOf(place)) ?? []).filter((one) => one !== lent);
    if (left.length === 0) atRest.delete(keyOf(place));
    else atRest.set(keyOf(place), left);
    lent.socket.close();
  }, REST).unref();
  atRest.set(keyOf(place), [...list, lent]);
};

/** One datagram and its answer, from a port that nothing else waits at. Whatever comes from elsewhere does not reach a connected socket. */
export const overUdp = async (place: Place, query: Buffer, fits: Fits, ms: number): Promise<Sent> => {
  const lent = borrow(place);
  const { socket } = lent;
  let came: 'garbled' | 'timeout' = 'timeout';
  const ended = new AbortController();
  const sent = await new Promise<Sent>((resolve) => {
    const timer = setTimeout(() => resolve(came), ms);
    const hear = (bytes: Buffer): void => {
      if (fits(bytes)) resolve(bytes);
      else if (lent.heard?.equals(bytes) !== true) came = 'garbled';
    };
    const fail = (): void => resolve('unreachable');
    socket.on('message', hear).on('error', fail);
    ended.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      socket.off('message', hear).off('error', fail);
    });
    if (lent.uses++ === 0) socket.connect(place.port, place.address, () => socket.send(query));
    else socket.send(query);
  });
  ended.abort();
  // One that was silent may still hear an answer to what it was asked before.
  if (Buffer.isBuffer(sent)) bring(place, { ...lent, heard: sent });
  else socket.close();
  return sent;
};
