import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, type AppOptions } from './app.ts';
import { openDatabase } from './db/client.ts';
import { migrate } from './db/migrate.ts';
import { sweepOrders } from './modules/orders/sweep.ts';
import type { Config } from './platform/config.ts';
import type { Context } from './platform/context.ts';
import { createEvents } from './platform/events.ts';
import { createLog } from './platform/log.ts';
import { createMailQueue } from './platform/mail.ts';
import { createPayments } from './platform/payments.ts';

export interface RunningApp {
  context: Context;
  server: Server;
  port: number;
  /** Ends open requests, sends what mail is on its way, closes the database. */
  stop(): Promise<void>;
}

const SWEEP_EVERY = 60_000;

const sweep = async (context: Context): Promise<void> => {
  try {
    await sweepOrders(context);
  } catch (error) {
    context.log.error({ err: error }, 'orders could not be swept');
  }
};

/** Opens the database, brings it to the newest schema, and listens. */
export const start = async (config: Config, options: AppOptions = {}): Promise<RunningApp> => {
  const log = createLog(config);
  const { db, close } = await openDatabase(config);
  await migrate(db, config.DATABASE_URL === undefined);
  const mail = createMailQueue(config, db, log);
  const context: Context = { config, db, log, mail, payments: createPayments(config), events: createEvents() };
  const server = createServer(createApp(context, options));
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  log.info({ port, environment: config.APP_ENV }, 'listening');
  // At once for orders whose payment was made while nobody listened, then again and again for those left behind.
  let sweeping = sweep(context);
  const timer = setInterval(() => {
    sweeping = sweeping.then(() => sweep(context));
  }, SWEEP_EVERY);
  timer.unref();
  return {
    context,
    server,
    port,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      clearInterval(timer);
      await sweeping;
      await mail.close();
      await close();
    },
  };
};
