import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

/** What must never be written to a log, wherever it stands in a record. */
const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["x-csrf-token"]',
  'req.headers["stripe-signature"]',
  'res.headers["set-cookie"]',
  '*.password',
  '*.token',
  '*.refreshToken',
  '*.email',
  '*.phone',
  '*.address',
  '*.iban',
];

export const createLog = (config: Config): Logger =>
  pino({
    level: config.LOG_LEVEL,
    base: { service: 'bazaar', release: config.RELEASE },
    redact: { paths: REDACTED, censor: '[redacted]' },
  });
