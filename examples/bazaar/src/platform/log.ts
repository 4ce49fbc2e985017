import { destination, pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
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

/** A failed query names its parameters, and those are people's data; its cause says what went wrong without them. */
const withoutParameters = (error: unknown): unknown => {
  const { query, cause } = error as { query?: unknown; cause?: unknown };
  return typeof query === 'string' && cause instanceof Error ? withoutDetail(cause, query) : error;
};

/** PostgreSQL quotes the row that broke a constraint in `detail`. */
const withoutDetail = ({ name, message, stack, ...rest }: Error & { code?: string }, query: string): unknown =>
  Object.assign(new Error(`${message} in ${query}`), { name, stack, code: rest.code });

export const createLog = (
  config: Pick<Config, 'LOG_LEVEL' | 'RELEASE'>,
  to: DestinationStream = destination(1),
): Logger =>
  pino(
    {
      level: config.LOG_LEVEL,
      base: { service: 'bazaar', release: config.RELEASE },
      serializers: { err: (error: unknown) => stdSerializers.err(withoutParameters(error) as Error) },
      redact: { paths: REDACTED, censor: '[redacted]' },
    },
    to,
  );
