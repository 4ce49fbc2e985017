import { mainOrigin } from '../accounts/people.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { makeOwnKey } from '../host/certificate.ts';
import { isOnThisMachine, openHost } from '../host/own-host.ts';
import type { Bench, Delivery } from './bench.ts';
import type { Endpoint } from './endpoints.ts';
import { signedByOwnKey } from './paypal.ts';

/** PayPal's events say where the certificate is that they were signed by. Only an app on this machine is led to ours. */
export const forgedDelivery = async (
  context: ProbeContext,
  { scheme, webhookId }: Endpoint,
  bench: Bench,
): Promise<{ name: string; delivery: Delivery } | undefined> => {
  if (scheme !== 'paypal' || webhookId === undefined || !isOnThisMachine(mainOrigin(context))) return undefined;
  const { pem, privateKey } = makeOwnKey();
  // In the path, the name satisfies whoever looks for it anywhere in the address.
  const path = '/api.paypal.com/v1/notifications/certs/launch-ready.pem';
  const host = await openHost({ [path]: pem });
  if (host === null) return undefined;
  try {
    const certificate = host.url(path);
    const delivery = await bench.try({
      sign: (body, { id, at }) => signedByOwnKey({ id, at, certificate }, webhookId, body, privateKey),
    });
    return { name: 'signed with a certificate of ours, at an address that the event names', delivery };
  } finally {
    await host.close();
  }
};
