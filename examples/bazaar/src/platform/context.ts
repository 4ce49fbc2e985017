import type { Logger } from 'pino';
import type { Database } from '../db/client.ts';
import type { Config } from './config.ts';
import type { Events } from './events.ts';
import type { MailQueue } from './mail.ts';
import type { Payments } from './payments.ts';

/** What every module is given. Nothing in the app reaches for globals. */
export interface Context {
  config: Config;
  db: Database;
  log: Logger;
  mail: MailQueue;
  payments: Payments;
  events: Events;
}
