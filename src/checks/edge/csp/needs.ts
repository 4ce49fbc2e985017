import type { LoadKind } from '../../../model/evidence/edge/web.ts';

/** What a script of others asks for once it runs, by where it is loaded from; from each vendor's own page on content security policies. */
export interface Need {
  name: string;
  from: RegExp;
  adds: Partial<Record<LoadKind, readonly string[]>>;
}

export const NEEDS: readonly Need[] = [
  {
    // docs.stripe.com/security/guide#content-security-policy
    name: 'Stripe',
    from: /^https:\/\/js\.stripe\.com$/,
    adds: {
      script: ['https://js.stripe.com', 'https://*.js.stripe.com'],
      frame: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
      connect: ['https://api.stripe.com'],
      form: ['https://checkout.stripe.com'],
    },
  },
  {
    // developer.paypal.com/sdk/js/best-practices
    name: 'PayPal',
    from: /^https:\/\/www\.paypal\.com$/,
    adds: {
      script: ['https://*.paypal.com', 'https://*.paypalobjects.com'],
      frame: ['https://*.paypal.com'],
      connect: ['https://*.paypal.com'],
      img: ['https://*.paypal.com', 'https://*.paypalobjects.com'],
    },
  },
  {
    // developers.google.com/tag-platform/security/guides/csp
    name: 'Google Analytics',
    from: /^https:\/\/www\.googletagmanager\.com$/,
    adds: {
      script: ['https://*.googletagmanager.com'],
      img: ['https://*.google-analytics.com', 'https://*.googletagmanager.com'],
      connect: ['https://*.google-analytics.com', 'https://*.analytics.google.com', 'https://*.googletagmanager.com'],
    },
  },
  {
    name: 'Google Fonts',
    from: /^https:\/\/fonts\.googleapis\.com$/,
    adds: { style: ['https://fonts.googleapis.com'], font: ['https://fonts.gstatic.com'] },
  },
  {
    // developers.google.com/recaptcha/docs/faq
    name: 'reCAPTCHA',
    from: /^https:\/\/(?:www\.google\.com|www\.recaptcha\.net)$/,
    adds: {
      script: ['https://www.google.com/recaptcha/', 'https://www.gstatic.com/recaptcha/'],
      frame: ['https://www.google.com/recaptcha/', 'https://recaptcha.google.com/recaptcha/'],
    },
  },
  {
    // developers.cloudflare.com/turnstile/reference/content-security-policy
    name: 'Turnstile',
    from: /^https:\/\/challenges\.cloudflare\.com$/,
    adds: { script: ['https://challenges.cloudflare.com'], frame: ['https://challenges.cloudflare.com'] },
  },
  {
    // posthog.com/docs/advanced/content-security-policy
    name: 'PostHog',
    from: /^https:\/\/[\w-]+\.i?\.?posthog\.com$/,
    adds: { script: ['https://*.posthog.com'], connect: ['https://*.posthog.com'] },
  },
  {
    // plausible.io/docs: the script reports to where it came from
    name: 'Plausible',
    from: /^https:\/\/plausible\.io$/,
    adds: { connect: ['https://plausible.io'] },
  },
  {
    // developer.intercom.com
    name: 'Intercom',
    from: /^https:\/\/(?:widget\.intercom\.io|js\.intercomcdn\.com)$/,
    adds: {
      script: ['https://app.intercom.io', 'https://widget.intercom.io', 'https://js.intercomcdn.com'],
      connect: ['https://*.intercom.io', 'wss://*.intercom.io'],
      img: ['https://*.intercomcdn.com'],
      frame: ['https://intercom-sheets.com'],
    },
  },
];
