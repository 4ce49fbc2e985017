import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { mailApi } from './mail-api.ts';

export interface CaughtMail {
  id: string;
  /** The id that the sender gave it: the outbox row's, in Bazaar. */
  ref: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  receivedAt: string;
}

export type Keep = (mail: Omit<CaughtMail, 'id' | 'receivedAt'>) => CaughtMail;

export interface MailStandIn {
  /** Of the HTTP API and the page that shows what was caught. */
  url: string;
  smtpUrl: string;
  messages(): readonly CaughtMail[];
  /** The first message that fits, caught already or still to come. */
  waitFor(predicate: (mail: CaughtMail) => boolean, timeoutMs?: number): Promise<CaughtMail>;
  close(): Promise<void>;
}

interface MailOptions {
  smtpPort?: number;
  httpPort?: number;
  apiKey: string;
}

const KEPT = 500;

/** A mail provider on loopback: takes mail by SMTP and by HTTP, keeps it, and delivers nothing. */
export const startMail = async ({ smtpPort = 0, httpPort = 0, apiKey }: MailOptions): Promise<MailStandIn> => {
  const caught: CaughtMail[] = [];
  const arrivals = new EventEmitter().setMaxListeners(0);
  const keep: Keep = (mail) => {
    const message = { ...mail, id: randomUUID(), receivedAt: new Date().toISOString() };
    caught.push(message);
    if (caught.length > KEPT) caught.shift();
    arrivals.emit('mail', message);
    return message;
  };
  const smtp = startSmtp(keep);
  const http = createServer(mailApi(apiKey, caught, keep));
  await Promise.all([
    new Promise<void>((resolve) => smtp.listen(smtpPort, '127.0.0.1', resolve)),
    new Promise<void>((resolve) => http.listen(httpPort, '127.0.0.1', resolve)),
  ]);
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    messages: () => [...caught],
    waitFor: (predicate, timeoutMs = 10_000) => {
      const found = caught.find(predicate);
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const listener = (mail: CaughtMail): void => {
          if (!predicate(mail)) return;
          clearTimeout(timer);
          arrivals.off('mail', listener);
          resolve(mail);
        };
        const timer = setTimeout(() => {
          arrivals.off('mail', listener);
          reject(
            new Error(
              `No such mail within ${timeoutMs} ms. Caught: ${caught.map(({ subject }) => subject).join(' | ')}`,
            ),
          );
        }, timeoutMs);
        arrivals.on('mail', listener);
      });
    },
    close: async () => {
      http.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => http.close(() => resolve())),
        new Promise<void>((resolve) => smtp.close(() => resolve())),
      ]);
    },
  };
};

const startSmtp = (keep: Keep): SMTPServer =>
  new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 1024 * 1024,
    onData: (stream, session, done) => {
      simpleParser(stream, (error: unknown, { messageId, from, subject, text }) => {
        if (error instanceof Error) return done(error);
        const ref = /^<([^@]+)@/.exec(messageId ?? '')?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo) {
          keep({ ref, from: from?.text ?? '', to: address, subject: subject ?? '', text: text ?? '' });
        }
        done();
      });
    },
  });
