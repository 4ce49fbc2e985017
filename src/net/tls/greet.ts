import { connect } from 'node:net';
import { FlightReader, type Alert, type Flight } from './server-flight.ts';

/** One greeting and what came back. `closed`: the line was cut without a word. `unreachable`: there is no server. */
export type Greeted =
  | { kind: 'flight'; flight: Flight }
  | { kind: 'alert'; alert: Alert }
  | { kind: 'closed' | 'timeout' | 'garbage' | 'unreachable' };

export interface TlsPlace {
  /** An address, never a name. */
  address: string;
  port: number;
}

/** Sends one ClientHello over a connection of its own, and reads what is in the clear. Never throws. */
export const greet = async ({ address, port }: TlsPlace, hello: Buffer, ms: number): Promise<Greeted> => {
  const socket = connect({ host: address, port, noDelay: true });
  const reader = new FlightReader();
  try {
    return await new Promise<Greeted>((resolve) => {
      let isOpen = false;
      const told = (otherwise: 'closed' | 'timeout' | 'garbage' | 'unreachable'): void =>
        resolve(
          reader.flight !== undefined
            ? { kind: 'flight', flight: reader.flight }
            : reader.alert !== undefined
              ? { kind: 'alert', alert: reader.alert }
              : { kind: reader.garbage ? 'garbage' : otherwise },
        );
      const timer = setTimeout(() => told('timeout'), ms);
      socket.once('close', () => {
        clearTimeout(timer);
        told(isOpen ? 'closed' : 'unreachable');
      });
      socket.on('error', () => told(isOpen ? 'closed' : 'unreachable'));
      socket.once('connect', () => {
        isOpen = true;
        socket.write(hello);
      });
      socket.on('data', (chunk) => {
        reader.push(chunk);
        if (reader.done) told('closed');
      });
    });
  } finally {
    socket.destroy();
  }
};
