import { connect, isIPv6 } from 'node:net';
import type { TlsBeside } from '../../../model/evidence/edge/tls.ts';
import type { Place } from '../../../net/dns/exchange.ts';
import type { Net } from '../../../net/net.ts';
import { certificateFacts } from './certificate.ts';
import { shakeHands } from './handshake.ts';

const MOST = 5;
/** Milliseconds for one handshake. */
const PATIENCE = 6_000;

/** Greets the further addresses of a host side by side. Those of IPv6 that do not answer are left out: this machine may have none. */
export const lookBeside = async (net: Net, host: string, places: readonly Place[]): Promise<TlsBeside[]> => {
  const seen = await Promise.all(
    places.slice(0, MOST).map((place) =>
      net.keep(
        `beside ${host} ${place.address}`,
        () => greet(net, host, place),
        () => null,
      ),
    ),
  );
  return seen.filter((one) => one !== null);
};

const greet = async (net: Net, host: string, place: Place): Promise<TlsBeside | null> => {
  const at = `${place.address}:${place.port}`;
  const shake = () => shakeHands(place, host, net.ca, PATIENCE);
  const shaken = (await shake()) ?? (await shake());
  if (shaken === null) {
    const isOpen = await opens(place);
    return isIPv6(place.address) ? null : { at, outcome: isOpen ? 'refused' : 'silent' };
  }
  const certificate = certificateFacts(shaken.leaf, host, net.now());
  return {
    at,
    outcome: 'spoken',
    ...(certificate === undefined ? {} : { certificate }),
    ...(shaken.problem === undefined ? {} : { problem: shaken.problem }),
  };
};

const opens = (place: Place): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: place.address, port: place.port });
    const end = (isOpen: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(isOpen);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
