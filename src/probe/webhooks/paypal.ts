import { sign, type KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Where PayPal keeps the certificates of its events. */
export const PAYPAL_CERTIFICATE = 'https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-5a29e601';

interface Transmission {
  id: string;
  /** Seconds. */
  at: number;
  /** Where the certificate is. */
  certificate: string;
}

const timeOf = (at: number): string => new Date(at * 1000).toISOString().replace(/\.\d+Z$/, 'Z');

/** https://developer.paypal.com/api/rest/webhooks/rest/#link-eventheadervalidation */
export const paypalHeaders = (
  { id, at, certificate }: Transmission,
  signature: string,
): Readonly<Record<string, string>> => ({
  'paypal-transmission-id': id,
  'paypal-transmission-time': timeOf(at),
  'paypal-auth-algo': 'SHA256withRSA',
  'paypal-cert-url': certificate,
  'paypal-transmission-sig': signature,
});

/**
 * Signed as PayPal signs (transmission id, time, webhook id and the CRC32 of the body as a decimal number, between bars), but with a key
 * whose certificate lies where the headers say: what checks the signature and not whose certificate it is takes it.
 */
export const signedByOwnKey = (
  transmission: Transmission,
  webhookId: string,
  body: string,
  key: KeyObject,
): Readonly<Record<string, string>> => {
  const text = [transmission.id, timeOf(transmission.at), webhookId, crc32(body)].join('|');
  return paypalHeaders(transmission, sign('sha256', Buffer.from(text), key).toString('base64'));
};
