import type { Endpoint } from '../evidence/code.ts';

/** Words in a path or a name that say that strangers are meant to come in. */
const PUBLIC = new Set(
  (
    'login logon signin signup register registration logout signout forgot reset recover recovery verify verification confirm confirmation activate activation ' +
    'subscribe unsubscribe optout newsletter contact feedback webhook webhooks hook hooks ipn callback oauth oauth2 sso saml scim oidc authorize token refresh ' +
    'otp magic passkey passkeys webauthn captcha health healthz livez readyz ping heartbeat metrics track tracking analytics beacon telemetry pixel collect ingest ' +
    'waitlist lead leads invite invites invitation invitations accept decline public embed share shared rsvp guest visitor visitors cron jobs job queue queues inngest qstash ' +
    'csp report demo licensing license preview unlock'
  ).split(' '),
);
/** Two words that are written apart: `log-in`, `sign_up`. */
const PUBLIC_PAIRS =
  /(?:^|-)(?:log-(?:in|on|out)|sign-(?:in|up|out|off)|opt-out|magic-link|house-?keeping|well-known)(?:-|$)/;

const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');

/** What an endpoint is called: its path without parameters; for actions the name alone, for procedures the whole name. */
export const wordsOfEndpoint = ({ path, kind, handler }: Pick<Endpoint, 'path' | 'kind' | 'handler'>): string[] =>
  wordsOf(
    (kind === 'action' ? (path.split('#')[1] ?? handler ?? path) : path)
      .replaceAll(/\{[^}]*\}/g, '/')
      // The name of a file is no word of the path.
      .replace(/\.[cm]?[jt]sx?$/, ''),
  );

export const isPublicByRole = (endpoint: Pick<Endpoint, 'path' | 'kind' | 'handler'>): boolean => {
  const words = wordsOfEndpoint(endpoint);
  return words.some((word) => PUBLIC.has(word)) || PUBLIC_PAIRS.test(words.join('-'));
};

const FOR_ALL = new Set([
  'public',
  'share',
  'shared',
  'embed',
  'webhook',
  'webhooks',
  'hook',
  'hooks',
  'callback',
  'cron',
]);

/** With or without a login: what is shared, and what machines call. */
export const isMeantForAll = (endpoint: Pick<Endpoint, 'path' | 'kind' | 'handler'>): boolean =>
  wordsOfEndpoint(endpoint).some((word) => FOR_ALL.has(word));

/** Data that an app writes for its own running, or that strangers are asked to leave. */
const OF_STRANGERS =
  /session|verification|token|otp|rate_?limit|throttl|(?:^|_)logs?$|[a-z]Logs?$|audit|(?:webhook|analytics?|tracking|activity)_?events?$|visit|(?<!re)views?$|click|analytic|metric|statistic|cache|lock$|nonce|attempt|challenge|subscriber|newsletter|waitlist|contact_?(?:message|form|request)|(?:access|demo|callback|quote)_?requests?$|(?:^|_)(?:leads?|prospects?)$|feedback|inquir|enquir|usage/i;

/** Notes that an app keeps of what happened: nobody's own. */
const BOOKKEEPING =
  /rate_?limit|throttle|(?:^|_)logs?$|[a-z]Logs?$|audit|(?:webhook|analytics?|tracking|activity)_?events?$|visit|(?<!re)views?$|click|analytic|metric|stat(?:istic)?s?$|cache|lock$|nonce|attempt|usage/i;

export const isBookkeeping = (model: string): boolean => BOOKKEEPING.test(model);

export const isOfStrangers = (model: string): boolean => OF_STRANGERS.test(model);
