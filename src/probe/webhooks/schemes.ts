import { createHmac } from 'node:crypto';
import type { WebhookScheme } from '../../model/target.ts';
import { PAYPAL_CERTIFICATE, paypalHeaders } from './paypal.ts';

export interface Signing {
  scheme: WebhookScheme;
  secret: string;
  /** For plain HMAC, the header of the signature. */
  header?: string | undefined;
  /** Seconds; the time that is signed. */
  at: number;
  /** The event's or message's id. */
  id: string;
}

export type Headers = Readonly<Record<string, string>>;

export const hmac = (
  hash: 'sha256' | 'sha1',
  secret: string | Uint8Array,
  text: string,
  as: 'hex' | 'base64',
): string => createHmac(hash, secret).update(text).digest(as);

/** `whsec_` is followed by the key in base64; what is not base64 is taken as it is (Standard Webhooks). */
export const standardKey = (secret: string): Uint8Array => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/** The headers of a rightly signed request, as each vendor documents it. */
export const signatureHeaders = ({ scheme, secret, header, at, id }: Signing, body: string): Headers => {
  switch (scheme) {
    // https://docs.stripe.com/webhooks#verify-manually
    case 'stripe':
      return { 'stripe-signature': `t=${at},v1=${hmac('sha256', secret, `${at}.${body}`, 'hex')}` };
    // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
    case 'github':
      return { 'x-hub-signature-256': `sha256=${hmac('sha256', secret, body, 'hex')}`, 'x-github-delivery': id };
    // https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
    case 'standard': {
      const signature = `v1,${hmacBytes(standardKey(secret), `${id}.${at}.${body}`)}`;
      const names = { id: 'webhook-id', timestamp: 'webhook-timestamp', signature: 'webhook-signature' };
      return {
        [names.id]: id,
        [names.timestamp]: String(at),
        [names.signature]: signature,
        ...(header?.startsWith('svix') === true
          ? { 'svix-id': id, 'svix-timestamp': String(at), 'svix-signature': signature }
          : {}),
      };
    }
    // https://shopify.dev/docs/apps/build/webhooks/subscribe/https
    case 'shopify':
      return {
        'x-shopify-hmac-sha256': hmac('sha256', secret, body, 'base64'),
        'x-shopify-webhook-id': id,
        'x-shopify-triggered-at': new Date(at * 1000).toISOString(),
      };
    // https://docs.slack.dev/authentication/verifying-requests-from-slack
    case 'slack':
      return {
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': `v0=${hmac('sha256', secret, `v0:${at}:${body}`, 'hex')}`,
      };
    // Signed by PayPal's own key alone: here all is as it should be but the signature.
    case 'paypal':
      return paypalHeaders(
        { id, at, certificate: PAYPAL_CERTIFICATE },
        hmac('sha256', secret, body, 'base64').repeat(4),
      );
    case 'hmac':
      return { [(header ?? 'x-signature').toLowerCase()]: hmac('sha256', secret, body, 'hex') };
  }
};

const hmacBytes = (key: Uint8Array, text: string): string => createHmac('sha256', key).update(text).digest('base64');

/** The headers without which nothing is signed. */
export const signatureNames = (scheme: WebhookScheme, header?: string): readonly string[] => {
  switch (scheme) {
    case 'stripe':
      return ['stripe-signature'];
    case 'github':
      return ['x-hub-signature-256', 'x-hub-signature'];
    case 'standard':
      return ['webhook-signature', 'svix-signature'];
    case 'shopify':
      return ['x-shopify-hmac-sha256'];
    case 'slack':
      return ['x-slack-signature'];
    case 'paypal':
      return ['paypal-transmission-sig'];
    case 'hmac':
      return [(header ?? 'x-signature').toLowerCase()];
  }
};

/** A scheme that signs the time, so that an old event can be told. */
export const signsTime = (scheme: WebhookScheme): boolean => ['stripe', 'standard', 'slack', 'paypal'].includes(scheme);

/** The same signature by a weaker or foreign way, which a receiver must not take. Undefined where there is none. */
export const weakerHeaders = (signing: Signing, body: string): { name: string; headers: Headers } | undefined => {
  const { scheme, secret, at, id } = signing;
  switch (scheme) {
    case 'stripe':
      return {
        name: 'with a v0 signature only',
        headers: { 'stripe-signature': `t=${at},v0=${hmac('sha256', secret, `${at}.${body}`, 'hex')}` },
      };
    case 'github':
      return {
        name: 'with SHA-1 (X-Hub-Signature) only',
        headers: { 'x-hub-signature': `sha1=${hmac('sha1', secret, body, 'hex')}`, 'x-github-delivery': id },
      };
    case 'standard': {
      const good = signatureHeaders(signing, body)['webhook-signature'] ?? '';
      return {
        name: 'with a version that does not exist (v0)',
        headers: { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': good.replace('v1,', 'v0,') },
      };
    }
    case 'hmac':
    case 'shopify':
    case 'slack':
    case 'paypal':
      return undefined;
  }
};
