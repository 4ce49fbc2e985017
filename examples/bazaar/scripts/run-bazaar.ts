import { seed, type Account } from '../src/db/seed.ts';
import { readConfig } from '../src/platform/config.ts';
import { start } from '../src/start.ts';
import { startMail } from '../stand-ins/mail.ts';
import { startModel } from '../stand-ins/model.ts';
import { startPayments } from '../stand-ins/payments.ts';
import { buildClient } from './build-client.ts';
import { localKeys, type LocalKeys } from './keys.ts';
import { remindPayments } from './remind-payments.ts';

export interface LocalBazaar {
  origin: string;
  adminOrigin: string;
  /** Where the caught mail is read. */
  mailbox: string;
  accounts: readonly Account[];
  password: string;
  keys: LocalKeys;
  stop(): Promise<void>;
}

export interface LocalOptions {
  dataDir: string;
  /** 0 for any free port is not possible: the app's own addresses hold it. */
  port: number;
  databaseUrl?: string;
  logLevel?: 'silent' | 'warn' | 'info';
  manner?: 'robust' | 'gullible';
}

/** Everything on this machine: the app, seeded, with its third parties stood in for. */
export const runBazaar = async (options: LocalOptions): Promise<LocalBazaar> => {
  const { dataDir, port, databaseUrl, logLevel = 'warn', manner = 'robust' } = options;
  const keys = localKeys(dataDir);
  const origin = `http://localhost:${port}`;
  const adminOrigin = `http://admin.localhost:${port}`;
  await buildClient();
  const [payments, mail, model] = await Promise.all([
    startPayments({
      secretKey: keys.payments,
      webhookSecret: keys.paymentHook,
      webhookUrl: () => `http://127.0.0.1:${port}/webhooks/payments`,
    }),
    startMail({ apiKey: keys.mail }),
    startModel({ apiKey: keys.model, manner }),
  ]);
  const closeAll = async (): Promise<void> => {
    await Promise.all([payments.close(), mail.close(), model.close()]);
  };
  try {
    const config = readConfig({
      APP_ENV: 'development',
      LOG_LEVEL: logLevel,
      PORT: String(port),
      APP_ORIGIN: origin,
      ADMIN_ORIGIN: adminOrigin,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      JWT_SECRET: keys.jwt,
      FILE_URL_SECRET: keys.fileUrl,
      STRIPE_SECRET_KEY: keys.payments,
      STRIPE_PUBLISHABLE_KEY: 'pk_test_local',
      STRIPE_WEBHOOK_SECRET: keys.paymentHook,
      STRIPE_API_BASE: payments.url,
      PAYMENT_PAGE_URL: `${payments.url}/pay`,
      SHIPPING_WEBHOOK_SECRET: keys.shippingHook,
      MAIL_WEBHOOK_SECRET: keys.mailHook,
      MAIL_FROM: 'Bazaar <hello@bazaar.test>',
      SMTP_URL: mail.smtpUrl,
      MODEL_BASE_URL: `${model.url}/v1`,
      MODEL_API_KEY: keys.model,
    });
    const app = await start(config);
    const accounts = await seed(app.context, { password: keys.password });
    await remindPayments(app.context, payments);
    return {
      origin,
      adminOrigin,
      mailbox: mail.url,
      accounts,
      password: keys.password,
      keys,
      stop: async () => {
        await app.stop();
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
};
