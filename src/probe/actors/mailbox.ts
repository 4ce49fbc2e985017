import { readMails, type Mail } from './read-mails.ts';

/** Reads JSON; null when there is none. */
export type ReadJson = (url: string) => Promise<unknown>;

/** Mail that the app sends, as far as it can be read. */
export interface Mailbox {
  /** Remembers what is there for an address, so that what comes later is told from it. */
  mark(address: string): Promise<MailMark>;
  /** The first mail to the address that was not there at the mark; undefined when none comes. */
  next(mark: MailMark): Promise<Mail | undefined>;
}

export interface MailMark {
  address: string;
  keys: ReadonlySet<string>;
}

export interface MailboxOptions {
  /** Milliseconds that a mail may take. */
  patience?: number;
  /** False when the run was stopped. */
  pause: (milliseconds: number) => Promise<boolean>;
}

/** A mailbox at an address that the user named: Mailpit, MailHog, or a list of messages; found out by asking. */
export const openMailbox = (url: string, read: ReadJson, { patience = 10_000, pause }: MailboxOptions): Mailbox => {
  let list: string | null = null;

  const all = async (address: string): Promise<Mail[]> => {
    for (const candidate of list === null ? candidates(url) : [list]) {
      const mails = readMails(await read(candidate));
      if (mails === null) continue;
      list = candidate;
      return mails.filter(({ to }) => to.some((one) => one.toLowerCase() === address.toLowerCase()));
    }
    return [];
  };

  /** Mailpit's list holds the beginning only. */
  const whole = async (mail: Mail): Promise<Mail> => {
    if (mail.rest === undefined || list === null) return mail;
    const json = (await read(new URL(mail.rest, list).href)) as { Text?: unknown; HTML?: unknown } | null;
    const texts = [json?.Text, json?.HTML].filter((text) => typeof text === 'string');
    return texts.length === 0 ? mail : { ...mail, text: texts.join('\n').slice(0, 200_000) };
  };

  return {
    mark: async (address) => ({ address, keys: new Set((await all(address)).map(({ key }) => key)) }),
    next: async ({ address, keys }) => {
      const end = performance.now() + patience;
      for (;;) {
        const mail = (await all(address)).find(({ key }) => !keys.has(key));
        if (mail !== undefined) return whole(mail);
        if (performance.now() >= end) return undefined;
        if (!(await pause(200))) return undefined;
      }
    },
  };
};

const candidates = (url: string): string[] => {
  const base = url.endsWith('/') ? url : `${url}/`;
  return [
    ...(new URL(url).pathname === '/' ? [] : [url]),
    ...['api/v1/messages', 'api/v2/messages', 'messages', 'emails', ''].map((path) => new URL(path, base).href),
  ];
};
