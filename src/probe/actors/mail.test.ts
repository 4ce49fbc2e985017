import { describe, expect, test } from 'vitest';
import { findMailSecrets } from './mail-secrets.ts';
import { openMailbox } from './mailbox.ts';
import { readMails } from './read-mails.ts';

const ORIGINS = ['http://127.0.0.1:3000'];

describe('what a mail is sent for', () => {
  test.each([
    ['Your code is 123456. It works for 10 minutes, until 2026.', '123456'],
    ['482913 is your Shop code', '482913'],
    ['<p>Order 20261125</p><p>Verification code:</p><b style="color:#123456">004711</b>', '004711'],
    ['Your code is AB3-9KX', 'AB3-9KX'],
    ['Call us: +49 30 123456', undefined],
  ])('%s', (text, code) => {
    expect(findMailSecrets(text, ORIGINS).code).toBe(code);
  });

  test('the link on the list, and its token', () => {
    const text = `Logo http://127.0.0.1:3000/logo.png, evil http://evil.example/verify?token=no
      go: <a href="http://127.0.0.1:3000/verify?token=abc-123&amp;x=1">here</a>.`;
    expect(findMailSecrets(text, ORIGINS)).toEqual({
      link: 'http://127.0.0.1:3000/verify?token=abc-123&x=1',
      token: 'abc-123',
    });
    expect(findMailSecrets('http://127.0.0.1:3000/#/confirm?code=xyz', ORIGINS).token).toBe('xyz');
    expect(findMailSecrets('http://127.0.0.1:3000/activate/AbCdEf0123456789xyz.', ORIGINS).token).toBe(
      'AbCdEf0123456789xyz',
    );
    expect(findMailSecrets('http://evil.example/verify?token=no', ORIGINS)).toEqual({});
  });
});

describe('listings', () => {
  test.each([
    ['Mailpit', { messages: [{ ID: 'x', To: [{ Name: '', Address: 'a@b.example' }], Subject: 'S', Snippet: 'T' }] }],
    [
      'MailHog',
      {
        items: [
          { ID: 'x', To: [{ Mailbox: 'a', Domain: 'b.example' }], Content: { Headers: { Subject: ['S'] }, Body: 'T' } },
        ],
      },
    ],
    ['a list', [{ to: 'Anna <a@b.example>', subject: 'S', text: 'T' }]],
    ['a list in an object', { messages: [{ to: ['a@b.example'], subject: 'S', text: 'T' }] }],
  ])('%s', (_what, json) => {
    const [mail] = readMails(json) ?? [];
    expect(mail).toMatchObject({ to: ['a@b.example'], subject: 'S' });
    expect(mail?.text).toContain('T');
  });

  test('MailHog’s bodies are decoded', () => {
    const body = (Body: string, coding: string) => ({
      items: [{ ID: 'x', Content: { Headers: { 'Content-Transfer-Encoding': [coding] }, Body } }],
    });
    expect(readMails(body('token=3Dab=\r\nc', 'quoted-printable'))?.[0]?.text).toBe('token=abc');
    expect(readMails(body(Buffer.from('Grüße').toString('base64'), 'base64'))?.[0]?.text).toBe('Grüße');
    const parts =
      '--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na=3Db\r\n--b--';
    expect(readMails(body(parts, ''))?.[0]?.text).toContain('a=b');
  });

  test.each([[null], ['text'], [{}], [{ messages: 'none' }]])('%j is none', (json) => {
    expect(readMails(json)).toBeNull();
  });
});

test('only what came after the mark is taken, whole', async () => {
  const old = { ID: '1', To: [{ Address: 'a@b.example' }], Subject: 'old', Snippet: '' };
  const list = { messages: [old] };
  const asked: string[] = [];
  const mailbox = openMailbox(
    'http://mail.example/',
    (url) => {
      asked.push(new URL(url).pathname);
      if (url.endsWith('/message/2')) return Promise.resolve({ Text: 'whole', HTML: '' });
      return Promise.resolve(url.endsWith('/api/v1/messages') ? list : null);
    },
    { pause: () => Promise.resolve(true) },
  );
  const mark = await mailbox.mark('A@b.example');
  list.messages.unshift(
    { ID: '3', To: [{ Address: 'other@b.example' }], Subject: 'other', Snippet: '' },
    { ID: '2', To: [{ Address: 'a@b.example' }], Subject: 'new', Snippet: 'wh' },
  );
  expect(await mailbox.next(mark)).toMatchObject({ subject: 'new', text: expect.stringContaining('whole') });
  expect(asked).toEqual(['/api/v1/messages', '/api/v1/messages', '/api/v1/message/2']);
});

test('a mailbox without an answer ends the wait', async () => {
  const mailbox = openMailbox('http://mail.example/', () => Promise.resolve(null), {
    patience: 0,
    pause: () => Promise.resolve(true),
  });
  expect(await mailbox.next(await mailbox.mark('a@b.example'))).toBeUndefined();
});
