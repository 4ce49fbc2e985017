import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalBazaar } from '../../examples/bazaar/scripts/run-bazaar.ts';

/** What Launch Ready is told of a running Bazaar: as a user would write it, credentials by the names of variables. */
export const writeProbeConfig = (path: string, { origin, adminOrigin, mailbox, accounts }: LocalBazaar): void => {
  const seen = new Map<string, number>();
  const actors = accounts.map(({ role, email }) => {
    const number = (seen.get(role) ?? 0) + 1;
    seen.set(role, number);
    return {
      name: `${role}-${'abcdef'[number - 1] ?? number}`,
      role,
      login: email,
      passwordEnv: 'BAZAAR_PASSWORD',
      ...(role === 'admin' ? { origin: adminOrigin } : {}),
    };
  });
  const config = {
    name: 'bazaar',
    boundary: {
      origins: [origin, adminOrigin],
      environment: 'development',
      roles: ['customer', 'seller', 'moderator', 'admin'],
      actors,
      mailbox: new URL('/messages', mailbox).href,
      webhooks: [
        { path: '/webhooks/payments', scheme: 'stripe', secretEnv: 'STRIPE_WEBHOOK_SECRET' },
        { path: '/webhooks/shipping', scheme: 'github', secretEnv: 'SHIPPING_WEBHOOK_SECRET' },
        { path: '/webhooks/mail', scheme: 'standard', secretEnv: 'MAIL_WEBHOOK_SECRET' },
      ],
    },
  };
  writeFileSync(path, `${JSON.stringify(config, null, 2)}\n`);
};

/** The same with what a copy of the app says of its public surface. */
export const withSurface = (path: string, copy: string): void => {
  const read = (file: string): object => JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...read(join(copy, 'edge/launch-ready.config.json')), ...read(path) }, null, 2));
};

/** The variables that the config names. */
export const probeEnvironment = ({ password, keys }: LocalBazaar): Record<string, string> => ({
  BAZAAR_PASSWORD: password,
  JWT_SECRET: keys.jwt,
  STRIPE_WEBHOOK_SECRET: keys.paymentHook,
  SHIPPING_WEBHOOK_SECRET: keys.shippingHook,
  MAIL_WEBHOOK_SECRET: keys.mailHook,
});
