import { randomBytes } from 'node:crypto';
import { buildClient } from '../../scripts/build-client.ts';
import { shops, users } from '../../src/db/schema.ts';
import type { Role } from '../../src/db/types.ts';
import { createLimits } from '../../src/http/limits.ts';
import { readConfig, type Config } from '../../src/platform/config.ts';
import { hashPassword } from '../../src/platform/secrets.ts';
import { start, type RunningApp } from '../../src/start.ts';
import { startMail } from '../../stand-ins/mail.ts';
import { startModel } from '../../stand-ins/model.ts';
import { startPayments } from '../../stand-ins/payments.ts';
import { Client } from './client.ts';
import { createDatabase } from './database.ts';
import { freePort } from './free-port.ts';

export const PASSWORD = 'correct horse battery staple';

export interface Person {
  id: string;
  email: string;
  client: Client;
  /** Null for who has no shop. */
  shopId: string | null;
}

export interface TestBazaar {
  app: RunningApp;
  config: Config;
  payments: Awaited<ReturnType<typeof startPayments>>;
  mail: Awaited<ReturnType<typeof startMail>>;
  model: Awaited<ReturnType<typeof startModel>>;
  /** A client of nobody, on the shop's host or the admin host. */
  visitor(admin?: boolean): Client;
  /** A verified person with that role, logged in by bearer token; an admin's client speaks to the admin host. */
  person(role: Role, name?: string): Promise<Person>;
  stop(): Promise<void>;
}

export interface BazaarOptions {
  /** 1 for the limits that the server has; high by default, so that tests are not held up. */
  limits?: number;
  manner?: 'robust' | 'gullible';
  mail?: 'smtp' | 'api';
}

const random = (): string => randomBytes(24).toString('base64');

/** The real app with every third party stood in for, all on loopback. */
export const bootBazaar = async ({
  limits = 1000,
  manner = 'robust',
  mail: by = 'smtp',
}: BazaarOptions = {}): Promise<TestBazaar> => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const keys = {
    stripe: `sk_test_${random()}`,
    mail: random(),
    model: random(),
    hook: `whsec_${random()}`,
    mailHook: `whsec_${random()}`,
  };
  await buildClient();
  const [database, payments, mail, model] = await Promise.all([
    createDatabase(),
    startPayments({
      secretKey: keys.stripe,
      webhookSecret: keys.hook,
      webhookUrl: () => `${origin}/webhooks/payments`,
    }),
    startMail({ apiKey: keys.mail }),
    startModel({ apiKey: keys.model, manner }),
  ]);
  const config = readConfig({
    APP_ENV: 'test',
    LOG_LEVEL: process.env['BAZAAR_TEST_LOG'] ?? 'silent',
    PORT: String(port),
    APP_ORIGIN: origin,
    ADMIN_ORIGIN: `http://admin.localhost:${port}`,
    ...database.settings,
    JWT_SECRET: random(),
    FILE_URL_SECRET: random(),
    STRIPE_SECRET_KEY: keys.stripe,
    STRIPE_PUBLISHABLE_KEY: `pk_test_${random()}`,
    STRIPE_WEBHOOK_SECRET: keys.hook,
    STRIPE_API_BASE: payments.url,
    PAYMENT_PAGE_URL: `${payments.url}/pay`,
    SHIPPING_WEBHOOK_SECRET: random(),
    MAIL_WEBHOOK_SECRET: keys.mailHook,
    MAIL_FROM: 'Bazaar <hello@bazaar.test>',
    ...(by === 'smtp' ? { SMTP_URL: mail.smtpUrl } : { MAIL_API_URL: mail.url, MAIL_API_KEY: keys.mail }),
    MODEL_BASE_URL: `${model.url}/v1`,
    MODEL_API_KEY: keys.model,
  });
  const app = await start(config, { limits: createLimits(limits) });
  const passwordHash = await hashPassword(PASSWORD);
  let people = 0;

  const visitor = (admin = false): Client =>
    new Client(origin, new URL(admin ? config.ADMIN_ORIGIN : config.APP_ORIGIN).host);

  const person = async (role: Role, name = `${role} ${++people}`): Promise<Person> => {
    const email = `${name.replaceAll(/\W+/g, '-').toLowerCase()}-${randomBytes(3).toString('hex')}@example.test`;
    const { db } = app.context;
    const [user] = await db
      .insert(users)
      .values({
        email,
        name,
        role,
        passwordHash,
        emailVerifiedAt: new Date(),
        phone: '+49 30 1234567',
        address: `${name}, Secret Street 1`,
      })
      .returning({ id: users.id });
    if (user === undefined) throw new Error('no user');
    let shopId: string | null = null;
    if (role === 'seller') {
      const slug = `shop-${randomBytes(4).toString('hex')}`;
      const [shop] = await db
        .insert(shops)
        .values({ ownerId: user.id, name: `Shop of ${name}`, slug })
        .returning({ id: shops.id });
      shopId = shop?.id ?? null;
    }
    const client = visitor(role === 'admin');
    const login = await client.post<{ accessToken: string }>('/api/auth/login', { email, password: PASSWORD });
    if (login.status !== 200) throw new Error(`login answered ${login.status}: ${login.text}`);
    client.token = login.json.accessToken;
    return { id: user.id, email, client, shopId };
  };

  return {
    app,
    config,
    payments,
    mail,
    model,
    visitor,
    person,
    stop: async () => {
      await app.stop();
      await Promise.all([payments.close(), mail.close(), model.close()]);
      await database.drop();
    },
  };
};
