import { generateKeyPairSync } from 'node:crypto';
import { oversigned } from './by-hand.ts';
import type { Mailauth, SignOptions } from './mailauth.ts';

/** One mail, the DNS it is judged by, and what the RFCs make of it. */
export interface MailCase {
  name: string;
  message: Buffer;
  /** Name → text, several texts, or an error of the server. */
  dns: Readonly<Record<string, string | readonly string[]>>;
  ip: string;
  sender: string;
  helo: string;
  /** For each signature from the top, whether it passes. */
  dkim: readonly boolean[];
  dmarc: 'pass' | 'fail' | 'none' | 'temperror';
  /** What receivers are asked to do with a fail. */
  policy?: 'none' | 'quarantine' | 'reject';
  by: string;
}

export const BROKEN = 'SERVFAIL';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const rsa = (bits: number) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return {
    key: privateKey.export(pem).toString(),
    p: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
};
const ed25519 = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const p = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
  return { key: privateKey.export(pem).toString(), p };
};

const KEYS = { main: rsa(2048), other: rsa(2048), small: rsa(1024), tiny: rsa(768), ed: ed25519() };
const RSA = `v=DKIM1; k=rsa; p=${KEYS.main.p}`;

const BASE = {
  '_dmarc.shop.test': 'v=DMARC1; p=reject',
  'shop.test': 'v=spf1 ip4:192.0.2.1 -all',
  'send.shop.test': 'v=spf1 ip4:192.0.2.0/24 -all',
  's1._domainkey.shop.test': RSA,
  's1._domainkey.mail.shop.test': RSA,
  's1._domainkey.mailer.test': RSA,
  's1._domainkey.list.test': `v=DKIM1; p=${KEYS.other.p}`,
  'ed._domainkey.shop.test': `v=DKIM1; k=ed25519; p=${KEYS.ed.p}`,
  'small._domainkey.shop.test': `v=DKIM1; p=${KEYS.small.p}`,
  'tiny._domainkey.shop.test': `v=DKIM1; p=${KEYS.tiny.p}`,
  'news.shop.test': 'there is such a name',
} as const;

const HEAD = `From: Shop <orders@shop.test>\r\nTo: Anna <anna@example.net>\r\nSubject: Your  order\r\nDate: Thu, 26 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@shop.test>\r\n`;
const BODY = 'Hello  there,\r\n\r\nthank you. \r\nYours\r\n\r\n\r\n';
const FIELDS = ['From', 'To', 'Subject', 'Date', 'Message-ID'];

interface Sign {
  domain?: string;
  selector?: string;
  key?: string;
  way?: string;
  fields?: readonly string[];
  algorithm?: string;
  identity?: string;
  limit?: number;
  at?: Date;
  until?: Date;
}

/** Every case, signed by mailauth, so that what we verify nobody of ours has signed. */
export const makeCases = async (mailauth: Mailauth): Promise<readonly MailCase[]> => {
  const signature = async (message: string, sign: Sign): Promise<string> => {
    const { domain = 'shop.test', selector = 's1', key = KEYS.main.key, way, fields = FIELDS, at, until } = sign;
    const { algorithm, identity, limit } = sign;
    const options: SignOptions = {
      canonicalization: way ?? 'relaxed/relaxed',
      headerList: fields,
      ...(at === undefined ? {} : { signTime: at }),
      ...(until === undefined ? {} : { expires: until }),
      signatureData: [
        {
          signingDomain: domain,
          selector,
          privateKey: key,
          ...(algorithm === undefined ? {} : { algorithm }),
          ...(identity === undefined ? {} : { identity }),
          ...(limit === undefined ? {} : { maxBodyLength: limit }),
        },
      ],
    };
    const { signatures, errors } = await mailauth.sign(Buffer.from(message), options);
    if (signatures === '') throw new Error(`mailauth does not sign it: ${errors[0]?.err.message}`);
    return signatures;
  };
  const cases: MailCase[] = [];
  const add = async (
    name: string,
    by: string,
    wanted: Pick<MailCase, 'dkim' | 'dmarc' | 'policy'>,
    mail: {
      head?: string;
      body?: string;
      signs?: readonly Sign[];
      change?: (message: string) => string;
      dns?: MailCase['dns'];
      ip?: string;
      sender?: string;
      helo?: string;
    } = {},
  ): Promise<void> => {
    const { head = HEAD, body = BODY, signs = [{}], change = (text) => text, dns = {} } = mail;
    let message = `${head}\r\n${body}`;
    for (const sign of signs) message = `${await signature(message, sign)}${message}`;
    const { ip = '203.0.113.9', sender = 'bounce@shop.test', helo = 'out.shop.test' } = mail;
    cases.push({
      name,
      by,
      ...wanted,
      message: Buffer.from(change(message), 'utf8'),
      dns: { ...BASE, ...dns },
      ip,
      sender,
      helo,
    });
  };
  const good = { dkim: [true], dmarc: 'pass' } as const;
  const bad = { dkim: [false], dmarc: 'fail', policy: 'reject' } as const;
  const ed: Sign = { selector: 'ed', key: KEYS.ed.key };
  const past = { at: new Date(Date.now() - 9 * 86_400_000), until: new Date(Date.now() - 2 * 86_400_000) };

  await add('RSA, relaxed/relaxed', 'RFC 6376 3.4', good);
  await add('RSA, simple/simple', 'RFC 6376 3.4', good, { signs: [{ way: 'simple/simple' }] });
  await add('RSA, simple/relaxed', 'RFC 6376 3.4', good, { signs: [{ way: 'simple/relaxed' }] });
  await add('RSA, relaxed/simple', 'RFC 6376 3.4', good, { signs: [{ way: 'relaxed/simple' }] });
  await add('Ed25519, relaxed', 'RFC 8463', good, { signs: [ed] });
  await add('Ed25519, simple', 'RFC 8463', good, { signs: [{ ...ed, way: 'simple/simple' }] });
  const refold = (text: string): string => text.replace('Subject: Your  order', 'SUBJECT:  Your\r\n\t order ');
  await add('relaxed: a field folded anew', 'RFC 6376 3.4.2', good, { change: refold });
  await add('simple: a field folded anew', 'RFC 6376 3.4.1', bad, {
    signs: [{ way: 'simple/simple' }],
    change: refold,
  });
  const spaces = (text: string): string => text.replace('Hello  there,', 'Hello there, ');
  await add('relaxed: spaces in the body', 'RFC 6376 3.4.4', good, { change: spaces });
  await add('simple: spaces in the body', 'RFC 6376 3.4.3', bad, {
    signs: [{ way: 'relaxed/simple' }],
    change: spaces,
  });
  await add('simple: empty lines at the end', 'RFC 6376 3.4.3', good, {
    signs: [{ way: 'simple/simple' }],
    change: (text) => `${text}\r\n\r\n`,
  });
  await add('the body changed', 'RFC 6376 6.1.3', bad, { change: (text) => text.replace('thank', 'blame') });
  await add('the subject changed', 'RFC 6376 6.1.3', bad, { change: (text) => text.replace('Your', 'My') });
  await add('a field changed that is not signed', 'RFC 6376 5.4', good, {
    signs: [{ fields: ['From', 'Date'] }],
    change: (text) => text.replace('anna@', 'otto@'),
  });
  await add('an empty body, simple', 'RFC 6376 3.4.3', good, { body: '', signs: [{ way: 'simple/simple' }] });
  await add('an empty body, relaxed', 'RFC 6376 3.4.4', good, { body: '' });
  const append = (text: string): string => `${text}Buy here: http://evil.example\r\n`;
  await add('l= to the end, and more behind it', 'RFC 6376 3.5', good, {
    body: 'Hello.\r\n',
    signs: [{ limit: 8 }],
    change: append,
  });
  await add('l=0', 'RFC 6376 8.2', good, { signs: [{ limit: 0 }], change: append });
  await add('l= beyond the end', 'RFC 6376 3.5', bad, {
    body: 'Hello there.\r\n',
    signs: [{ limit: 14 }],
    change: (text) => text.replace('Hello there.', 'Hello.'),
  });
  await add('expired', 'RFC 6376 3.5', bad, { signs: [past] });
  await add('not expired yet', 'RFC 6376 3.5', good, { signs: [{ until: new Date(Date.now() + 86_400_000) }] });
  const second = (field: string) => (text: string) => text.replace(/^From:/m, `${field}\r\nFrom:`);
  await add('a second Subject on top', 'RFC 6376 5.4.2', good, { change: second('Subject: Free money') });
  const byHand = (message: string, names: readonly string[]): string =>
    `${oversigned(message, names, 'shop.test', KEYS.main.key)}${message}`;
  const whole = `${HEAD}\r\n${BODY}`;
  await add('oversigned, not changed', 'RFC 6376 8.15', good, {
    signs: [],
    change: () => byHand(whole, [...FIELDS, 'From', 'Subject']),
  });
  await add('a second Subject, oversigned', 'RFC 6376 8.15', bad, {
    signs: [],
    change: () => second('Subject: Free money')(byHand(whole, [...FIELDS, 'Subject'])),
  });
  await add(
    'a second From, oversigned',
    'RFC 6376 8.15, RFC 9989 5.3.1',
    { dkim: [false], dmarc: 'none' },
    {
      signs: [],
      change: () => second('From: boss@evil.example')(byHand(whole, [...FIELDS, 'From'])),
    },
  );
  await add('RSA and Ed25519', 'RFC 8463 5', { dkim: [true, true], dmarc: 'pass' }, { signs: [{}, ed] });
  await add(
    'a good one and one whose key is gone',
    'RFC 6376 6.1',
    { dkim: [false, true], dmarc: 'pass' },
    {
      signs: [{}, { selector: 'gone' }],
    },
  );
  await add(
    'a list added a footer and signed again',
    'RFC 6377 5',
    { dkim: [true, false], dmarc: 'fail', policy: 'reject' },
    {
      signs: [],
      change: (text) => text,
    },
  );
  cases.pop();
  {
    const first = await signature(whole, {});
    const changed = `${first}${HEAD}\r\n${BODY}-- \r\nthe list\r\n`;
    const again = await signature(changed, { domain: 'list.test', key: KEYS.other.key });
    await add(
      'a list added a footer and signed again',
      'RFC 6377 5',
      { dkim: [true, false], dmarc: 'fail', policy: 'reject' },
      {
        signs: [],
        change: () => `${again}${changed}`,
      },
    );
  }
  const key = (text: string | readonly string[]) => ({ dns: { 's1._domainkey.shop.test': text } });
  await add('the key is revoked', 'RFC 6376 3.6.1', bad, key('v=DKIM1; p='));
  await add('no key', 'RFC 6376 6.1.2', bad, { signs: [{ selector: 'gone' }] });
  await add('another key', 'RFC 6376 6.1.3', bad, key(`v=DKIM1; p=${KEYS.other.p}`));
  await add(
    'the server of the key fails',
    'RFC 6376 6.1.2',
    { dkim: [false], dmarc: 'temperror' },
    {
      ...key(BROKEN),
      sender: 'bounce@mailer.test',
    },
  );
  await add('a key in test mode', 'RFC 6376 3.6.1', good, key(`v=DKIM1; t=y; p=${KEYS.main.p}`));
  await add('a key without version', 'RFC 6376 3.6.1', good, key(`p=${KEYS.main.p}`));
  await add(
    'a key with spaces and a note',
    'RFC 6376 3.6.1',
    good,
    key(`v=DKIM1 ; n=a note; k = rsa; p = ${KEYS.main.p.replace(/.{60}/g, '$& ')}`),
  );
  await add('a key for SHA-1 alone', 'RFC 6376 3.6.1', bad, key(`v=DKIM1; h=sha1; p=${KEYS.main.p}`));
  await add('a key for another service', 'RFC 6376 3.6.1', bad, key(`v=DKIM1; s=tlsrpt; p=${KEYS.main.p}`));
  await add('a key of another kind', 'RFC 6376 6.1.2', bad, key(`v=DKIM1; k=ed25519; p=${KEYS.ed.p}`));
  await add('text beside the key', 'RFC 6376 3.6.2.2', good, key(['google-site-verification=x', RSA]));
  await add('RSA with 1024 bits', 'RFC 8301 3.2', good, { signs: [{ selector: 'small', key: KEYS.small.key }] });
  await add('RSA with 768 bits', 'RFC 8301 3.2', bad, { signs: [{ selector: 'tiny', key: KEYS.tiny.key }] });
  await add('RSA with SHA-1', 'RFC 8301 3.1', bad, { signs: [{ algorithm: 'rsa-sha1' }] });
  await add('i= below d=', 'RFC 6376 3.5', good, { signs: [{ identity: 'a@sub.shop.test' }] });
  await add('i= below d=, which the key forbids', 'RFC 6376 3.6.1', bad, {
    signs: [{ identity: 'a@sub.shop.test' }],
    ...key(`v=DKIM1; t=s; p=${KEYS.main.p}`),
  });
  await add('letters beyond ASCII in the head', 'RFC 6532', good, {
    head: HEAD.replace('Your  order', 'Ihre Bestellung – 5 €'),
  });
  await add('From in capitals', 'RFC 9989 4.4', good, { head: HEAD.replace('orders@shop.test', 'orders@SHOP.Test') });
  await add('another address in the display name', 'RFC 5322 3.4', good, {
    head: HEAD.replace('Shop <orders@', '"ceo@evil.example" <orders@'),
  });

  await addDmarc(add);
  return cases;
};

type Add = (
  name: string,
  by: string,
  wanted: Pick<MailCase, 'dkim' | 'dmarc' | 'policy'>,
  mail?: { head?: string; signs?: readonly Sign[]; dns?: MailCase['dns']; ip?: string; sender?: string; helo?: string },
) => Promise<void>;

const from = (address: string): string => HEAD.replace('orders@shop.test', address);
const dmarc = (text: string | readonly string[]): { dns: MailCase['dns'] } => ({ dns: { '_dmarc.shop.test': text } });

/** Alignment and policy. */
const addDmarc = async (add: Add): Promise<void> => {
  const pass = { dkim: [true], dmarc: 'pass' } as const;
  const fail = { dkim: [true], dmarc: 'fail', policy: 'reject' } as const;
  const unsigned = { signs: [] };
  await add('DKIM of a name below', 'RFC 9989 5.1.1', pass, { signs: [{ domain: 'mail.shop.test' }] });
  await add('DKIM of a name below, strict', 'RFC 9989 5.1.1', fail, {
    signs: [{ domain: 'mail.shop.test' }],
    ...dmarc('v=DMARC1; p=reject; adkim=s'),
  });
  await add('DKIM of the mailer alone', 'RFC 9989 5.1', fail, { signs: [{ domain: 'mailer.test' }] });
  await add('SPF alone', 'RFC 9989 5.1.2', { dkim: [], dmarc: 'pass' }, { ...unsigned, ip: '192.0.2.1' });
  const send = { ...unsigned, ip: '192.0.2.7', sender: 'bounce@send.shop.test' };
  await add('SPF of a name below', 'RFC 9989 5.1.2', { dkim: [], dmarc: 'pass' }, send);
  await add(
    'SPF of a name below, strict',
    'RFC 9989 5.1.2',
    { dkim: [], dmarc: 'fail', policy: 'reject' },
    {
      ...send,
      ...dmarc('v=DMARC1; p=reject; aspf=s'),
    },
  );
  await add(
    'a bounce: SPF of the greeting',
    'RFC 7208 2.4',
    { dkim: [], dmarc: 'pass' },
    { ...send, sender: '', helo: 'send.shop.test' },
  );
  await add('neither', 'RFC 9989 5.3', { dkim: [], dmarc: 'fail', policy: 'reject' }, unsigned);
  await add('no record', 'RFC 9989 5.3', { dkim: [true], dmarc: 'none' }, { head: from('a@nobody.test'), signs: [{}] });
  await add(
    'two records',
    'RFC 9989 4.10',
    { dkim: [true], dmarc: 'none' },
    dmarc(['v=DMARC1; p=reject', 'v=DMARC1; p=none']),
  );
  await add('a record beside another text', 'RFC 9989 4.10', pass, dmarc(['v=spf1 -all', 'v=DMARC1; p=reject']));
  await add(
    'a record whose version is not first',
    'RFC 9989 4.7',
    { dkim: [true], dmarc: 'none' },
    dmarc('p=reject; v=DMARC1'),
  );
  await add(
    'an unknown tag and an old one',
    'RFC 9989 4.7',
    { dkim: [], dmarc: 'fail', policy: 'reject' },
    {
      ...unsigned,
      ...dmarc('v=DMARC1; x-new=1; pct=10; p=reject'),
    },
  );
  await add(
    't=y',
    'RFC 9989 4.7',
    { dkim: [], dmarc: 'fail', policy: 'quarantine' },
    { ...unsigned, ...dmarc('v=DMARC1; p=reject; t=y') },
  );
  await add(
    'no p, but reports wanted',
    'RFC 9989 4.10.1',
    { dkim: [], dmarc: 'fail', policy: 'none' },
    {
      ...unsigned,
      ...dmarc('v=DMARC1; rua=mailto:a@shop.test'),
    },
  );
  await add(
    'no p, and no reports',
    'RFC 9989 4.10.1',
    { dkim: [], dmarc: 'none' },
    { ...unsigned, ...dmarc('v=DMARC1; adkim=s') },
  );
  const below = dmarc('v=DMARC1; p=reject; sp=quarantine; np=none');
  await add(
    'sp, a name that exists',
    'RFC 9989 4.10.1',
    { dkim: [], dmarc: 'fail', policy: 'quarantine' },
    {
      ...unsigned,
      ...below,
      head: from('a@news.shop.test'),
    },
  );
  await add(
    'np, a name that does not exist',
    'RFC 9989 4.10.1',
    { dkim: [], dmarc: 'fail', policy: 'none' },
    {
      ...unsigned,
      ...below,
      head: from('a@nowhere.shop.test'),
    },
  );
  await add(
    'np not given: sp',
    'RFC 9989 4.7',
    { dkim: [], dmarc: 'fail', policy: 'quarantine' },
    {
      ...unsigned,
      ...dmarc('v=DMARC1; p=reject; sp=quarantine'),
      head: from('a@nowhere.shop.test'),
    },
  );
  await add(
    'a record of its own below',
    'RFC 9989 4.10.1',
    { dkim: [], dmarc: 'fail', policy: 'none' },
    {
      ...unsigned,
      head: from('a@news.shop.test'),
      dns: { '_dmarc.news.shop.test': 'v=DMARC1; p=none' },
    },
  );
  await add(
    'psd=n: an organization of its own',
    'RFC 9989 4.10.2',
    { dkim: [true], dmarc: 'fail', policy: 'reject' },
    {
      head: from('a@unit.shop.test'),
      dns: { '_dmarc.unit.shop.test': 'v=DMARC1; p=reject; psd=n' },
    },
  );
  const suffix = {
    '_dmarc.shared.test': 'v=DMARC1; p=reject; psd=y',
    's1._domainkey.two.shared.test': RSA,
    's1._domainkey.x.one.shared.test': RSA,
  };
  await add(
    'psd=y: two below a public suffix',
    'RFC 9989 4.10.2',
    { dkim: [true], dmarc: 'fail', policy: 'reject' },
    {
      head: from('a@one.shared.test'),
      signs: [{ domain: 'two.shared.test' }],
      dns: { ...suffix, 'one.shared.test': 'there is such a name' },
    },
  );
  await add('psd=y: one organization below it', 'RFC 9989 4.10.2', pass, {
    head: from('a@one.shared.test'),
    signs: [{ domain: 'x.one.shared.test' }],
    dns: suffix,
  });
  const deep = 'a.b.c.d.e.f.g.h.i.shop.test';
  await add('ten labels deep', 'RFC 9989 4.10', pass, { head: from(`a@${deep}`), signs: [{ domain: 'shop.test' }] });
  await add('two authors of one domain', 'RFC 9989 5.3.1', pass, {
    head: HEAD.replace('Shop <orders@shop.test>', 'a@shop.test, b@shop.test'),
  });
  await add(
    'two authors of two domains',
    'RFC 9989 5.3.1',
    { dkim: [true], dmarc: 'none' },
    {
      head: HEAD.replace('Shop <orders@shop.test>', 'a@shop.test, b@other.test'),
    },
  );
  await add('the server of the record fails', 'RFC 9989 5.3', { dkim: [true], dmarc: 'temperror' }, dmarc(BROKEN));
};
