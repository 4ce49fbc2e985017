import { z } from 'zod';

const secret = z.string().min(32, 'needs at least 32 characters');
const origin = z.url().transform((value) => new URL(value).origin);

/** Every setting comes from the environment; `.env.example` documents each. Nothing secret has a default. */
const schema = z.object({
  APP_ENV: z.enum(['development', 'test', 'staging', 'production']),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  APP_ORIGIN: origin,
  ADMIN_ORIGIN: origin,
  RELEASE: z.string().default('dev'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** How many proxies stand in front; only so many X-Forwarded-For entries are believed. */
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(3).default(0),
  /** A PostgreSQL server; without it the embedded database in DATA_DIR is used. */
  DATABASE_URL: z.url().optional(),
  DATA_DIR: z.string().default('.bazaar'),
  JWT_SECRET: secret,
  FILE_URL_SECRET: secret,
  STRIPE_SECRET_KEY: z.string().min(8),
  STRIPE_PUBLISHABLE_KEY: z.string().min(8),
  STRIPE_WEBHOOK_SECRET: z.string().startsWith('whsec_').min(20),
  /** Another address of the payments API, for the stand-in. */
  STRIPE_API_BASE: z.url().optional(),
  /**
   * Where buyers pay: `<url>/<intent>?client_secret=…&return_url=…`. The stand-in's page in development; in production a page of yours that
   * shows the provider's own payment form. Without it, pages offer no payment and only API clients can pay.
   */
  PAYMENT_PAGE_URL: z.url().optional(),
  SHIPPING_WEBHOOK_SECRET: secret,
  MAIL_WEBHOOK_SECRET: z.string().startsWith('whsec_').min(20),
  MAIL_FROM: z.string().min(3),
  /** Mail goes out by SMTP or by the mail provider's HTTP API; one of the two is needed. */
  SMTP_URL: z.url().optional(),
  MAIL_API_URL: z.url().optional(),
  MAIL_API_KEY: z.string().min(8).optional(),
  MODEL_BASE_URL: z.url(),
  MODEL_API_KEY: z.string().min(1),
  MODEL_NAME: z.string().default('gpt-5-mini'),
});

export type Config = Readonly<z.infer<typeof schema>> & { readonly production: boolean };

/** Reads the configuration. Throws one error that names every wrong variable, without its value. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const result = schema.safeParse(environment);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not complete:\n${lines.join('\n')}`);
  }
  const config = result.data;
  if (config.SMTP_URL === undefined && (config.MAIL_API_URL === undefined || config.MAIL_API_KEY === undefined)) {
    throw new Error(
      'The environment is not complete:\n  SMTP_URL, or MAIL_API_URL with MAIL_API_KEY: needed to send mail',
    );
  }
  const production = config.APP_ENV === 'production' || config.APP_ENV === 'staging';
  if (production && !config.APP_ORIGIN.startsWith('https://')) {
    throw new Error('The environment is not complete:\n  APP_ORIGIN: must be https:// outside development');
  }
  return { ...config, production };
};
