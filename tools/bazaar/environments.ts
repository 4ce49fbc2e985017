import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expandSample } from '../../src/collect/secrets/samples.ts';

type Environment = 'development' | 'staging' | 'production';

const ORIGINS: Readonly<Record<Environment, [app: string, admin: string]>> = {
  development: ['http://localhost:4000', 'http://admin.localhost:4000'],
  staging: ['https://staging.bazaar.test', 'https://admin.staging.bazaar.test'],
  production: ['https://bazaar.test', 'https://admin.bazaar.test'],
};

const variables = (environment: Environment): Record<string, string> => {
  const mode = environment === 'production' ? 'live' : 'test';
  const [app, admin] = ORIGINS[environment];
  const local = environment === 'development';
  return {
    APP_ENV: environment,
    APP_ORIGIN: app,
    ADMIN_ORIGIN: admin,
    TRUST_PROXY_HOPS: local ? '0' : '1',
    ...(local ? {} : { DATABASE_URL: `postgresql://bazaar:{alnum:28}@db.${environment}.internal:5432/bazaar` }),
    JWT_SECRET: '{base64url:43}',
    FILE_URL_SECRET: '{base64url:43}',
    STRIPE_SECRET_KEY: `sk_${mode}_51{alnum:97}`,
    STRIPE_PUBLISHABLE_KEY: `pk_${mode}_51{alnum:97}`,
    STRIPE_WEBHOOK_SECRET: 'whsec_{alnum:32}',
    SHIPPING_WEBHOOK_SECRET: '{hex:64}',
    MAIL_WEBHOOK_SECRET: 'whsec_{base64:32}',
    MAIL_FROM: 'Bazaar <hello@bazaar.test>',
    ...(local
      ? { SMTP_URL: 'smtp://localhost:1025' }
      : { MAIL_API_URL: 'https://api.resend.com', MAIL_API_KEY: 're_{alnum:8}_{alnum:24}' }),
    MODEL_BASE_URL: local ? 'http://localhost:11434/v1' : 'https://api.openai.com/v1',
    MODEL_API_KEY: local ? 'local' : 'sk-proj-{alnum:64}',
  };
};

/** The env files of a laptop from which staging and production are deployed: each with values of its own, none of them tracked. */
export const writeEnvironments = (copy: string): void => {
  for (const environment of ['development', 'staging', 'production'] as const) {
    const lines = Object.entries(variables(environment)).map(
      ([name, template]) =>
        `${name}=${/[ <>]/.test(template) ? `"${template}"` : expandSample(template, `${environment} ${name}`)}`,
    );
    const file = environment === 'development' ? '.env' : `.env.${environment}`;
    writeFileSync(join(copy, file), `${lines.join('\n')}\n`, { mode: 0o600 });
  }
};
