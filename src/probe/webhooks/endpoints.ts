import type { WebhookConfig, WebhookScheme } from '../../model/target.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { mainOrigin } from '../accounts/people.ts';

export interface Endpoint {
  path: string;
  url: string;
  scheme: WebhookScheme;
  /** The header of the signature, where it is not the scheme's own. */
  header?: string;
  /** Undefined when nobody gave it: then nothing can be signed. Never shown. */
  secret?: string;
  /** PayPal's: a part of what is signed, and no secret that signs. */
  webhookId?: string;
  operation?: Operation;
  found: 'config' | 'inventory';
}

const PATH = /(?:^|[/_-])(?:web-?hooks?|hooks?|ipn|notify_?url|payment-?callback)(?=$|[/_-])/i;
/** Where one sets up one's own hooks; not what others call. */
const NOT_PATH = /(?:\/(?:settings|admin|endpoints|subscriptions|configs?|manage|deliveries|test)(?:\/|$)|\{[^}]*\})/i;
const NAMES: readonly (readonly [RegExp, WebhookScheme])[] = [
  [/paypal/i, 'paypal'],
  [/stripe|payment/i, 'stripe'],
  [/github/i, 'github'],
  [/svix|standard|clerk|resend/i, 'standard'],
  [/shopify/i, 'shopify'],
  [/slack/i, 'slack'],
];

/** The scheme by the headers that the description names, else by the provider's name. */
export const schemeOf = ({
  path,
  parameters,
  summary = '',
}: Pick<Operation, 'path' | 'parameters' | 'summary'>): { scheme: WebhookScheme; header?: string } => {
  const headers = parameters.filter(({ in: where }) => where === 'header').map(({ name }) => name.toLowerCase());
  if (headers.includes('stripe-signature')) return { scheme: 'stripe' };
  if (headers.some((name) => name.startsWith('x-hub-signature'))) return { scheme: 'github' };
  if (headers.includes('webhook-signature')) return { scheme: 'standard' };
  if (headers.includes('svix-signature')) return { scheme: 'standard', header: 'svix-signature' };
  if (headers.includes('x-shopify-hmac-sha256')) return { scheme: 'shopify' };
  if (headers.includes('x-slack-signature')) return { scheme: 'slack' };
  if (headers.includes('paypal-transmission-sig')) return { scheme: 'paypal' };
  const header = headers.find((name) => /signature|hmac|digest/.test(name));
  const named = NAMES.find(([pattern]) => pattern.test(`${path} ${summary}`))?.[1];
  return header === undefined ? { scheme: named ?? 'hmac' } : { scheme: 'hmac', header };
};

const fromConfig = (context: ProbeContext, { path, scheme, header, secretEnv }: WebhookConfig): Endpoint | null => {
  const origin = mainOrigin(context);
  if (!URL.canParse(path, origin)) return null;
  const url = new URL(path, origin).href;
  const operation = context.operations.find(
    (one) => one.method === 'POST' && new URL(one.path, one.origin).href === url,
  );
  const secret = secretEnv === undefined ? undefined : context.env[secretEnv];
  return {
    path: new URL(url).pathname,
    url,
    scheme,
    found: 'config',
    ...(header === undefined ? {} : { header }),
    ...(secret === undefined || secret === '' ? {} : scheme === 'paypal' ? { webhookId: secret } : { secret }),
    ...(operation === undefined ? {} : { operation }),
  };
};

/** What others call to tell the app something: as configured, and as found. */
export const endpointsOf = (context: ProbeContext): Endpoint[] => {
  const configured = (context.config.boundary?.webhooks ?? []).flatMap((one) => fromConfig(context, one) ?? []);
  const known = new Set(configured.map(({ url }) => url));
  const found = context.operations
    .filter(
      ({ method, path, origin }) =>
        method === 'POST' && PATH.test(path) && !NOT_PATH.test(path) && !known.has(new URL(path, origin).href),
    )
    .map((operation): Endpoint => {
      const url = new URL(operation.path, operation.origin).href;
      return { path: operation.path, url, found: 'inventory', operation, ...schemeOf(operation) };
    });
  return [...configured, ...found].slice(0, 10);
};

export const NO_ENDPOINT = 'No webhook was configured or found.';
export const noSecret = ({ path, scheme }: Pick<Endpoint, 'path' | 'scheme'>): string =>
  scheme === 'paypal'
    ? `PayPal alone can sign for ${path}, so no rightly signed event could be sent.`
    : `Nothing can be signed for ${path}: name its secret’s variable (boundary.webhooks[].secretEnv).`;
